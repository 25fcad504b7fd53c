import { Evidence } from '../inventory/subject';
import { Message, message } from '../messages';
import { SubjectCase, isAwsUnread } from './case';
import { RULES } from './states';
import { LifecycleState } from './types';

/** What the machine makes of a case. */
export interface Judgement {
  state: LifecycleState;
  because: Message;
  evidence: Evidence[];
  notExamined: Message[];
  /** For `unknown`. */
  candidates?: LifecycleState[];
  wouldDecide?: Message[];
  grade?: 'witnessed' | 'inferred';
  disowned?: boolean;
  /** When time alone may change the answer. */
  decidesAt?: string;
}

function nothingHolds(subject: SubjectCase): Message {
  const [owner] = subject.owners;
  return owner && isAwsUnread(subject)
    ? message('state.kubernetes-side-reconciled', {
        kind: owner.record.kind,
        namespace: owner.record.metadata.namespace,
        name: owner.record.metadata.name,
      })
    : message('state.not-judged');
}

/**
 * Walks the rules in order. A rule that must be proven false and can't be makes
 * the answer `unknown`, with every state that is still possible.
 */
export function judge(subject: SubjectCase): Judgement {
  const notExamined: Message[] = [];
  const candidates: LifecycleState[] = [];
  const wouldDecide: Message[] = [];
  const waits: string[] = [];
  for (const rule of RULES) {
    const verdict = rule.judge(subject);
    if (verdict.holds === 'unknown') {
      if (!rule.onlyWhenProven) {
        candidates.push(rule.state);
        wouldDecide.push(...verdict.wouldDecide);
        if (verdict.decidesAt) {
          waits.push(verdict.decidesAt);
        }
      } else {
        notExamined.push(...verdict.wouldDecide);
      }
    } else if (verdict.holds) {
      if (candidates.length === 0) {
        return {
          state: rule.state,
          because: verdict.because,
          evidence: verdict.evidence ?? [],
          notExamined,
          ...(verdict.grade && { grade: verdict.grade }),
          ...(verdict.disowned && { disowned: true }),
          ...(verdict.decidesAt && { decidesAt: verdict.decidesAt }),
        };
      }
      candidates.push(rule.state);
      break;
    } else {
      notExamined.push(...(verdict.notExamined ?? []));
    }
  }
  return {
    state: 'unknown',
    because: wouldDecide[0] ?? nothingHolds(subject),
    evidence: [],
    notExamined,
    candidates,
    wouldDecide,
    ...(waits.length > 0 && { decidesAt: waits.sort()[0] }),
  };
}
