export * from './FaultBook';
export { faultKinds } from './kinds';
export type { FaultSpec, RegisteredFault } from './kinds';
export type {
  CallFacts,
  FaultCall,
  FaultHooks,
  PageView,
  Refusals,
  Side,
} from './types';
