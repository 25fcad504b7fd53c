export * from './coverage';
export * from './kinds';
export * from './objects';
export * from './aws';
export * from './detail';
export * from './workloads';
export * from './targets';
export * from './chain';
export * from './snapshot';
export * from './scopeIndex';
export * from './subject';
export * from './unit';
export type {
  ClusterConfirmations,
  ConfirmedGoneNamespace,
  ConfirmedLoss,
} from './confirmations';
export { correlateCluster } from './correlateCluster';
export { correlateUnclaimed } from './correlateUnclaimed';
export { loadBalancerSubjectId } from './clusterCases';
export { shellQuote } from './shellQuote';
