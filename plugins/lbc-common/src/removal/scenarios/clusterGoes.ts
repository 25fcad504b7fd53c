import { message } from '../../messages';
import { answerFor, awsItems } from '../items';
import { orderOf } from '../order';
import { Scenario } from '../scenario';

/** The cluster is deleted with everything in it (F6). */
export const clusterGoes: Scenario = {
  id: 'cluster-goes',
  judge(subject) {
    return subject.loadBalancer
      ? answerFor(subject, {
          outcome: 'leaks',
          because: message('what-if.cluster-goes'),
          leaks: awsItems(subject, message('what-if.leaks.no-cluster')),
        })
      : answerFor(subject, {
          outcome: 'goes',
          because: message('what-if.cluster-goes-nothing'),
        });
  },
  order: (question, answers) =>
    orderOf(question, answers, [
      'owners',
      'wait',
      'bindings',
      'classes',
      'controller',
      'backend-security-group',
      'iam',
      'cluster',
    ]),
  notes: ({ looseTargetBindings = [] }) => [
    message('what-if.note.vpc-stays'),
    message('what-if.note.backend-security-group'),
    ...(looseTargetBindings.length > 0
      ? [message('what-if.note.loose-targets-stay')]
      : []),
  ],
};
