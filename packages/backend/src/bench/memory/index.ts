export { measureSweep } from './measureSweep';
export type { SweepBytes } from './measureSweep';
