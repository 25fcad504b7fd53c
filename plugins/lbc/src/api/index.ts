export { lbcApiRef } from './LbcApi';
export type { LbcApi } from './LbcApi';
export { LbcClient } from './LbcClient';
export type {
  ClusterReadiness,
  EntityReadiness,
  LbcReadinessApi,
} from './readiness';
