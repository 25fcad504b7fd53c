export { Fleet } from './Fleet';
export { FLEET_FILE } from './StateDir';
export type { BackstageConfig } from './backstageConfig';
export type {
  FleetAws,
  FleetCluster,
  FleetOptions,
  FleetWorld,
} from './options';
