export { AuthorizedReadStore } from './AuthorizedReadStore';
export { MemberView } from './members';
export { registerPermissions } from './registerPermissions';
export {
  createLbcStackConditionalDecision,
  lbcStackConditions,
  lbcStackResourceRef,
  lbcStackRules,
} from './rules';
export type { LbcStackFilter, LbcStackResource } from './rules';
export { Authorizer } from './StackAccess';
export type { StackAccess } from './StackAccess';
