import type { StackDetail } from '../inventory/detail';
import type { Message } from '../messages';

/** Why somebody took a baseline. @public */
export interface BaselineInfo {
  id: string;
  cluster: string;
  /** Words of who took it. */
  name: string;
  /** Entity ref, or `schedule`. */
  by: string;
  /** ISO 8601. */
  startedAt: string;
  finishedAt?: string;
  status: 'reading' | 'complete' | 'partial' | 'failed';
  progress: { stacksDone: number; stacksTotal: number };
  /** The controller's version then. */
  version?: string;
  /** What of it could not be read. */
  notRead: Message[];
  bytes?: number;
}

/** The Kubernetes side of one owner, as a baseline keeps it. @public */
export interface BaselineOwner {
  kind: string;
  namespace: string;
  name: string;
  uid?: string;
  finalizers: string[];
  /** Hash of spec and of the annotations that people write; empty where it was not read. */
  specHash: string;
  hosts: string[];
  conditions: Array<{ type: string; status: string; reason?: string }>;
  /** Last `SuccessfullyReconciled` that was seen (ISO 8601). */
  lastSuccessAt?: string;
  /** The newest failure that was seen. */
  lastFailure?: { reason: string; at: string };
}

/**
 * Something beside the owners that a stack is built from, and that its teams
 * write: Services, routes, configurations, parameters of the class.
 * @public
 */
export interface BaselineInput {
  kind: string;
  namespace: string;
  name: string;
  specHash: string;
}

/** One stack: what AWS has of it, and its owners. @public */
export interface BaselineStack {
  subjectId: string;
  loadBalancerArn: string;
  name: string;
  dnsName: string;
  detail: StackDetail;
  owners: BaselineOwner[];
  /** Absent where nothing beside the owners was read. */
  inputs?: BaselineInput[];
  /** Ready addresses behind it, `<address>:<port>` by target group name; absent where not read. */
  readyEndpoints?: Record<string, string[]>;
}

/** Who leads a controller, by its Lease. @public */
export interface BaselineLeader {
  holder?: string;
  /** Since when it leads (ISO 8601); absent where the Lease does not say. */
  since?: string;
  /** Was the Lease renewed lately, by the API server's own clock? */
  fresh: boolean;
}

/** What the cluster itself has that an upgrade changes. @public */
export interface BaselineCluster {
  /** When it was read (ISO 8601). */
  observedAt: string;
  controllers: Array<{
    namespace: string;
    name: string;
    version?: string;
    image?: string;
  }>;
  /** Keys of tags that the controllers leave to others (`--external-managed-tags`). */
  externalTags?: string[];
  /** Absent where no Lease could be read. */
  leader?: BaselineLeader;
  /** Absent where CRDs were not read. By name. */
  crds?: Record<string, BaselineCrd>;
  /** Absent where webhooks were not read. By the webhook's name. */
  webhooks?: Record<string, BaselineWebhook>;
  /** Absent where they were not read. By `<Kind>/<name>`. */
  classes?: Record<string, { uid: string; specHash: string }>;
}

/** @public */
export interface BaselineCrd {
  versions: Record<
    string,
    { served: boolean; storage: boolean; fields?: string[] }
  >;
  storedVersions: string[];
}

/** @public */
export interface BaselineWebhook {
  failurePolicy: string;
  caBundleHash?: string;
  admissionReviewVersions: string[];
  rules: string[];
}

/** What a stack's comparison says. @public */
export type VerificationVerdict =
  | 'verified'
  | 'changed-as-expected'
  | 'changed-unexpectedly'
  | 'settling'
  | 'cannot-tell';

/** What brought a change about. @public */
export type ChangeCause = 'owner' | 'upgrade' | 'somebody' | 'unknown';

/** One difference between then and now. @public */
export interface VerificationChange {
  kind: 'added' | 'removed' | 'changed' | 'replaced' | 'target-lost';
  /** Where in the stack, for a person. */
  message: Message;
  /** The same as a dotted path. */
  path: string;
  before: string | null;
  after: string | null;
  cause: ChangeCause;
  expected: boolean;
  /** Is it only told, as renumbered rules are? */
  reportedOnly: boolean;
}

/** @public */
export interface StackComparison {
  subjectId: string;
  name: string;
  owners: Array<{ kind: string; namespace: string; name: string }>;
  verdict: VerificationVerdict;
  because: Message;
  changes: VerificationChange[];
  /** What is awaited, while it settles. */
  awaited: Message[];
}

/** `GET /baselines/:id/comparison` @public */
export interface ComparisonReport {
  baseline: BaselineInfo;
  verdict: VerificationVerdict;
  because: Message;
  stacks: StackComparison[];
  /** Differences of the cluster's side: CRDs, webhooks, the controller. */
  cluster: VerificationChange[];
  /** `traffic not measured` and the like. */
  notes: Message[];
  comparedAt: string;
}

/** What a comparison knows beside the stacks. @public */
export interface VerificationContext {
  /** When the baseline was begun (ISO 8601). */
  baselineAt: string;
  /** The cluster's side then and now. */
  before: BaselineCluster;
  /** Absent where it was not read since the comparison was asked for. */
  after?: BaselineCluster;
  /** Was every load balancer listed since, so that one that is not found is gone? */
  listed: boolean;
  /** Those of the baseline's owners that are there now; absent where they were not read. */
  owners?: readonly BaselineOwner[];
}
