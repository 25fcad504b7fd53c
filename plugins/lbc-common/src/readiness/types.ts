import type { RunningController } from '../compatibility/types';
import type { Advice, Command, Evidence } from '../inventory/subject';
import type { Message } from '../messages';

/** What is going to change. @public */
export type ReadinessTarget =
  /** The controller, to a release such as `v3.5.0`. */
  | { kind: 'controller'; version: string }
  /** The cluster, to a Kubernetes minor version such as `1.35`. */
  | { kind: 'kubernetes'; version: string };

/** How a check came out. `unknown`: an input is missing; never a guess. @public */
export type ReadinessStatus =
  | 'pass'
  | 'warn'
  | 'fail'
  | 'unknown'
  | 'not-applicable';

/** When something is to be done, seen from the upgrade. @public */
export type ReadinessWhen = 'before' | 'during' | 'after';

/** Somebody's word for what could not be seen; it makes `unknown` a warning. @public */
export interface Attestation {
  cluster: string;
  /** Code of the check. */
  check: string;
  target: ReadinessTarget;
  /** Entity ref of who said it. */
  by: string;
  why: string;
  /** ISO 8601. */
  at: string;
  expiresAt: string;
}

/** What one check found. A check may find several things. @public */
export interface ReadinessFinding {
  /** Of the check, such as `LBC-CRD-001`: never reused. */
  code: string;
  status: ReadinessStatus;
  /** Does `unknown` keep the verdict from being given? */
  blocking: boolean;
  when: ReadinessWhen;
  message: Message;
  evidence: Evidence[];
  remedy?: Advice[];
  commands?: Command[];
  /** A document to apply or add, such as an IAM statement; shown as it is. */
  snippet?: { language: 'json' | 'yaml' | 'shell'; text: string };
  attestation?: Attestation;
  /** When the oldest input was read (ISO 8601). */
  observedAt?: string;
}

/** @public */
export type ReadinessVerdict =
  | 'ready'
  | 'ready-with-warnings'
  | 'not-ready'
  | 'cannot-determine';

/** A release that one could go to, and why or why not. @public */
export interface TargetProposal {
  target: ReadinessTarget;
  /** Is it the one that is proposed? */
  best: boolean;
  because: Message;
}

/** Phases of a plan, in their order. @public */
export type PlanPhase =
  | 'preconditions'
  | 'baseline'
  | 'iam'
  | 'gateway-api-crds'
  | 'crds'
  | 'values'
  | 'upgrade'
  | 'watch'
  | 'compare'
  | 'rollback';

/** One thing that a person does; the product runs nothing. @public */
export interface PlanStep {
  phase: PlanPhase;
  /** Which stop of a jump it belongs to, where there are several. */
  stop?: string;
  message: Message;
  because: Message;
  who: Advice['who'];
  /** Commands that change something are for people and pipelines. */
  commands: Array<{
    text: string;
    /** Does it change something? */
    changes: boolean;
  }>;
  snippet?: ReadinessFinding['snippet'];
  /** Codes of the findings that made it. */
  findings: string[];
}

/** What the change does to one owner. @public */
export interface OwnerEffect {
  subjectId: string;
  owner: { kind: string; namespace: string; name: string };
  effect: 'none' | 'brief-gap' | 'replaced' | 'unknown';
  because: Message;
}

/** Where the target already runs. @public */
export interface Rehearsal {
  cluster: string;
  version: string;
  /** Since when it was seen there (ISO 8601). */
  since: string;
  /** Verdict of a comparison there, where there is one. */
  verification?: string;
  /** Features of this cluster that are used there, too. */
  covers: number;
  of: number;
  kubernetes?: { here: string; there: string };
}

/** `GET /controllers/:cluster/readiness` @public */
export interface ReadinessReport {
  cluster: string;
  controller?: RunningController;
  target: ReadinessTarget;
  verdict: ReadinessVerdict;
  because: Message;
  /** When its inputs will be too old (ISO 8601). */
  validUntil?: string;
  /** Those that passed and do not apply included; worst first. */
  findings: ReadinessFinding[];
  plan: PlanStep[];
  effects: OwnerEffect[];
  proposals: TargetProposal[];
  rehearsals: Rehearsal[];
  observedAt?: string;
}
