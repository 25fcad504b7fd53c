import { StackDetail } from '../../inventory/detail';
import { isNotModelled, isReference } from '../facts';
import {
  ExpectedAction,
  ExpectedModel,
  ExpectedTargetGroup,
} from '../expected/types';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareAttributes, compareTags } from './tags';

/** Target groups that the listeners of one load balancer lead to. */
export function groupsOf(model: ExpectedModel, resourceId: string): string[] {
  const ids = new Set<string>();
  const add = (actions: readonly ExpectedAction[]) =>
    actions.forEach(({ targetGroups = [] }) =>
      targetGroups.forEach(({ targetGroup }) => {
        if (!isNotModelled(targetGroup) && isReference(targetGroup)) {
          ids.add(targetGroup.id);
        }
      }),
    );
  const listeners = new Set<string>();
  for (const [id, listener] of Object.entries(model.listeners)) {
    if (listener.loadBalancer.id === resourceId) {
      listeners.add(id);
      add(listener.defaultActions);
    }
  }
  for (const rule of Object.values(model.rules)) {
    if (listeners.has(rule.listener)) {
      add(rule.actions);
    }
  }
  return [...ids].filter(id => Object.hasOwn(model.targetGroups, id));
}

type Live = NonNullable<StackDetail['targetGroups']>[number];

function compareHealthCheck(
  comparison: Comparison,
  path: string,
  { healthCheck, name }: ExpectedTargetGroup,
  live: Live['targetGroup']['healthCheck'],
): void {
  const { matcher } = healthCheck;
  const facts: Array<[string, unknown, string | number | undefined]> = [
    ['port', healthCheck.port, live?.port],
    ['protocol', healthCheck.protocol, live?.protocol],
    ['path', healthCheck.path, live?.path],
    [
      'matcher',
      matcher && (matcher.httpCode ?? matcher.grpcCode),
      live?.matcher,
    ],
    ['intervalSeconds', healthCheck.intervalSeconds, live?.intervalSeconds],
    ['timeoutSeconds', healthCheck.timeoutSeconds, live?.timeoutSeconds],
    [
      'healthyThresholdCount',
      healthCheck.healthyThresholdCount,
      live?.healthyThresholdCount,
    ],
    [
      'unhealthyThresholdCount',
      healthCheck.unhealthyThresholdCount,
      live?.unhealthyThresholdCount,
    ],
  ];
  for (const [setting, expected, found] of facts) {
    if (comparison.isSame(expected, found)) {
      continue;
    }
    // What the controller does not set, AWS sets.
    if (expected !== undefined && found === undefined) {
      comparison.unread('drift.unread.health-check', { name });
    } else if (expected !== undefined) {
      comparison.check({
        path: `${path}.healthCheck.${setting}`,
        code: 'drift.found.health-check',
        params: { setting, name },
        expected,
        live: found,
      });
    }
  }
}

/** Target groups of one load balancer: what replaces them, and what is set. */
export function compareTargetGroups(options: {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  detail: StackDetail;
  resourceId: string;
}): void {
  const { comparison, model, lookup, detail, resourceId } = options;
  if (!detail.targetGroups) {
    comparison.unread('drift.unread.target-groups');
    return;
  }
  const byArn = new Map(
    detail.targetGroups.map(each => [each.targetGroup.arn, each]),
  );
  for (const id of groupsOf(model, resourceId)) {
    const expected = model.targetGroups[id];
    const path = `targetGroups.${id}`;
    const params = { name: expected.name };
    const live = byArn.get(lookup.targetGroupArn(id) ?? '');
    if (live) {
      const { targetGroup, attributes } = live;
      const facts: Array<[string, unknown, string | undefined]> = [
        ['targetType', expected.targetType, targetGroup.targetType],
        ['protocol', expected.protocol, targetGroup.protocol],
        [
          'protocolVersion',
          expected.protocolVersion,
          targetGroup.protocolVersion,
        ],
      ];
      for (const [setting, wanted, found] of facts) {
        if (comparison.isSame(wanted, found)) {
          continue;
        }
        if (wanted !== undefined && found === undefined) {
          comparison.unread('drift.unread.target-group', params);
        } else if (wanted !== undefined) {
          comparison.check({
            path: `${path}.${setting}`,
            code: 'drift.found.target-group-replaced',
            params: { ...params, setting },
            expected: wanted,
            live: found,
            kind: 'replaces',
          });
        }
      }
      for (const setting of ['name', 'port'] as const) {
        if (!comparison.isSame(expected[setting], targetGroup[setting])) {
          comparison.check({
            path: `${path}.${setting}`,
            code: 'drift.found.target-group-kept',
            params: { ...params, setting },
            expected: expected[setting],
            live: targetGroup[setting],
            kind: 'ignored',
          });
        }
      }
      compareHealthCheck(comparison, path, expected, targetGroup.healthCheck);
      compareAttributes({
        comparison,
        path,
        expected: expected.attributes,
        live: attributes,
      });
      compareTags({
        comparison,
        model,
        path,
        resourceId: id,
        tags: expected.tags,
        live: detail.tags?.[targetGroup.arn],
      });
    } else {
      // One that no listener uses is not among those of the load balancer.
      comparison.unread('drift.unread.target-group', params);
    }
  }
}
