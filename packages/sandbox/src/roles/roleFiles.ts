import { createHash } from 'crypto';
import { JsonObject } from '../json';
import { controllerPolicy } from './policy';

/** A role that a controller has. */
export interface ControllerRole {
  accountId: string;
  region: string;
  name: string;
  cluster: string;
  namespace: string;
  serviceAccount: string;
  /** Actions that its policy lacks. */
  without?: readonly string[];
}

const CREATED = '2024-03-04T08:00:00Z';
/** A version of a policy never changes: another text is another version. */
function versionOf({ without = [] }: ControllerRole): string {
  return without.length === 0 ? 'v2' : 'v1';
}

/** What IAM answers about roles, by operation and name. */
export function roleFiles(
  roles: readonly ControllerRole[],
): Array<[string, JsonObject]> {
  const by = (
    entry: (role: ControllerRole) => [string, JsonObject],
  ): JsonObject => Object.fromEntries(roles.map(entry));
  return [
    ['iam/GetRole', by(role => [role.name, { Role: describe(role) }])],
    // None is written into a role; the file says that it was looked.
    ['iam/GetRolePolicy', {}],
    [
      'iam/ListAttachedRolePolicies',
      by(role => [
        role.name,
        {
          AttachedPolicies: [
            { PolicyName: policyName(role), PolicyArn: policyArn(role) },
          ],
        },
      ]),
    ],
    [
      'iam/GetPolicy',
      by(role => [
        policyArn(role),
        {
          Policy: {
            PolicyName: policyName(role),
            PolicyId: idOf('ANPA', role),
            Arn: policyArn(role),
            Path: '/',
            DefaultVersionId: versionOf(role),
            AttachmentCount: 1,
            IsAttachable: true,
            CreateDate: CREATED,
            UpdateDate: CREATED,
          },
        },
      ]),
    ],
    [
      'iam/GetPolicyVersion',
      by(role => [
        `${policyArn(role)}/${versionOf(role)}`,
        {
          PolicyVersion: {
            Document: controllerPolicy({ without: role.without }),
            VersionId: versionOf(role),
            IsDefaultVersion: true,
            CreateDate: CREATED,
          },
        },
      ]),
    ],
  ];
}

function describe(role: ControllerRole): JsonObject {
  const { accountId, region, name, namespace, serviceAccount } = role;
  const issuer = `oidc.eks.${region}.amazonaws.com/id/${idOf('', role)}`;
  return {
    Path: '/',
    RoleName: name,
    RoleId: idOf('AROA', role),
    Arn: `arn:aws:iam::${accountId}:role/${name}`,
    CreateDate: CREATED,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated: `arn:aws:iam::${accountId}:oidc-provider/${issuer}`,
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: 'sts.amazonaws.com',
              [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
            },
          },
        },
      ],
    },
    MaxSessionDuration: 3600,
  };
}

function policyName({ cluster }: ControllerRole): string {
  return `AWSLoadBalancerControllerIAMPolicy-${cluster}`;
}

function policyArn(role: ControllerRole): string {
  return `arn:aws:iam::${role.accountId}:policy/${policyName(role)}`;
}

function idOf(prefix: string, { accountId, cluster }: ControllerRole): string {
  const hash = createHash('sha256').update(`${accountId}/${cluster}`);
  return prefix + hash.digest('hex').slice(0, 17).toUpperCase();
}
