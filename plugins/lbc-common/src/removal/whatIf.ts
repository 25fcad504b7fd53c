import { message } from '../messages';
import { holdersOf, isLeftOver } from './departure';
import { answerFor, awsItems, bindingHangs } from './items';
import { KnownSubject } from './scenario';
import { SCENARIOS } from './scenarios';
import {
  RemovalHang,
  RemovalSubject,
  SubjectWhatIf,
  WhatIfAnswer,
  WhatIfOutcome,
  WhatIfQuestion,
} from './types';

/** What it means for a load balancer that no LBC made. */
function ofOtherGeneration(
  subject: RemovalSubject,
  { scenario }: WhatIfQuestion,
): SubjectWhatIf | undefined {
  const { generation, state } = subject;
  const notAffected = () =>
    answerFor(subject, {
      outcome: 'unaffected',
      because: message('what-if.not-the-controllers'),
    });
  switch (generation) {
    case 'in-tree':
    case 'eks-auto-mode': {
      if (scenario === 'controller-goes' || scenario === 'ingress-class-goes') {
        return notAffected();
      }
      if (generation === 'in-tree' && scenario === 'cluster-goes') {
        return answerFor(subject, {
          outcome: 'leaks',
          because: message('what-if.cluster-goes'),
          leaks: awsItems(subject, message('what-if.leaks.no-cluster')),
        });
      }
      const because = message(
        generation === 'in-tree'
          ? 'what-if.unknown.cloud-controller'
          : 'what-if.unknown.auto-mode',
      );
      return answerFor(subject, {
        outcome: 'unknown',
        because,
        unknown: [because],
      });
    }
    case 'lbc':
      return state === 'foreign' ? notAffected() : undefined;
    default:
      return notAffected();
  }
}

/** Target bindings outlive their owner (observed.md O2) and hold their namespace. */
function leftBehind(
  { targetBindings, controller }: KnownSubject,
  { scenario, namespace }: WhatIfQuestion,
): RemovalHang[] {
  return scenario !== 'namespace-goes' || controller === 'alive'
    ? []
    : bindingHangs(
        targetBindings.filter(
          each => namespace === undefined || each.namespace === namespace,
        ),
      );
}

/** What it means for a load balancer that nobody owns here. */
function ofNobody(
  subject: KnownSubject,
  question: WhatIfQuestion,
): SubjectWhatIf | undefined {
  const { state } = subject;
  const { scenario } = question;
  if (state === 'orphaned' || state === 'superseded') {
    return answerFor(subject, {
      outcome: 'leaks',
      because: message(
        state === 'superseded'
          ? 'what-if.leaks-superseded'
          : 'what-if.leaks-already',
      ),
      leaks: awsItems(subject, message('what-if.leaks.nobodys')),
      hangs: leftBehind(subject, question),
    });
  }
  if (holdersOf(subject).length > 0 || scenario === 'cluster-goes') {
    return undefined;
  }
  const because = message('what-if.unknown.owner');
  return answerFor(subject, {
    outcome: 'unknown',
    because,
    unknown: [because],
  });
}

function judge(
  subject: RemovalSubject,
  question: WhatIfQuestion,
): SubjectWhatIf {
  const other = ofOtherGeneration(subject, question);
  if (other) {
    return other;
  }
  const { removal } = subject;
  if (!removal) {
    const because = message('what-if.unknown.facts');
    return answerFor(subject, {
      outcome: 'unknown',
      because,
      unknown: [because],
    });
  }
  const known: KnownSubject = { ...subject, removal };
  return (
    ofNobody(known, question) ??
    SCENARIOS[question.scenario].judge(known, question)
  );
}

/**
 * What would stay, hang and leak if something went: for any number of
 * subjects, one by one and summed, with the order in which to do it instead.
 * @public
 */
export function whatIf(question: WhatIfQuestion): WhatIfAnswer {
  const { scenario, subjects, unread = [], more = 0 } = question;
  const answers = subjects.map(subject => judge(subject, question));
  const totals: Record<WhatIfOutcome, number> = {
    unaffected: 0,
    stays: 0,
    goes: 0,
    hangs: 0,
    leaks: 0,
    unknown: 0,
  };
  for (const { outcome } of answers) {
    totals[outcome] += 1;
  }
  const affected = answers.some(({ outcome }) => outcome !== 'unaffected');
  const happens = answers.some(
    ({ outcome, because }) => outcome !== 'unaffected' && !isLeftOver(because),
  );
  const rules = SCENARIOS[scenario];
  return {
    scenario,
    subjects: answers,
    totals,
    order: affected ? rules.order(question, answers) : [],
    notes: happens ? rules.notes?.(question, answers) ?? [] : [],
    unknown: [
      ...unread.map(({ cluster, kind }) =>
        message('what-if.unknown.unread', { cluster, kind }),
      ),
      ...(more > 0 ? [message('what-if.unknown.more', { count: more })] : []),
    ],
  };
}
