/**
 * A fleet on loopback that speaks the wire protocols of Kubernetes and AWS,
 * for demos, tests and measurements.
 *
 * @packageDocumentation
 */
export { Fleet } from './fleet';
export type {
  BackstageConfig,
  FleetAws,
  FleetCluster,
  FleetOptions,
  FleetWorld,
} from './fleet';
export { demoFleet } from './demo';
export type { BucketSize } from './aws';
export type { CallCounter, Mutation } from './calls';
export type { ActiveFault, FaultBook, FaultRule, FaultSpec } from './faults';
export { controllerPolicy, withRoles } from './roles';
export { SIZES, generate } from './generate';
export type { GenerateOptions, Size } from './generate';
export type { JsonObject, JsonValue } from './json';
export {
  bundledWorlds,
  clusterNames,
  loadBundledPlans,
  loadBundledWorld,
  loadWorld,
  loadWorlds,
  packWorld,
  unpackWorld,
  writeWorld,
} from './worlds';
export type {
  AwsScopeFiles,
  ClusterFiles,
  Files,
  Truth,
  TruthStep,
  TruthSubject,
  World,
  WorldStep,
} from './worlds';
