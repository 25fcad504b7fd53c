import { AwsIamRole } from '../../inventory/aws';
import { KindSnapshot } from '../../inventory/coverage';
import { message } from '../../messages';
import { CompatibilityFinding } from '../types';
import { seenInAws } from './findings';
import { roleNameOf } from './identity';
import { parseDocument } from './shortfall';
import { canBeAssumed, readTrust } from './trust';
import { trustNames } from './trustFindings';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Roles that a controller of a cluster had, nobody has any more, and that can
 * still be assumed.
 * @public
 */
export function leftRoleFindings(options: {
  roles: KindSnapshot<AwsIamRole> | undefined;
  cluster: string;
  now: string;
}): CompatibilityFinding[] {
  const { roles, cluster, now } = options;
  return (roles?.items ?? []).flatMap((role): CompatibilityFinding[] => {
    const {
      exists,
      usedBy,
      unusedSince,
      lastUsedBy = [],
      trust: document,
    } = role;
    const was = lastUsedBy.find(each => each.cluster === cluster);
    if (!exists || usedBy.length > 0 || !unusedSince || !was || !document) {
      return [];
    }
    const trust = readTrust(parseDocument(document));
    if (trust.undecided || !canBeAssumed(trust)) {
      return [];
    }
    const days = Math.floor((Date.parse(now) - Date.parse(unusedSince)) / DAY);
    const name = roleNameOf(role.arn);
    return [
      {
        code: 'iam-role-left',
        status: 'warn',
        message: message('iam.role-left', {
          role: name,
          days,
          cluster,
          namespace: was.namespace,
          user: was.serviceAccount ?? was.targetGroupBinding ?? '',
        }),
        evidence: [
          seenInAws(
            message('iam.trust-lets-in', {
              role: name,
              who: trustNames(trust),
            }),
            { observedAt: roles?.observedAt },
          ),
        ],
        remedy: [
          {
            who: 'platform',
            message: message('iam.remove-left-role', { role: name }),
          },
        ],
      },
    ];
  });
}
