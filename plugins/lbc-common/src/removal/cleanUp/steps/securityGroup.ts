import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepBase, blocks, notKnown, step } from './context';

/** A security group, only where its tags call it the stack’s own. */
export function securityGroupStep(context: StepBase, id: string): CleanUpStep {
  const { commands, removal } = context;
  const managed = removal.managedSecurityGroups;
  const isManaged = managed?.includes(id) ?? false;
  return step(context, {
    id: 'security-group',
    message: message('clean-up.step.security-group', { id }),
    resources: [id],
    blockers: [
      ...(isManaged
        ? []
        : [
            blocks(
              message(
                managed
                  ? 'clean-up.blocker.security-group-not-managed'
                  : 'clean-up.blocker.security-group-unread',
                { id },
              ),
            ),
          ]),
      notKnown(message('clean-up.blocker.security-group-use', { id })),
    ],
    checks: [
      commands.aws(
        message('clean-up.check.security-group', { id }),
        'ec2',
        'describe-security-groups',
        '--group-ids',
        id,
      ),
      commands.aws(
        message('clean-up.check.security-group-interfaces', { id }),
        'ec2',
        'describe-network-interfaces',
        '--filters',
        `Name=group-id,Values=${id}`,
      ),
      commands.aws(
        message('clean-up.check.security-group-references', { id }),
        'ec2',
        'describe-security-groups',
        '--filters',
        `Name=ip-permission.group-id,Values=${id}`,
      ),
    ],
    acts: [
      commands.aws(
        message('clean-up.act.delete', { name: id }),
        'ec2',
        'delete-security-group',
        '--group-id',
        id,
      ),
    ],
  });
}
