export type * from './types';
export { FEATURE_STATUSES } from './types';
export type { AskedObjects, OwnerReference } from './objectsInUse';
export { resourcesInUse } from './resourcesInUse';
export type { MadeResource } from './resourcesInUse';
export { assessCluster } from './assess';
export type { AssessClusterOptions, AssessIam } from './assess';
export { iamAssessor } from './iam';
export type { IamReadings } from './iam';
