export { scheduleCatalogJob } from './catalogJob';
export { ClusterOwners } from './ClusterOwners';
export { EntityMatcher } from './EntityMatcher';
export { EntityParts } from './EntityParts';
export { ownerOf } from './fields';
export {
  claimContext,
  clusterTarget,
  scopeTarget,
  sortTargets,
} from './targets';
export type { Target } from './targets';
