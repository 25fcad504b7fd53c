export { readLbcConfig } from './readLbcConfig';
export type { LbcConfig } from './readLbcConfig';
