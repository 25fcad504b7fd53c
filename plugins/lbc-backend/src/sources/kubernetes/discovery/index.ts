export { Discovery } from './Discovery';
export type { KindAvailability } from './types';
