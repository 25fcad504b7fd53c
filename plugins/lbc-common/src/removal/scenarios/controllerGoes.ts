import { message } from '../../messages';
import { holdersOf } from '../departure';
import { answerFor, awsItems, hangsOf, objectItems } from '../items';
import { orderOf } from '../order';
import { Scenario } from '../scenario';

/** The controller is uninstalled while what it made is still there (F1, F2). */
export const controllerGoes: Scenario = {
  id: 'controller-goes',
  judge(subject) {
    const holders = holdersOf(subject);
    const leaving = holders.filter(({ role }) => role === 'leaving');
    const staying = holders.filter(({ role }) => role !== 'leaving');
    const hangs = [
      ...hangsOf(leaving, 'now', ({ object, finalizers }) =>
        message('what-if.hangs.now', { object, finalizers }),
      ),
      ...hangsOf(staying, 'later', ({ object, finalizers }) =>
        message('what-if.hangs.later', { object, finalizers }),
      ),
    ];
    const stays = [
      ...awsItems(subject, message('what-if.stays.registered-targets')),
      ...objectItems(staying, message('what-if.stays.unattended')),
    ];
    const allLeave = leaving.length > 0 && staying.length === 0;
    if (!subject.loadBalancer) {
      return answerFor(subject, {
        outcome: allLeave ? 'hangs' : 'stays',
        because: message('what-if.controller-goes-unserved'),
        stays,
        hangs,
      });
    }
    const already = subject.controller === 'gone';
    const because = already
      ? message('what-if.controller-gone-already')
      : message('what-if.controller-goes');
    return answerFor(subject, {
      outcome: allLeave ? 'hangs' : 'stays',
      because: allLeave ? message('what-if.controller-goes-leaving') : because,
      stays,
      hangs,
      unknown: [message('what-if.unknown.readiness-gates')],
    });
  },
  order: (question, answers) =>
    orderOf(question, answers, [
      'owners',
      'wait',
      'bindings',
      'classes',
      'controller',
      'iam',
    ]),
  notes: () => [
    message('what-if.note.helm-takes-class'),
    message('what-if.note.webhooks-go-too'),
    message('what-if.note.finalizers-orphan'),
  ],
};
