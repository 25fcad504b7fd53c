import {
  AwsIamRole,
  message,
  parseArn,
} from '@lbc-backstage/plugin-lbc-common';
import { IamRoleInUse } from '@lbc-backstage/plugin-lbc-node';
import { AwsFailure } from '../../failures';
import { ScopeCaller } from '../ScopeCaller';
import { AwsOutcome } from '../lists';
import { PolicyCache } from './PolicyCache';
import { RoleReader } from './RoleReader';

/** More controllers than this in one account are somebody's mischief. */
export const MAX_ROLES = 200;

/**
 * Roles of controllers, with their policies. ARNs come from clusters, where
 * anybody may have written them: one of another account is not asked for.
 */
export async function readIamRoles(
  caller: ScopeCaller,
  options: { roles: readonly IamRoleInUse[]; policies: PolicyCache },
): Promise<AwsOutcome<AwsIamRole>> {
  const reader = new RoleReader({ caller, cache: options.policies });
  const asked = new Map(
    options.roles.flatMap(role => {
      const name = nameOfArn(role.arn, caller);
      return name === undefined ? [] : [[role.arn, { role, name }] as const];
    }),
  );
  const items: AwsIamRole[] = [];
  let refused: AwsFailure | undefined;
  let refusals = 0;
  for (const { role, name } of [...asked.values()].slice(0, MAX_ROLES)) {
    const read = await reader.read(role, name);
    if ('role' in read) {
      items.push(read.role);
    } else if (read.failure.coverage === 'failed') {
      // The last good reading stays: it knows which roles were left over.
      return { ...read.failure, items: [] };
    } else {
      // The portal may read some roles and not others.
      refused ??= read.failure;
      refusals += 1;
      items.push({
        ...role,
        name,
        exists: true,
        policies: [],
        unread: [{ action: 'iam:GetRole', reason: read.failure.reason }],
      });
    }
  }
  if (refused && refusals === items.length) {
    return { ...refused, items: [] };
  }
  const reason =
    refused?.reason ??
    items.flatMap(({ unread }) => unread)[0]?.reason ??
    (asked.size > MAX_ROLES
      ? message('source.aws-too-many-roles', {
          total: asked.size,
          read: MAX_ROLES,
        })
      : undefined);
  return {
    coverage: reason ? 'partial' : 'complete',
    ...(reason && { reason }),
    items,
  };
}

/** The name in an ARN of a role of this account. */
function nameOfArn(arn: string, { scope }: ScopeCaller): string | undefined {
  const parsed = parseArn(arn);
  const [, name] =
    /^role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/.exec(
      parsed?.resource ?? '',
    ) ?? [];
  return parsed?.service === 'iam' && parsed.accountId === scope.accountId
    ? name
    : undefined;
}
