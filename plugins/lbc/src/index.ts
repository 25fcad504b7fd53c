/**
 * The tab **Load balancers** on the entity page: whose the load balancers are,
 * what state their life is in, and what to do about it.
 *
 * @packageDocumentation
 */
export { lbcPlugin, lbcPlugin as default } from './plugin';
export { lbcApiRef, LbcClient } from './api';
export type {
  ClusterReadiness,
  EntityReadiness,
  LbcApi,
  LbcReadinessApi,
} from './api';
export {
  lbcMessages,
  lbcTranslationRef,
  type LbcMessages,
} from './translation';
export { isLbcAvailable } from './availability';
