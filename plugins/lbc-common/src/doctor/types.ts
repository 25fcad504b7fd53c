import type { Command } from '../inventory/subject';
import type { Message } from '../messages';
import type { OptionalAwsService } from '../rights';
import type { Coverage } from '../inventory/coverage';

/** What one source said of one kind, as coverage has it. @public */
export interface DoctorSource {
  kind: string;
  coverage: Coverage;
  reason?: Message;
  /** Actions that AWS refused meanwhile. */
  refused?: readonly string[];
  /** When its items were read (ISO 8601). */
  observedAt?: string;
  /** When it was last tried (ISO 8601). */
  attemptedAt: string;
  /** How often it is read, where that is not as often as its target is swept. */
  cadenceSeconds?: number;
}

/** What the newest reading of a stack could not read in a target. @public */
export interface DoctorNotRead {
  operation: string;
  reason: Message;
  observedAt: string;
}

/** A cluster or a scope, as the store has it. @public */
export interface DoctorTargetInput {
  /** `cluster:<name>` or `scope:<account>/<region>`. */
  id: string;
  kind: 'cluster' | 'scope';
  /** The portal's name, or `<account>/<region>`. */
  name: string;
  /** When it was swept well last (ISO 8601). */
  observedAt?: string;
  attemptedAt?: string;
  /** Why its last sweep failed as a whole, or it can’t be swept. */
  problem?: Message;
  /** It can never be swept unattended. */
  unreadable?: boolean;
  /** How often it is swept. */
  cadenceSeconds: number;
  sources: readonly DoctorSource[];
  notRead: readonly DoctorNotRead[];
  /** Of a cluster: controllers and subjects that were found. */
  holds?: { controllers: number; subjects: number };
}

/** A value of the cluster tag in one place of AWS. @public */
export interface DoctorClusterTag {
  clusterTag: string;
  accountId: string;
  region: string;
  vpcId?: string;
  /** The cluster that it is proven to be; absent where nobody here knows it. */
  cluster?: string;
  /** Load balancers that carry it there and are bound to no cluster. */
  loadBalancers: number;
}

/** A job that failed at its last run. @public */
export interface DoctorJob {
  id: string;
  kind: string;
  /** Failures since it last ended well. */
  attempts: number;
  error: string;
  lastFinishedAt?: string;
  nextDueAt?: string;
}

/** The queue of jobs. @public */
export interface DoctorJobs {
  due: number;
  running: number;
  /** Due for longer than they should have to wait. */
  overdue: number;
  /** Since when the oldest one that waits is due (ISO 8601). */
  oldestDueAt?: string;
  /** How many failed at their last run. */
  failing: number;
  /** Those that failed most often. */
  failures: DoctorJob[];
}

/** By which version of the rules units were judged last. @public */
export interface DoctorRules {
  /** Of the replica that answers. */
  version: number;
  units: Array<{ version: number; count: number }>;
}

/** What a diagnosis is made of. @public */
export interface DoctorInput {
  /** ISO 8601. */
  now: string;
  targets: readonly DoctorTargetInput[];
  optional: Readonly<Record<OptionalAwsService, boolean>>;
  /** What is wrong with configuration or discovery as a whole. */
  problems: readonly Message[];
  suggestedScopes: ReadonlyArray<{
    accountId: string;
    region: string;
    seenIn: readonly string[];
  }>;
  clusterTags: readonly DoctorClusterTag[];
  jobs: DoctorJobs;
  rules: DoctorRules;
}

/** `error`: not seen; `warning`: seen in part, or doubtful; `info`: worth knowing. @public */
export type DoctorSeverity = 'error' | 'warning' | 'info';

/** A block of configuration or of a policy, ready to paste. @public */
export interface DoctorSnippet {
  /** What it does, and where it belongs. */
  purpose: Message;
  language: 'yaml' | 'json';
  text: string;
}

/** One thing that is missing, or worth knowing. @public */
export interface DoctorFinding {
  /** Stable, kebab-case, such as `kind-denied`. */
  code: string;
  severity: DoctorSeverity;
  /** The cluster or scope that it is of; absent: of the portal as a whole. */
  target?: string;
  message: Message;
  /** What becomes unknown by it. */
  hides?: Message;
  remedy: Message;
  /** The kind of Kubernetes, or the action of AWS, that is not allowed. */
  right?: string;
  snippets: DoctorSnippet[];
  commands: Command[];
  /** When it was seen (ISO 8601). */
  observedAt?: string;
}

/** A source with its age. @public */
export interface DoctorSourceAge {
  kind: string;
  coverage: Coverage;
  observedAt?: string;
  attemptedAt: string;
  /** Since it was read; absent where it never was. */
  ageSeconds?: number;
  /** How often it is read. */
  cadenceSeconds: number;
  /** Older than twice its cadence. */
  late: boolean;
}

/** What is seen of a cluster or a scope. @public */
export interface DoctorTarget {
  id: string;
  kind: 'cluster' | 'scope';
  name: string;
  status: 'seen' | 'partly' | 'not-seen';
  observedAt?: string;
  cadenceSeconds: number;
  late: boolean;
  /** Kinds that are seen whole or known to be absent, of how many. */
  seen: number;
  of: number;
  sources: DoctorSourceAge[];
  findings: DoctorFinding[];
}

/** @public */
export type DoctorVerdict = 'all-seen' | 'something-missing' | 'nothing-seen';

/** What can be seen, what is missing, and what to allow. @public */
export interface Diagnosis {
  verdict: DoctorVerdict;
  because: Message;
  targets: DoctorTarget[];
  /** What is of no one cluster or scope. */
  findings: DoctorFinding[];
  jobs: DoctorJobs;
  rules: DoctorRules;
}
