export { readHealth } from './health';
export type { HealthReading } from './health';
export { PolicyCache } from './iam';
export { ScopeCaller } from './ScopeCaller';
export { sweepScope } from './sweepScope';
export { TagCache } from './TagCache';
