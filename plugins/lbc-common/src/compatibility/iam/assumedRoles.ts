import { parseArn } from '../../identity/arn';
import { ReleaseIamAction } from '../../knowledge/types';
import { message } from '../../messages';
import { CompatibilityFinding } from '../types';
import { RoleContext, seenInAws } from './findings';
import { roleNameOf } from './identity';
import { IamAxisOptions } from './options';
import { policiesOf, statementText, weigh } from './shortfall';

/** What a TargetGroupBinding needs in the account of its target group (facts/iam.md §2). */
const NEEDED: readonly ReleaseIamAction[] = [
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
  'elasticloadbalancing:RegisterTargets',
  'elasticloadbalancing:DeregisterTargets',
].map(action => ({ action, effect: 'Allow', resources: ['*'] }));

/** Roles that TargetGroupBindings of the cluster ask to assume. */
export function assumedRoleFindings({
  assumedRoleArns = [],
  accountIds,
  roles,
  controller,
  release,
}: IamAxisOptions): CompatibilityFinding[] {
  return [...new Set(assumedRoleArns)].flatMap(
    (arn): CompatibilityFinding[] => {
      const role = roles?.items.find(each => each.arn === arn);
      const accountId = parseArn(arn)?.accountId ?? '';
      const context: RoleContext = {
        role: roleNameOf(arn),
        version: release?.version ?? '',
        observedAt: roles?.observedAt,
      };
      if (!role) {
        return [
          {
            code: 'iam-assumed-role-not-seen',
            status: 'unknown',
            message: accountIds.includes(accountId)
              ? message('iam.role-not-read-yet', { role: arn })
              : message('iam.account-not-configured', { role: arn, accountId }),
            evidence: [],
          },
        ];
      }
      if (!role.exists) {
        return [
          {
            code: 'iam-assumed-role-missing',
            status: 'fail',
            message: message('iam.assumed-role-missing', { role: arn }),
            evidence: [
              seenInAws(message('iam.no-such-role', { role: arn }), context),
            ],
          },
        ];
      }
      const lacking = weigh({
        required: NEEDED.map(required => ({ required })),
        role: policiesOf(role),
        facts: {
          partition: parseArn(arn)?.partition ?? 'aws',
          accountId,
          region: controller.region,
        },
      });
      const denied = lacking.filter(({ decision }) => decision === 'denied');
      const unknown = lacking.some(({ decision }) => decision === 'unknown');
      if (denied.length === 0) {
        return unknown
          ? [
              {
                code: 'iam-assumed-role-undecided',
                status: 'unknown',
                message: message('iam.assumed-role-undecided', { role: arn }),
                evidence: [],
              },
            ]
          : [];
      }
      const actions = denied.map(({ required }) => required.action);
      return [
        {
          code: 'iam-assumed-role-short',
          status: 'fail',
          message: message('iam.assumed-role-short', {
            role: arn,
            actions,
            count: actions.length,
          }),
          evidence: [
            seenInAws(
              message('iam.no-statement-allows', {
                role: context.role,
                actions,
                count: actions.length,
              }),
              context,
            ),
          ],
          remedy: [
            {
              who: 'platform',
              message: message('iam.add-statement', {
                role: context.role,
                statement: statementText(
                  denied.map(({ required }) => required),
                ),
              }),
            },
          ],
        },
      ];
    },
  );
}
