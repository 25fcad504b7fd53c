export { Findings } from './Findings';
export type { Attesting } from './AttestButton';
