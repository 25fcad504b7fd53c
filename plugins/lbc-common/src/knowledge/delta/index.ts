export { delta } from './delta';
export type { DeltaOptions } from './delta';
export { loadDelta } from './loadDelta';
export type * from './types';
