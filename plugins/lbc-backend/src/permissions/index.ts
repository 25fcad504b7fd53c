export { AuthorizedReadStore } from './AuthorizedReadStore';
export { registerPermissions } from './registerPermissions';
export {
  createLbcStackConditionalDecision,
  lbcStackConditions,
  lbcStackResourceRef,
  lbcStackRules,
} from './rules';
export type { LbcStackResource } from './rules';
export { Authorizer } from './StackAccess';
export type { StackAccess } from './StackAccess';
