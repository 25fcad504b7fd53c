import { message } from '../../messages';
import { holdersOf, judgeDeparture } from '../departure';
import { awsItems, loadBalancerItem } from '../items';
import { orderOf } from '../order';
import { Scenario } from '../scenario';

/** The owner is deleted; of a group: one of its members, and then the last. */
export const ownerGoes: Scenario = {
  id: 'owner-goes',
  judge(subject) {
    const whole = judgeDeparture(subject, () => true);
    const members = holdersOf(subject).length;
    if (members < 2 || whole.outcome !== 'goes') {
      return whole;
    }
    return {
      ...whole,
      outcome: 'stays',
      because: message('what-if.one-of-many', { count: members }),
      stays: loadBalancerItem(
        subject,
        message('what-if.stays.other-members', { count: members - 1 }),
      ),
      goes: awsItems(subject, message('what-if.goes.with-last-member')),
    };
  },
  order: (question, answers) => orderOf(question, answers, ['owners', 'wait']),
};
