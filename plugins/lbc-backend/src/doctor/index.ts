export { DatabaseDoctorFacts } from './DatabaseDoctorFacts';
export type { DoctorFacts } from './types';
