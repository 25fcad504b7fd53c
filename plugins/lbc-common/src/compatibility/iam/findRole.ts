import { AwsIamRole } from '../../inventory/aws';
import { parseArn } from '../../identity/arn';
import { Message, message } from '../../messages';
import { NotSeen, RunningController } from '../types';
import { effectiveRoleArn } from './identity';
import { IamAxisOptions } from './options';

/** Why a role can't be judged, and what would let us. */
interface NotFound {
  because: Message;
  notSeen: NotSeen[];
}

/** The role, or why it can't be judged and what would let us. */
export function findRole(
  options: IamAxisOptions,
): { role: AwsIamRole; roleArn: string } | NotFound {
  const { controller, roles, accountIds } = options;
  const roleArn = effectiveRoleArn(options);
  if (roleArn === undefined) {
    return roleNotTold(controller);
  }
  const accountId = parseArn(roleArn)?.accountId ?? '';
  const role = roles?.items.find(({ arn }) => arn === roleArn);
  if (role) {
    return { role, roleArn };
  }
  if (!accountIds.includes(accountId)) {
    return {
      because: message('iam.account-not-configured', {
        role: roleArn,
        accountId,
      }),
      notSeen: [
        {
          message: message('iam.let-account-be-read', { accountId }),
          config: `lbc.aws.scopes: [{ accountId: '${accountId}', … }]`,
        },
      ],
    };
  }
  if (roles === undefined) {
    return {
      because: message('iam.switched-off', { role: roleArn }),
      notSeen: [
        {
          message: message('iam.let-iam-be-read'),
          config: 'lbc.aws.optional.iam: true',
        },
      ],
    };
  }
  return roles.coverage === 'denied' || roles.coverage === 'failed'
    ? {
        because: message('iam.role-not-readable', { role: roleArn }),
        notSeen: [
          {
            message:
              roles.reason ??
              message('iam.role-not-readable', { role: roleArn }),
            ...(roles.coverage === 'denied' && { iamAction: 'iam:GetRole' }),
          },
        ],
      }
    : {
        because: message('iam.role-not-read-yet', { role: roleArn }),
        notSeen: [],
      };
}

/** Which role it is, neither the cluster nor EKS tells. */
function roleNotTold({
  identity,
  cluster,
  namespace = '',
  name = '',
}: RunningController): NotFound {
  const params = { cluster, namespace, name };
  switch (identity?.kind) {
    case 'pod-identity':
      return {
        because: message('iam.pod-identity-not-seen', { cluster }),
        notSeen: [
          {
            message: message('iam.let-eks-tell'),
            config: 'lbc.aws.optional.eks: true',
            iamAction: 'eks:ListPodIdentityAssociations',
          },
        ],
      };
    case 'node-role':
      return {
        because: message('iam.node-role-not-known', params),
        notSeen: [],
      };
    case 'static-keys':
      return { because: message('iam.static-keys', params), notSeen: [] };
    default:
      return { because: message('iam.role-not-known', params), notSeen: [] };
  }
}
