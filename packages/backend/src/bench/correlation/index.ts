export { Judge } from './Judge';
export type { Fleet } from './Judge';
export { parseTargets } from './parseTargets';
export { fleetOf, nowAfter, settle } from './rounds';
export { halfOf } from './halfOf';
export { RecordedSweeps } from './RecordedSweeps';
export type { RecordedStack, Recording } from './RecordedSweeps';
export { timeCorrelate } from './timeCorrelate';
