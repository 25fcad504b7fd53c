import { message } from '../../messages';
import { holdersOf } from '../departure';
import { answerFor, awsItems, hangsOf } from '../items';
import { orderOf } from '../order';
import { Scenario } from '../scenario';

/** An IngressClass, or its IngressClassParams, is deleted before its Ingresses (F4, O3). */
export const ingressClassGoes: Scenario = {
  id: 'ingress-class-goes',
  judge(subject, { ingressClass }) {
    const dependent = holdersOf(subject).filter(
      ({ kind, className }) =>
        kind === 'Ingress' &&
        className !== undefined &&
        (ingressClass === undefined || className === ingressClass),
    );
    if (dependent.length === 0) {
      return answerFor(subject, {
        outcome: 'unaffected',
        because: message('what-if.no-class-named'),
      });
    }
    const classes = [
      ...new Set(dependent.flatMap(({ className }) => className ?? [])),
    ];
    const leaving = dependent.filter(({ role }) => role === 'leaving');
    const staying = dependent.filter(({ role }) => role !== 'leaving');
    return answerFor(subject, {
      outcome: staying.length > 0 ? 'stays' : 'hangs',
      because: message('what-if.class-goes', { classes }),
      stays: awsItems(subject, message('what-if.stays.frozen')),
      hangs: [
        ...hangsOf(leaving, 'now', ({ object, finalizers }) =>
          message('what-if.hangs.class', { object, finalizers }),
        ),
        ...hangsOf(staying, 'later', ({ object, finalizers }) =>
          message('what-if.hangs.class', { object, finalizers }),
        ),
      ],
      unknown: [message('what-if.unknown.class-missing-release')],
    });
  },
  order: (question, answers) =>
    orderOf(question, answers, ['owners', 'wait', 'classes']),
  notes: () => [message('what-if.note.recreate-class')],
};
