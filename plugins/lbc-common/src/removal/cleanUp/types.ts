import { CostEstimate } from '../../cost/types';
import { Message } from '../../messages';
import { ProofLine } from '../facts';

/** A command for a person; the product runs none. @public */
export interface CleanUpCommand {
  tool: 'aws' | 'kubectl';
  /** What it shows, or what it does. */
  purpose: Message;
  /** Quoted for a POSIX shell. */
  text: string;
}

/** An operator's word that an orphan may be cleaned up (`lbc.confirmedOrphans`). @public */
export interface ConfirmedOrphan {
  arn: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** Something that may stand in the way of a step. @public */
export interface CleanUpBlocker {
  status: 'blocks' | 'unknown';
  message: Message;
}

/** One step, in AWS' order. @public */
export interface CleanUpStep {
  /** As in `load-balancer`. */
  id: string;
  message: Message;
  /** ARNs and IDs that it is about. */
  resources: string[];
  blockers: CleanUpBlocker[];
  /** Run these first: they only read. */
  checks: CleanUpCommand[];
  /** These change AWS. Empty unless clean-up is allowed and nothing blocks. */
  commands: CleanUpCommand[];
}

/** Whether commands that change something are shown. @public */
export interface CleanUpPermission {
  allowed: boolean;
  because: Message;
  /** What is lacking. */
  lacking: Message[];
  /** When it will be allowed, where only time is lacking (ISO 8601). */
  allowedAt?: string;
  confirmed?: ConfirmedOrphan;
}

/** How to clean up one orphan. @public */
export interface CleanUpPlan {
  subjectId: string;
  /** Only what is orphaned can be cleaned up. */
  applies: boolean;
  because: Message;
  grade?: 'witnessed' | 'inferred';
  proof: ProofLine[];
  /** Nothing shows that it serves nobody, unless it has no healthy target and no traffic. */
  mayStillServe: boolean;
  serving: Message;
  permission: CleanUpPermission;
  /** The better way. */
  instead?: Message;
  steps: CleanUpStep[];
  /** Whether it is really gone. */
  afterwards: CleanUpCommand[];
  cost?: CostEstimate;
}
