export type * from './types';
export { compareBaselines, verdictOfAll } from './compareBaselines';
export { compareBaselineStack } from './compareBaselineStack';
export { compareCluster } from './compareCluster';
export { BaselineObjects } from './gather';
export type { OwnerName } from './gather';
export { baselineClusterOf } from './clusterOf';
export { baselineStackOf } from './stackOf';
