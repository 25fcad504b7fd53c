export { BenchPortal, ROUND_MS } from './BenchPortal';
export type { BenchPortalOptions } from './BenchPortal';
export type { SourceHooks } from './SourceHooks';
