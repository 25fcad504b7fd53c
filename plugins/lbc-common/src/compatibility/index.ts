export type * from './types';
export type { AskedObjects, OwnerReference } from './objectsInUse';
export { assessCluster } from './assess';
export type { AssessClusterOptions, AssessIam } from './assess';
