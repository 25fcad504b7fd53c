import type { AwsEksCluster } from '../../inventory/aws';
import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { VersionStanding } from '../../knowledge/standing';
import type { Knowledge, Release } from '../../knowledge/types';
import type { FieldHistory } from '../features';
import type { ObjectInUse } from '../objectsInUse';
import type { ResourceInUse, RunningController } from '../types';

/** What every axis is judged by. */
export interface AxisInput {
  /** ISO 8601; the only clock there is. */
  now: string;
  cluster: ClusterSnapshot;
  /** The cluster as EKS has it, where that is known. */
  eks?: AwsEksCluster;
  running: RunningController;
  /** All that run in the cluster, this one among them. */
  all: readonly RunningController[];
  /** How its version stands to what is known; absent where it says none. */
  standing?: VersionStanding;
  /** The release that runs, or that a rebuild was made of; absent: unknown. */
  release?: Release;
  /** In which releases which fields are. */
  history: FieldHistory;
  /** When its Pods started, oldest first (ISO 8601). */
  podStarts: readonly string[];
  knowledge: Pick<Knowledge, 'releases' | 'features'>;
  objects: readonly ObjectInUse[];
  resources: readonly ResourceInUse[];
}
