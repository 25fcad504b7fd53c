import { StagedWorld } from '../stage';
import { ClusterData } from './ClusterData';

/** A cluster that the server answers for. */
export interface ServedCluster {
  /** The portal's name, which is also in the path. */
  name: string;
  token: string;
  staged: StagedWorld;
  data: ClusterData;
}
