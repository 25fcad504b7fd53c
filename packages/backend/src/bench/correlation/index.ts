export { halfOf } from './halfOf';
export { RecordedSweeps } from './RecordedSweeps';
export type { RecordedStack, Recording } from './RecordedSweeps';
export { timeCorrelate } from './timeCorrelate';
