export { timeAssess } from './timeAssess';
export type { AssessTimes } from './timeAssess';
