import type { ApiStackDetail } from '@lbc-backstage/plugin-lbc-common';

type Chain = ApiStackDetail['chain'];
type Rule = NonNullable<Chain['listeners']>[number]['rules'][number];

function isVisibleRule(
  rule: Rule,
  visible: { targetGroups: ReadonlySet<string>; hosts: ReadonlySet<string> },
): boolean {
  const arns = rule.actions.flatMap(({ targetGroups = [] }) =>
    targetGroups.map(({ arn }) => arn),
  );
  if (arns.length > 0) {
    return arns.every(arn => visible.targetGroups.has(arn));
  }
  const hosts = rule.conditions
    .filter(({ field }) => field === 'host-header')
    .flatMap(({ values }) => values);
  return (
    rule.priority === 'default' ||
    (hosts.length > 0 && hosts.every(host => visible.hosts.has(host)))
  );
}

/** The chain with what is known to be visible: who made the rest can't be told. */
export function visibleChain(
  chain: Chain,
  visible: { targetGroups: ReadonlySet<string>; hosts: ReadonlySet<string> },
): Chain {
  return {
    ...chain,
    ...(chain.listeners && {
      listeners: chain.listeners.map(listener => ({
        ...listener,
        rules: listener.rules.filter(rule => isVisibleRule(rule, visible)),
        moreRules: 0,
      })),
    }),
    ...(chain.targetGroups && {
      targetGroups: chain.targetGroups.filter(({ arn }) =>
        visible.targetGroups.has(arn),
      ),
    }),
    moreTargetGroups: 0,
  };
}
