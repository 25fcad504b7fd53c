import { conditionTexts } from '../drift/compare/actions';
import type {
  AwsAction,
  AwsRule,
  AwsSecurityGroupRule,
} from '../inventory/detail';

/** JSON whose keys are in order, without what is undefined. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : inner,
    ) ?? ''
  );
}

/** A set in words: its order says nothing. */
export function setText(values: readonly string[]): string {
  return [...values].sort().join(', ');
}

/** Actions of a listener or a rule; target groups by their key in the stack. */
export function actionsText(
  actions: readonly AwsAction[],
  keyOf: (arn: string) => string,
): string {
  return [...actions]
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ order: _order, targetGroups, stickiness, ...rest }) => {
      if (!targetGroups) {
        return canonical(rest);
      }
      // The weight of an only one says nothing.
      const names = targetGroups.map(({ arn, weight }) =>
        targetGroups.length > 1 ? `${keyOf(arn)} (${weight ?? 1})` : keyOf(arn),
      );
      const sticky = stickiness?.enabled
        ? `, sticky ${stickiness.durationSeconds ?? ''}`
        : '';
      const { type: _type, ...other } = rest;
      const more = Object.keys(other).length > 0 ? ` ${canonical(other)}` : '';
      return `forward to ${setText(names)}${sticky}${more}`;
    })
    .join('; ');
}

/** What a rule asks of a request, in an order of its own. */
export function ruleConditionsText({ conditions }: AwsRule): string {
  return conditionTexts(conditions);
}

/** What a rule rewrites. */
export function transformsText({ transforms }: AwsRule): string | null {
  return transforms === undefined
    ? null
    : setText(transforms.map(transform => canonical(transform)));
}

/** A permission into a security group, without its id. */
export function permissionText(rule: AwsSecurityGroupRule): string {
  const { protocol, fromPort, toPort, source } = rule;
  const from = fromPort ?? 'all';
  const ports = fromPort === toPort ? `${from}` : `${from}-${toPort ?? ''}`;
  return `${protocol} ${ports} from ${source}`;
}
