import { AwsIamRole } from '../../inventory/aws';
import { shellQuote } from '../../inventory/shellQuote';
import { Command } from '../../inventory/subject';
import { message } from '../../messages';
import { CompatibilityFinding } from '../types';
import { broadStatements } from './broad';
import { RolePolicies } from './evaluate';
import { RoleContext, seenInAws } from './findings';
import { roleNameOf } from './identity';
import { IamAxisOptions } from './options';

export function roleMissing(
  roleArn: string,
  context: RoleContext,
): CompatibilityFinding {
  return {
    code: 'iam-role-missing',
    status: 'fail',
    message: message('iam.role-missing', { role: roleArn }),
    evidence: [
      seenInAws(message('iam.no-such-role', { role: roleArn }), context),
    ],
    remedy: [
      {
        who: 'platform',
        message: message('iam.make-role', { role: roleArn }),
      },
    ],
    commands: commandsFor(roleArn),
  };
}

export function noPolicy(
  { release, controller }: IamAxisOptions,
  partition: string,
): CompatibilityFinding {
  return {
    code: release ? 'iam-no-policy-of-partition' : 'iam-release-unknown',
    status: 'unknown',
    message: release
      ? message('iam.no-policy-of-partition', {
          version: release.version,
          partition,
        })
      : message('iam.release-unknown', { cluster: controller.cluster }),
    evidence: [],
  };
}

export function unreadFinding(
  role: AwsIamRole,
  context: RoleContext,
): CompatibilityFinding[] {
  return role.unread.length > 0
    ? [
        {
          code: 'iam-role-partly-read',
          status: 'unknown',
          message: message('iam.role-partly-read', {
            role: context.role,
            actions: role.unread.map(({ action }) => action),
          }),
          evidence: role.unread.map(({ reason }) =>
            seenInAws(reason, context, 'blocks'),
          ),
        },
      ]
    : [];
}

export function broadFindings(
  role: AwsIamRole,
  policies: RolePolicies,
  context: RoleContext,
): CompatibilityFinding[] {
  const broad = broadStatements(role, policies);
  return broad.length > 0
    ? [
        {
          code: 'iam-too-broad',
          status: 'warn',
          message: message('iam.too-broad', {
            role: context.role,
            allows: [...new Set(broad.map(({ allows }) => allows))].slice(
              0,
              10,
            ),
          }),
          evidence: broad.slice(0, 10).map(({ policy, statement }) =>
            seenInAws(
              message('iam.statement-decides', {
                statement: `${policy} / ${statement}`,
                role: context.role,
              }),
              context,
            ),
          ),
          remedy: [
            {
              who: 'platform',
              message: message('iam.use-upstream-policy', {
                version: context.version,
              }),
            },
          ],
        },
      ]
    : [];
}

/** Commands that show a role and its policies. They only read. */
export function commandsFor(roleArn: string): Command[] {
  const role = roleNameOf(roleArn);
  const word = shellQuote(role);
  return [
    {
      tool: 'aws',
      purpose: message('command.iam-role', { role }),
      text: `aws iam get-role --role-name ${word}`,
    },
    {
      tool: 'aws',
      purpose: message('command.iam-attached', { role }),
      text: `aws iam list-attached-role-policies --role-name ${word}`,
    },
    {
      tool: 'aws',
      purpose: message('command.iam-inline', { role }),
      text: `aws iam list-role-policies --role-name ${word}`,
    },
  ];
}
