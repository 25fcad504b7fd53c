export { RecordedSweeps } from './RecordedSweeps';
export { timeCorrelate } from './timeCorrelate';
