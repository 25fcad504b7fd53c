export * from './facts';
export type {
  Expected,
  ExpectedAction,
  ExpectedCondition,
  ExpectedHealthCheck,
  ExpectedListener,
  ExpectedLoadBalancer,
  ExpectedModel,
  ExpectedNetworkingRule,
  ExpectedRule,
  ExpectedSecurityGroup,
  ExpectedSubnet,
  ExpectedTargetGroup,
  ExpectedTargetGroupBinding,
  ExpectedTransform,
} from './expected/types';
export { expectedModel } from './expected/expectedModel';
export type { ExpectedModelOptions } from './expected/expectedModel';
export { driftObjects } from './expected/objects';
export type {
  CompleteKinds,
  DriftObjects,
  GroupMember,
  KindOfRoute,
} from './expected/objects';
export * from './compare';
export * from './plan';
