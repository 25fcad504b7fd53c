/**
 * LBC for Backstage in the classic front-end system.
 *
 * @packageDocumentation
 */
export {
  lbcPlugin,
  EntityLbcContent,
  EntityLbcCompatibilityContent,
  EntityLbcReadinessContent,
  EntityLbcCard,
  LbcDoctorPage,
} from './legacyPlugin';
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
