import type { AwsTargetGroupDetail } from '../../inventory/detail';
import type { StackPair } from '../StackPair';
import { compareAttributes, compareTags } from './tags';

function facts({
  targetGroup,
}: AwsTargetGroupDetail): Array<[string, string | number | undefined]> {
  const { healthCheck: check } = targetGroup;
  return [
    ['name', targetGroup.name],
    ['protocol', targetGroup.protocol],
    ['protocol version', targetGroup.protocolVersion],
    ['port', targetGroup.port],
    ['target type', targetGroup.targetType],
    ['IP address type', targetGroup.ipAddressType],
    ['VPC', targetGroup.vpcId],
    ['health check protocol', check?.protocol],
    ['health check port', check?.port],
    ['health check path', check?.path],
    ['health check interval', check?.intervalSeconds],
    ['health check timeout', check?.timeoutSeconds],
    ['healthy threshold', check?.healthyThresholdCount],
    ['unhealthy threshold', check?.unhealthyThresholdCount],
    ['health check success codes', check?.matcher],
  ];
}

/** Target groups, each by what it is for: another ARN is a recreated one. */
export function compareTargetGroups(pair: StackPair): void {
  const { changes, before, after, foreign } = pair;
  if (!before.detail.targetGroups || !after.detail.targetGroups) {
    changes.unread('verification.unread.target-groups');
    return;
  }
  const left = new Set(pair.groupsAfter.keys());
  for (const [key, was] of pair.groupsBefore) {
    const path = `targetGroups.${key}`;
    const is = pair.groupsAfter.get(key);
    left.delete(key);
    const owners = pair.ownersOfGroup(was, before);
    const own = owners && { owners };
    if (!is) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.found.target-group-removed',
        params: { name: was.targetGroup.name },
        before: was.targetGroup.arn,
        after: null,
        ...own,
      });
      continue;
    }
    if (was.targetGroup.arn !== is.targetGroup.arn) {
      changes.add({
        kind: 'replaced',
        path,
        code: 'verification.found.target-group-replaced',
        params: { name: was.targetGroup.name },
        before: was.targetGroup.arn,
        after: is.targetGroup.arn,
        ...own,
      });
    }
    const now = new Map(facts(is));
    for (const [setting, earlier] of facts(was)) {
      changes.check({
        path: `${path}.${setting}`,
        code: 'verification.found.setting',
        params: { setting, ofPlace: path },
        before: earlier,
        after: now.get(setting),
        ...own,
      });
    }
    if (was.targetGroup.loadBalancerArns.length > 0) {
      changes.check({
        path: `${path}.attached`,
        code: 'verification.found.target-group-detached',
        params: { name: was.targetGroup.name },
        before: 'attached',
        after:
          is.targetGroup.loadBalancerArns.length > 0 ? 'attached' : 'detached',
        ...own,
      });
    }
    compareAttributes({
      changes,
      path,
      before: was.attributes,
      after: is.attributes,
      ...own,
    });
    compareTags({
      changes,
      path,
      before: before.detail.tags?.[was.targetGroup.arn],
      after: after.detail.tags?.[is.targetGroup.arn],
      foreign,
      ...own,
    });
  }
  for (const key of left) {
    const is = pair.groupsAfter.get(key);
    const owners = is && pair.ownersOfGroup(is, after);
    changes.add({
      kind: 'added',
      path: `targetGroups.${key}`,
      code: 'verification.found.target-group-added',
      params: { name: is?.targetGroup.name ?? key },
      before: null,
      after: is?.targetGroup.arn ?? key,
      ...(owners && { owners }),
    });
  }
}
