export { AwsServer } from './AwsServer';
export { longLivedKeys } from './credentials';
export { DEFAULT_BUCKETS, Throttle } from './throttle';
export type { BucketSize } from './throttle';
