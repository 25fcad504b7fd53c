import { MatchingFacts } from '../identity/entities/types';
import { Family, Generation, Tags } from '../identity/tags';
import type { Finding } from '../lifecycle/findings/types';
import { Facets, LifecycleState, TargetBindingState } from '../lifecycle/types';
import { Message } from '../messages';
import type { RemovalFacts } from '../removal/facts';

/** Kinds of owner (DESIGN §1). @public */
export type OwnerKind = 'Ingress' | 'Service' | 'Gateway' | 'GlobalAccelerator';

/** A Kubernetes object that a stack is built from. @public */
export interface SubjectOwner {
  kind: OwnerKind;
  namespace: string;
  name: string;
  uid?: string;
  exists: boolean;
  /** Its own state, where it differs from the subject's or the subject has several owners. */
  state: LifecycleState;
  because?: Message;
  deletionTimestamp?: string;
  specChangedAt?: string;
}

/** One thing that was seen, or that could not be seen. @public */
export interface Evidence {
  message: Message;
  source: 'kubernetes' | 'aws' | 'history' | 'configuration';
  /** When it was seen (ISO 8601). */
  observedAt?: string;
  /** Speaks for the verdict, blocks something, or is context. */
  role: 'supports' | 'blocks' | 'context';
}

/** Who should act: the component's owner, the cluster's owner, or nobody. @public */
export type Actor = 'you' | 'platform' | 'nobody';

/** Something a person can do, with who does it. @public */
export interface Advice {
  who: Actor;
  message: Message;
}

/** A command that checks a verdict. It only reads. @public */
export interface Command {
  tool: 'kubectl' | 'aws';
  /** What it shows. */
  purpose: Message;
  /** Quoted for a POSIX shell. */
  text: string;
}

/** Facts about a subject's load balancer. @public */
export interface SubjectLoadBalancer {
  arn: string;
  name: string;
  dnsName: string;
  type: 'application' | 'network' | 'gateway';
  scheme?: string;
  state: string;
  createdAt?: string;
}

/** One target group of a subject, with its health. @public */
export interface SubjectTargetGroup {
  arn: string;
  name: string;
  targetType?: string;
  protocol?: string;
  port?: number;
  /** Counts by AWS' state; absent where health was not read. */
  health?: { observedAt: string; byState: Record<string, number> };
  /** Targets that are not healthy, with AWS' reason; at most 20. */
  notHealthy?: Array<{
    id: string;
    port?: number;
    state: string;
    reason?: string;
    description?: string;
  }>;
  /** `<namespace>/<name>` of the TargetGroupBinding that binds it. */
  targetBinding?: string;
}

/** Rules of an owner that route to a Service: what a team's paths are. @public */
export interface SubjectBackend {
  namespace: string;
  /** The Service's name. */
  name: string;
  /** Host and path, as `shop.example.com/api`. */
  routes: string[];
}

/** What one of several owners brings to a subject. @public */
export interface SubjectMember {
  kind: OwnerKind;
  namespace: string;
  name: string;
  /** How many of the subject's backends are its own: they follow its order. */
  backends: number;
  /** Host names that it asks for. */
  hosts: string[];
}

/**
 * A subject as correlate and lifecycle judge it at one time. History (since,
 * first seen) is added by the store, which remembers.
 * @public
 */
export interface Subject {
  /** An opaque hash. */
  id: string;
  kind: 'load-balancer' | 'owner' | 'target-group' | 'security-group';
  /** The portal's name of its cluster; absent where no binding says. */
  cluster?: string;
  /** The cluster's name as the tag says it. */
  clusterTag?: string;
  accountId?: string;
  region?: string;
  vpcId?: string;
  generation: Generation;
  family?: Family;
  /** Value of the `…/stack` tag, or what it would be. */
  stack?: string;
  loadBalancer?: SubjectLoadBalancer;
  /** For a security group that no load balancer has. */
  securityGroup?: { id: string; name: string; arn: string };
  targetGroups: SubjectTargetGroup[];
  owners: SubjectOwner[];
  backends: SubjectBackend[];
  /** Who has which of `backends`, where there are several owners. */
  members?: SubjectMember[];
  /** What only its removal depends on. */
  removal?: RemovalFacts;
  /** Does a controller of the subject's cluster live? */
  controller: 'alive' | 'gone' | 'unknown';
  state: LifecycleState;
  because: Message;
  /** For `unknown`: states it may be in. */
  candidates?: LifecycleState[];
  /** For `unknown`: what would decide. */
  wouldDecide?: Message[];
  /** For `orphaned`: how sure (DESIGN §5). */
  grade?: 'witnessed' | 'inferred';
  /** For `orphaned`: the owner exists but no longer claims it. */
  disowned?: boolean;
  facets: Facets;
  /** Where its stack was read live and compared, and that still counts. */
  drift?: SubjectDrift;
  evidence: Evidence[];
  /** Known patterns of failure that it shows, beside its state. */
  findings: Finding[];
  /** What could not be examined beside the verdict. */
  notExamined: Message[];
  whatHappens: Message[];
  whatToDo: Advice[];
  /** What a deploy or a scaling would do to traffic now. */
  ifYouDeploy: Message;
  traffic: Message;
  commands: Command[];
  tags: Tags;
  matching: MatchingFacts;
  /** The age of the oldest source that the verdict rests on (ISO 8601). */
  observedAt: string;
}

/** How a stack that was read live differs from what its owners ask. @public */
export interface SubjectDrift {
  /** When the live side was read (ISO 8601). */
  observedAt: string;
  facet: Facets['drift'];
  /** At most 100. */
  findings: SubjectDriftFinding[];
  moreFindings: number;
  /** What could not be compared. */
  notExamined: Message[];
  /** How many facts were compared. */
  compared: number;
}

/** One thing that is otherwise in AWS than the owners ask. @public */
export interface SubjectDriftFinding {
  message: Message;
  /** Where in the stack it is. */
  path: string;
  /** Null: nothing of the kind. */
  expected: string | null;
  live: string | null;
  /** What becomes of it. */
  kind: 'reverted-at-next-reconcile' | 'not-noticed' | 'replaces' | 'ignored';
}

/** A TargetGroupBinding and the target group it binds. @public */
export interface TargetBinding {
  /** An opaque hash. */
  id: string;
  cluster: string;
  namespace: string;
  name: string;
  uid: string;
  targetGroupArn?: string;
  /**
   * Name of the target group: as AWS says it, or as the ARN says it where AWS
   * was not read; null where AWS does not have it.
   */
  targetGroup: string | null;
  /** Subject whose stack made it; absent for one written by a user. */
  subjectId?: string;
  /** Whether its stack's owner is there; unknown where that cannot be told. */
  ownerExists: boolean | 'unknown';
  state: TargetBindingState;
  because: Message;
  observedAt: string;
}

/** A controller: one Deployment of the controller's image in one cluster. @public */
export interface Controller {
  cluster: string;
  namespace: string;
  name: string;
  /** From the image tag; absent where it is none that can be read. */
  version?: string;
  image?: string;
  /** `--cluster-name` and other flags. */
  flags: Record<string, string>;
  replicas: { wanted: number; ready: number };
  liveness: 'alive' | 'gone' | 'unknown';
  because: Message;
  /** When the Lease was last renewed. */
  leaseRenewedAt?: string;
  evidence: Evidence[];
  observedAt: string;
}

/** Proof that a value of the cluster tag belongs to one cluster (DESIGN §5). @public */
export interface ClusterBinding {
  clusterTag: string;
  accountId: string;
  region: string;
  /** Absent where configuration binds a name for all VPCs. */
  vpcId?: string;
  /** The portal's name. */
  cluster: string;
  /** UID of `kube-system` when it was seen. */
  clusterUid: string;
  evidence: Message;
  /** The EKS cluster that it was proven to be. */
  eksArn?: string;
  /** ISO 8601. */
  firstSeenAt: string;
  lastSeenAt: string;
}
