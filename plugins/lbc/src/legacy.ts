/**
 * LBC for Backstage in the classic front-end system.
 *
 * @packageDocumentation
 */
export {
  lbcPlugin,
  EntityLbcContent,
  EntityLbcCompatibilityContent,
  EntityLbcCard,
} from './legacyPlugin';
export { lbcApiRef, LbcClient } from './api';
export type { LbcApi } from './api';
export {
  lbcMessages,
  lbcTranslationRef,
  type LbcMessages,
} from './translation';
export { isLbcAvailable } from './availability';
