export { iamAssessor } from './iamAssessor';
export type { IamReadings } from './iamAssessor';
