import { identifyTags } from '../../../identity/tags';
import { message } from '../../../messages';
import { aws } from '../commands';
import { groupCommands } from '../gates/aws';
import { PathContext } from '../input';
import { taggedWith } from '../tagged';
import { RemovalGate, RemovalLeftover } from '../types';
import { leftover } from './leftover';

const KIND = 'backend-security-group';

/** The security group that all load balancers of the cluster share (O7). */
export function backendSecurityGroups(
  context: PathContext,
  gates: readonly RemovalGate[],
): RemovalLeftover[] {
  const { items, notSeen } = taggedWith(
    context,
    'securityGroups',
    ({ kinds }) => kinds.securityGroups,
  );
  const found = items.filter(
    ({ tags }) => identifyTags(tags).role === 'backend-security-group',
  );
  // Where not all was read, there may be more than was found.
  const rest =
    found.length > 0 && notSeen.length === 0
      ? []
      : [
          leftover(gates, {
            kind: KIND,
            id: '',
            status: notSeen.length > 0 ? 'unknown' : 'gone',
            because:
              notSeen[0] ??
              message('removal-leftover.no-backend-security-group'),
            checks: groupCommands(context),
          }),
        ];
  const there = found.map(({ scope, item: { id } }) =>
    leftover(gates, {
      kind: KIND,
      id,
      status: 'there',
      because: message('removal-leftover.backend-security-group', { id }),
      checks: [
        aws(
          scope.region,
          message('clean-up.check.security-group-interfaces', { id }),
          'ec2',
          'describe-network-interfaces',
          '--filters',
          `Name=group-id,Values=${id}`,
          '--query',
          'NetworkInterfaces[].[NetworkInterfaceId,Description]',
        ),
        aws(
          scope.region,
          message('clean-up.check.security-group-references', { id }),
          'ec2',
          'describe-security-groups',
          '--filters',
          `Name=ip-permission.group-id,Values=${id}`,
          '--query',
          'SecurityGroups[].[GroupId,GroupName]',
        ),
      ],
      commands: [
        aws(
          scope.region,
          message('clean-up.act.delete', { name: id }),
          'ec2',
          'delete-security-group',
          '--group-id',
          id,
        ),
      ],
    }),
  );
  return [...there, ...rest];
}
