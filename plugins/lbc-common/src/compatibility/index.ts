export type * from './types';
export type { AskedObjects, OwnerReference } from './objectsInUse';
export { assessCluster } from './assess';
export type { AssessClusterOptions, AssessIam } from './assess';
export { iamAssessor } from './iam';
export type { IamReadings } from './iam';
