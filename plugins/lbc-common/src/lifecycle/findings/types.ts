import { Actor, Evidence } from '../../inventory/subject';
import { Message } from '../../messages';
import { SubjectCase } from '../case';
import { Judgement } from '../machine';
import { Facets } from '../types';

/**
 * A known pattern of failure that a case shows, beside its state. Nothing is
 * guessed: there is one only where something was seen that says so.
 * @public
 */
export interface Finding {
  /** Such as `webhook-dead`. */
  code: string;
  /** Its numbers in docs/failure-modes.md, such as `F16` and `O21`. */
  failureModes: string[];
  /** What the pattern is called. */
  title: Message;
  /**
   * What it is in this case. Where the state's reason says the same, the code
   * is the same, so that a page says it once.
   */
  messages: Message[];
  /** Who should act. */
  who: Actor;
  whatToDo?: Message;
  evidence: Evidence[];
}

/** What a finding is found in. */
export interface FindingContext {
  subject: SubjectCase;
  judgement: Judgement;
  facets: Facets;
}

/** What a rule found in a case, or what it lacked to look. */
export type Found =
  | Omit<Finding, 'code' | 'failureModes' | 'title'>
  | { notExamined: Message[] }
  | undefined;

/** One pattern: a pure function of the case. */
export interface FindingRule {
  code: string;
  title: Message;
  failureModes: readonly string[];
  /** What it advises mends a failure or a blocked deletion. */
  remedies?: boolean;
  find(context: FindingContext): Found;
}
