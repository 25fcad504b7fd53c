import { parseArn } from '../../identity/arn';
import { ReleaseIamAction } from '../../knowledge/types';
import { message } from '../../messages';
import { CompatibilityFinding } from '../types';
import {
  isLacking,
  refusals,
  RoleContext,
  seenInAws,
  shortBy,
} from './findings';
import { roleNameOf } from './identity';
import { IamAxisOptions } from './options';
import { policiesOf, weigh } from './shortfall';

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
      const weighed = weigh({
        required: NEEDED.map(required => ({ required })),
        role: policiesOf(role),
        facts: {
          partition: parseArn(arn)?.partition ?? 'aws',
          accountId,
          region: controller.region,
        },
      });
      const denied = weighed.filter(({ decision }) => decision === 'denied');
      const unknown = weighed.some(({ decision }) => decision === 'unknown');
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
      const lacking = denied.filter(isLacking);
      const actions = lacking.map(({ required }) => required.action);
      const short: CompatibilityFinding[] =
        lacking.length > 0
          ? [
              {
                code: 'iam-assumed-role-short',
                status: 'fail',
                message: message('iam.assumed-role-short', {
                  role: arn,
                  actions,
                  count: actions.length,
                }),
                ...shortBy(lacking, context),
              },
            ]
          : [];
      return [
        ...short,
        ...refusals(denied, context).flatMap(finding => finding ?? []),
      ];
    },
  );
}
