/**
 * The backend of LBC for Backstage.
 *
 * @packageDocumentation
 */
export { lbcPlugin as default } from './plugin';
export { lbcInspectionExtensionPoint } from './inspection';
export type {
  InspectedSubject,
  LbcInspection,
  LbcInspectionExtensionPoint,
  LbcInventory,
} from './inspection';
export {
  createLbcStackConditionalDecision,
  lbcStackConditions,
  lbcStackResourceRef,
  lbcStackRules,
} from './permissions';
export type { LbcStackFilter, LbcStackResource } from './permissions';
