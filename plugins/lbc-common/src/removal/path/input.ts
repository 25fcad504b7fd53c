import type { IamReadings } from '../../compatibility/iam';
import type { RunningController } from '../../compatibility/types';
import type { PriceList } from '../../cost/types';
import type { ClusterSnapshot, ScopeSnapshot } from '../../inventory/snapshot';
import type { ClusterBinding, Controller } from '../../inventory/subject';
import type { RemovalSubject } from '../types';

/** A subject as correlate judged it, as far as its going can hang. @public */
export type RemovalPathSubject = Pick<
  RemovalSubject,
  | 'id'
  | 'generation'
  | 'state'
  | 'stack'
  | 'loadBalancer'
  | 'securityGroup'
  | 'removal'
  | 'observedAt'
>;

/** What the way to remove a controller is judged by. @public */
export interface RemovalPathInput {
  /** ISO 8601; the only clock there is. */
  now: string;
  cluster: ClusterSnapshot;
  /** As correlate judged them. */
  controllers: readonly Controller[];
  /** All scopes that are swept. */
  scopes: readonly ScopeSnapshot[];
  /** What was proven of the cluster's name in AWS. */
  bindings: readonly ClusterBinding[];
  subjects: {
    items: readonly RemovalPathSubject[];
    /** False: there may be more. */
    whole: boolean;
  };
  iam: IamReadings;
  prices: PriceList;
  /** How often sources are read; twice that is too old to prove that nothing is left. */
  cadence: { kubernetesSeconds: number; awsSeconds: number };
}

/** The input with what is derived of it once. */
export interface PathContext extends RemovalPathInput {
  /** The controller that is to go; absent where none is seen. */
  running?: RunningController;
  /** Values of the cluster tag that are the cluster's. */
  names: readonly string[];
  /** Region for commands where a resource names none. */
  region: string;
}
