import { message } from '../../messages';
import { failureThat } from './parts';
import { danglingBindings } from './targetGroupMissing';
import { FindingRule } from './types';

const EXISTS = /targetgroupbindings[\w.]* \\?"([^"\\]+)\\?" already exists/;

/**
 * O6: the target group was deleted in AWS; the new one gets the same name, and
 * the TargetGroupBinding of that name, which names the old one, is in its way.
 */
export const nameDeadlock: FindingRule = {
  code: 'name-deadlock',
  title: message('finding.name-deadlock'),
  failureModes: ['F23', 'O6'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, EXISTS);
    const binding =
      failure &&
      danglingBindings(subject).find(
        ({ metadata }) => metadata.name === failure.match[1],
      );
    if (!failure || !binding) {
      return undefined;
    }
    const { namespace, name } = binding.metadata;
    return {
      messages: [message('finding.name-deadlock.is', { namespace, name })],
      who: 'platform',
      whatToDo: message('finding.name-deadlock.do', { namespace, name }),
      evidence: [
        failure.evidence,
        {
          message: message('binding-state.stranded', {
            namespace,
            name,
            arn: binding.spec?.targetGroupARN ?? '?',
          }),
          source: 'aws',
          observedAt: subject.scope?.snapshot.kinds.targetGroups?.observedAt,
          role: 'supports',
        },
      ],
    };
  },
};
