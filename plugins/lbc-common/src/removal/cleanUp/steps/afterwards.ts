import { message } from '../../../messages';
import { CleanUpCommand } from '../types';
import { StepBase, StepContext, resourceName } from './context';

/** Whether its security groups are really gone. */
export function groupAfterwardsOf({
  removal,
  commands,
}: StepBase): CleanUpCommand[] {
  return removal.securityGroups.map(id =>
    commands.aws(
      message('clean-up.gone.security-group', { id }),
      'ec2',
      'describe-security-groups',
      '--group-ids',
      id,
    ),
  );
}

/** Whether it is really gone; AWS' interfaces linger for minutes. */
export function afterwardsOf(context: StepContext): CleanUpCommand[] {
  const { loadBalancer, subject, commands } = context;
  const { arn, name } = loadBalancer;
  return [
    commands.aws(
      message('clean-up.gone.load-balancer', { name }),
      'elbv2',
      'describe-load-balancers',
      '--load-balancer-arns',
      arn,
    ),
    ...subject.targetGroups.map(group =>
      commands.aws(
        message('clean-up.gone.target-group', { name: group.name }),
        'elbv2',
        'describe-target-groups',
        '--target-group-arns',
        group.arn,
      ),
    ),
    commands.aws(
      message('clean-up.gone.interfaces'),
      'ec2',
      'describe-network-interfaces',
      '--filters',
      `Name=description,Values=ELB ${resourceName(arn)}`,
    ),
    ...groupAfterwardsOf(context),
    ...subject.targetBindings.map(binding =>
      commands.kubectl(
        message('clean-up.gone.target-binding', {
          binding: `${binding.namespace}/${binding.name}`,
        }),
        '-n',
        binding.namespace,
        'get',
        'targetgroupbinding',
        binding.name,
      ),
    ),
  ];
}
