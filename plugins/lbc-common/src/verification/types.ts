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
  /** Hash of spec and of the annotations that people write. */
  specHash: string;
  hosts: string[];
  conditions: Array<{ type: string; status: string; reason?: string }>;
  /** Last `SuccessfullyReconciled` that was seen (ISO 8601). */
  lastSuccessAt?: string;
}

/** One stack: what AWS has of it, and its owners. @public */
export interface BaselineStack {
  subjectId: string;
  loadBalancerArn: string;
  name: string;
  dnsName: string;
  detail: StackDetail;
  owners: BaselineOwner[];
  /** Ready addresses behind it, `<address>:<port>` by target group name; absent where not read. */
  readyEndpoints?: Record<string, string[]>;
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
