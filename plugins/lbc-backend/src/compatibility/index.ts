export { CompatibilityAssessor } from './CompatibilityAssessor';
export type { AssessRequest } from './CompatibilityAssessor';
