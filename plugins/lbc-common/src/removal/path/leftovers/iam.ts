import { effectiveRoleArn } from '../../../compatibility/iam/identity';
import { parsePolicy } from '../../../compatibility/iam/policy';
import { readTrust } from '../../../compatibility/iam/trust';
import { parseArn } from '../../../identity/arn';
import { AwsIamRole, IamRoleUser } from '../../../inventory/aws';
import { Message, message } from '../../../messages';
import { aws } from '../commands';
import { PathContext } from '../input';
import { RemovalGate, RemovalLeftover } from '../types';
import { leftover } from './leftover';

type Gates = readonly RemovalGate[];

/** Policies that AWS brings are nobody's to delete. */
const OF_AWS = /^arn:aws[a-z-]*:iam::aws:policy\//;

function podIdentityOf({ iam, running }: PathContext) {
  return iam.eks?.podIdentities?.find(
    each =>
      each.namespace === running?.namespace &&
      each.serviceAccount === running?.serviceAccount,
  );
}

/** The role that the controller has, or had; undefined where nothing says it. */
function roleOf(context: PathContext): {
  arn?: string;
  role?: AwsIamRole;
  /** False: nobody read the account's roles. */
  read: boolean;
} {
  const { running, iam, cluster } = context;
  const podIdentity = podIdentityOf(context);
  const arn = running && effectiveRoleArn({ controller: running, podIdentity });
  const roles = Object.values(iam.roles).flatMap(({ items }) => items);
  const mentions = (users: readonly IamRoleUser[] | undefined) =>
    (users ?? []).some(
      each =>
        each.cluster === cluster.cluster && each.serviceAccount !== undefined,
    );
  const role =
    arn === undefined
      ? roles.find(each => mentions(each.usedBy) || mentions(each.lastUsedBy))
      : roles.find(each => each.arn === arn);
  const account = parseArn(arn ?? '')?.accountId;
  return {
    ...((arn ?? role?.arn) && { arn: arn ?? role?.arn }),
    ...(role && { role }),
    read: account !== undefined && iam.roles[account] !== undefined,
  };
}

/** Who else is known to have a role. */
function othersOf(
  { cluster, running }: PathContext,
  role: AwsIamRole,
): Message[] {
  const others = role.usedBy.filter(
    each =>
      each.cluster !== cluster.cluster ||
      (running !== undefined && each.serviceAccount !== running.serviceAccount),
  );
  return others.map(each =>
    message('removal-leftover.role-shared', {
      role: role.name,
      cluster: each.cluster,
      object: `${each.namespace}/${
        each.serviceAccount ?? each.targetGroupBinding ?? '?'
      }`,
    }),
  );
}

function policiesOf(
  context: PathContext,
  gates: Gates,
  role: AwsIamRole,
): RemovalLeftover[] {
  return role.policies
    .filter(({ arn }) => arn === undefined || !OF_AWS.test(arn))
    .map(({ name, arn }) =>
      leftover(gates, {
        kind: 'iam-policy',
        id: arn ?? name,
        status: 'there',
        because: message(
          arn === undefined
            ? 'removal-leftover.inline-policy'
            : 'removal-leftover.policy',
          { policy: name, role: role.name },
        ),
        blockers: othersOf(context, role),
        checks:
          arn === undefined
            ? []
            : [
                aws(
                  '',
                  message('removal-command.policy-users', { policy: name }),
                  'iam',
                  'list-entities-for-policy',
                  '--policy-arn',
                  arn,
                ),
              ],
        commands:
          arn === undefined
            ? [
                aws(
                  '',
                  message('clean-up.act.delete', { name }),
                  'iam',
                  'delete-role-policy',
                  '--role-name',
                  role.name,
                  '--policy-name',
                  name,
                ),
              ]
            : [
                aws(
                  '',
                  message('removal-command.detach', {
                    policy: name,
                    role: role.name,
                  }),
                  'iam',
                  'detach-role-policy',
                  '--role-name',
                  role.name,
                  '--policy-arn',
                  arn,
                ),
                aws(
                  '',
                  message('removal-command.delete-policy', { policy: name }),
                  'iam',
                  'delete-policy',
                  '--policy-arn',
                  arn,
                ),
              ],
      }),
    );
}

function trustOf(gates: Gates, role: AwsIamRole): RemovalLeftover[] {
  if (!role.trust || role.trust.document === undefined) {
    return [
      leftover(gates, {
        kind: 'oidc-trust',
        id: '',
        status: 'unknown',
        because: message('removal-leftover.trust-not-read', {
          role: role.name,
        }),
      }),
    ];
  }
  const { webIdentity, undecided } = readTrust(
    parsePolicy(role.trust.name, role.trust.document),
  );
  if (webIdentity.length === 0) {
    return [
      leftover(gates, {
        kind: 'oidc-trust',
        id: '',
        status: undecided ? 'unknown' : 'gone',
        because: message(
          undecided
            ? 'removal-leftover.trust-not-read'
            : 'removal-leftover.no-oidc-trust',
          { role: role.name },
        ),
      }),
    ];
  }
  return webIdentity.map(({ provider }) =>
    leftover(gates, {
      kind: 'oidc-trust',
      id: provider,
      status: 'there',
      because: message('removal-leftover.oidc-trust', {
        role: role.name,
        provider,
      }),
    }),
  );
}

function podIdentities(context: PathContext, gates: Gates): RemovalLeftover[] {
  const { iam, running, region, cluster } = context;
  const { eks } = iam;
  const unread =
    eks?.podIdentities === undefined || running?.serviceAccount === undefined;
  const association = podIdentityOf(context);
  if (unread || !association) {
    return [
      leftover(gates, {
        kind: 'pod-identity',
        id: '',
        status: unread ? 'unknown' : 'gone',
        because: message(
          unread
            ? 'removal-leftover.pod-identity-not-read'
            : 'removal-leftover.no-pod-identity',
          { cluster: cluster.cluster },
        ),
      }),
    ];
  }
  const { namespace, serviceAccount, roleArn } = association;
  const of = ['--cluster-name', eks?.name ?? cluster.cluster];
  return [
    leftover(gates, {
      kind: 'pod-identity',
      id: `${namespace}/${serviceAccount}`,
      status: 'there',
      because: message('removal-leftover.pod-identity', {
        object: `${namespace}/${serviceAccount}`,
        role: roleArn,
      }),
      checks: [
        aws(
          parseArn(eks?.arn ?? '')?.region ?? region,
          message('removal-command.associations'),
          'eks',
          'list-pod-identity-associations',
          ...of,
          '--namespace',
          namespace,
          '--service-account',
          serviceAccount,
          '--query',
          'associations[].associationId',
        ),
      ],
      commands: [
        aws(
          parseArn(eks?.arn ?? '')?.region ?? region,
          message('removal-command.delete-association'),
          'eks',
          'delete-pod-identity-association',
          ...of,
          '--association-id',
          'ASSOCIATION_ID',
        ),
      ],
    }),
  ];
}

/** The role with its policies, its trust, and EKS' association with it. */
export function iamLeftovers(
  context: PathContext,
  gates: Gates,
): RemovalLeftover[] {
  const { arn, role, read } = roleOf(context);
  if (!role || !role.exists) {
    const isGone = role?.exists === false;
    return [
      ...podIdentities(context, gates),
      leftover(gates, {
        kind: 'iam-role',
        id: arn ?? '',
        status: isGone ? 'gone' : 'unknown',
        because: isGone
          ? message('removal-leftover.role-gone', { role: role.name })
          : message(
              arn === undefined
                ? 'removal-leftover.role-unknown'
                : 'removal-leftover.role-not-read',
              { role: arn ?? '', read },
            ),
      }),
    ];
  }
  const check = aws(
    '',
    message('removal-command.role-used', { role: role.name }),
    'iam',
    'get-role',
    '--role-name',
    role.name,
    '--query',
    'Role.RoleLastUsed',
  );
  return [
    ...podIdentities(context, gates),
    ...policiesOf(context, gates, role),
    ...trustOf(gates, role),
    leftover(gates, {
      kind: 'iam-role',
      id: role.arn,
      status: 'there',
      because: message('removal-leftover.role', { role: role.name }),
      blockers: othersOf(context, role),
      checks: [check],
      commands: [
        aws(
          '',
          message('clean-up.act.delete', { name: role.name }),
          'iam',
          'delete-role',
          '--role-name',
          role.name,
        ),
      ],
    }),
  ];
}
