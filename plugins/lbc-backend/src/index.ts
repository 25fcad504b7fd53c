/**
 * The backend of LBC for Backstage.
 *
 * @packageDocumentation
 */
export { lbcPlugin as default } from './plugin';
export {
  createLbcStackConditionalDecision,
  lbcStackConditions,
  lbcStackResourceRef,
  lbcStackRules,
} from './permissions';
export type { LbcStackFilter, LbcStackResource } from './permissions';
