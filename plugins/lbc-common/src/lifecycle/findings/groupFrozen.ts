import { message } from '../../messages';
import { memberNamedBy } from '../freeze';
import { failuresOf } from './parts';
import { FindingRule } from './types';

/** F16: one member's mistake stops the whole group, and the controller names it. */
export const groupFrozen: FindingRule = {
  code: 'group-frozen',
  title: message('finding.group-frozen'),
  failureModes: ['F16'],
  remedies: true,
  find({ subject }) {
    if (subject.stack?.family !== 'ingress' || subject.owners.length < 2) {
      return undefined;
    }
    for (const failure of failuresOf(subject)) {
      const bad = memberNamedBy(subject, failure);
      if (bad) {
        const { namespace, name } = bad.record.metadata;
        return {
          messages: [
            message('finding.group-frozen.is', {
              namespace,
              name,
              members: subject.owners.length,
            }),
            message('then.group-frozen'),
          ],
          who: 'you',
          whatToDo: message('do.fix-failure', {
            kind: 'Ingress',
            namespace,
            name,
          }),
          evidence: [failure.evidence],
        };
      }
    }
    return undefined;
  },
};
