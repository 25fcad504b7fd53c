import type { AxisInput } from '../compatibility/axes/input';
import type { AssessIam } from '../compatibility/assess';
import type { FieldHistory } from '../compatibility/features/fieldHistory';
import type { ObjectInUse } from '../compatibility/objectsInUse';
import type { ResourceInUse, RunningController } from '../compatibility/types';
import type { Generation, Family } from '../identity/tags';
import type { AwsEksCluster } from '../inventory/aws';
import type { KubernetesKindName } from '../inventory/kinds';
import type { ClusterSnapshot } from '../inventory/snapshot';
import type {
  SubjectDrift,
  SubjectLoadBalancer,
  SubjectOwner,
} from '../inventory/subject';
import type { ReleaseDelta } from '../knowledge/delta';
import type { VersionStanding } from '../knowledge/standing';
import type { Knowledge, Release } from '../knowledge/types';
import type { Facets, LifecycleState } from '../lifecycle/types';
import type { Message } from '../messages';
import type {
  ReadinessFinding,
  ReadinessTarget,
  ReadinessWhen,
  Rehearsal,
} from './types';

/**
 * What a check reads. A blocking check of which one was not read, or too long
 * ago, keeps the verdict from being given, whatever else it found.
 * @public
 */
export type ReadinessRead =
  | `kubernetes:${KubernetesKindName}`
  | 'kubernetes:version'
  /** Load balancers and their owners, as they were judged. */
  | 'subjects'
  /** Listeners, rules and attributes: what a detail job reads. */
  | 'detail'
  | 'iam'
  | 'values'
  | 'fleet'
  /** What is known of releases; always there. */
  | 'knowledge';

/** A subject, as far as readiness needs it: what the store keeps of one. @public */
export interface ReadinessSubject {
  id: string;
  kind: 'load-balancer' | 'owner' | 'target-group' | 'security-group';
  generation: Generation;
  family?: Family;
  clusterTag?: string;
  stack?: string;
  accountId?: string;
  region?: string;
  loadBalancer?: SubjectLoadBalancer;
  owners: readonly SubjectOwner[];
  state: LifecycleState;
  because: Message;
  /** When this state began (ISO 8601). */
  since?: string;
  facets: Facets;
  /** Absent where its live side was never read. */
  drift?: SubjectDrift;
  findings: ReadonlyArray<{ code: string; title: Message }>;
  targetGroups: ReadonlyArray<{
    name: string;
    health?: { observedAt: string; byState: Readonly<Record<string, number>> };
  }>;
  /** The age of the oldest source behind it (ISO 8601). */
  observedAt: string;
}

/** The subjects of one cluster. @public */
export interface ReadinessSubjects {
  items: readonly ReadinessSubject[];
  /** False: there may be more, or AWS was not read completely. */
  whole: boolean;
  /** What was not seen, where it is not whole. */
  notSeen: readonly Message[];
}

/** Values of the chart, from where they may be read. @public */
export interface ReadinessValues {
  from: 'configuration' | 'argo-cd' | 'flux' | 'upload';
  values: Readonly<Record<string, unknown>>;
}

/** How often inputs are read; twice that is too old for a verdict. @public */
export interface ReadinessCadence {
  kubernetesSeconds: number;
  awsSeconds: number;
  /** Listeners, rules and attributes of a stack. */
  detailSeconds: number;
  iamSeconds: number;
}

/** Everything that checks are judged by. @public */
export interface ReadinessInput {
  /** ISO 8601; the only clock there is. */
  now: string;
  target: ReadinessTarget;
  cluster: ClusterSnapshot;
  running: RunningController;
  /** All that run in the cluster, this one among them. */
  all: readonly RunningController[];
  standing?: VersionStanding;
  /** The release that runs; absent: not known. */
  from?: Release;
  /** The release that is to run: the same, where Kubernetes is to change. */
  to?: Release;
  /** What the jump changes; absent where one of the two is not known, or none is made. */
  delta?: ReleaseDelta;
  /** The cluster's minor version, now and then. */
  kubernetes: { from?: string; to?: string };
  knowledge: Knowledge;
  history: FieldHistory;
  iam: AssessIam;
  /** When roles were read (ISO 8601). */
  iamObservedAt?: string;
  eks?: AwsEksCluster;
  objects: readonly ObjectInUse[];
  resources: readonly ResourceInUse[];
  podStarts: readonly string[];
  subjects: ReadinessSubjects;
  values?: ReadinessValues;
  rehearsals: readonly Rehearsal[];
  cadence: ReadinessCadence;
}

/** What a check says, before its own name is put to it. @public */
export type ReadinessResult = Pick<ReadinessFinding, 'status' | 'message'> &
  Partial<
    Pick<
      ReadinessFinding,
      | 'when'
      | 'evidence'
      | 'remedy'
      | 'commands'
      | 'snippet'
      | 'blocking'
      | 'observedAt'
    >
  >;

/** One check: a pure function of its input. @public */
export interface ReadinessCheck {
  /** `LBC-…`, never reused for another. */
  code: string;
  title: Message;
  reads: readonly ReadinessRead[];
  /** Does `unknown` keep the verdict from being given? */
  blocking: boolean;
  when: ReadinessWhen;
  /** The kinds of change that it is for; default: both. */
  targets?: ReadonlyArray<ReadinessTarget['kind']>;
  /** Nothing found is a pass. */
  run(input: ReadinessInput): ReadinessResult[];
}

/** The input of an axis of compatibility, as if the target ran already. */
export type TargetAxisInput = AxisInput;
