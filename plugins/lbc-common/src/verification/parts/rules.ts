import type { AwsListener, AwsRule } from '../../inventory/detail';
import type { StackPair } from '../StackPair';
import { actionsText, ruleConditionsText, transformsText } from '../texts';
import { compareTags } from './tags';

interface TextOfRule {
  rule: AwsRule;
  conditions: string;
  actions: string;
}

function textsOf(
  rules: readonly AwsRule[],
  keyOf: (arn: string) => string,
): TextOfRule[] {
  return [...rules]
    .sort((a, b) => a.priority - b.priority)
    .map(rule => ({
      rule,
      conditions: ruleConditionsText(rule),
      actions: actionsText(rule.actions, keyOf),
    }));
}

/** The live rule that is the same one: best of all the same in everything. */
function takeMatch(
  left: TextOfRule[],
  { rule, conditions, actions }: TextOfRule,
): TextOfRule | undefined {
  const same = left.filter(each => each.conditions === conditions);
  const match =
    same.find(each => each.rule.arn === rule.arn) ??
    same.find(each => each.actions === actions) ??
    same[0] ??
    // Its conditions were changed in place.
    left.find(each => each.rule.arn === rule.arn);
  if (match) {
    left.splice(left.indexOf(match), 1);
  }
  return match;
}

/** Rules of one listener, each by what it asks of a request. */
export function compareRules(
  pair: StackPair,
  listener: { was: AwsListener; is: AwsListener },
): void {
  const { changes, before, after, foreign } = pair;
  const { was, is } = listener;
  const { port } = was;
  if (!was.rules || !is.rules) {
    changes.unread('verification.unread.rules', { port });
    return;
  }
  const left = textsOf(is.rules, pair.keyAfter);
  const recreated = pair.replaced || was.arn !== is.arn;
  for (const rule of textsOf(was.rules, pair.keyBefore)) {
    const { conditions, actions } = rule;
    const { priority, arn } = rule.rule;
    const path = `rules.${port}:${priority}`;
    const live = takeMatch(left, rule);
    const owners = pair.ownersOfRule(rule.rule, before);
    const params = { port, conditions };
    if (!live) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.found.rule-removed',
        params,
        before: `${conditions} → ${actions}`,
        after: null,
        ...(owners && { owners }),
      });
      continue;
    }
    if (arn !== live.rule.arn && !recreated) {
      changes.add({
        kind: 'replaced',
        path,
        code: 'verification.found.rule-replaced',
        params,
        before: arn,
        after: live.rule.arn,
        ...(owners && { owners }),
      });
    }
    const renumberedOnly =
      priority !== live.rule.priority &&
      live.conditions === conditions &&
      live.actions === actions;
    changes.check({
      path: `${path}.priority`,
      code: 'verification.found.rule-priority',
      params,
      before: priority,
      after: live.rule.priority,
      ...(owners && { owners }),
      reportedOnly: renumberedOnly,
    });
    const facts: Array<[string, string | null, string | null]> = [
      ['conditions', conditions, live.conditions],
      ['actions', actions, live.actions],
    ];
    const [rewrites, rewritesNow] = [
      transformsText(rule.rule),
      transformsText(live.rule),
    ];
    if (rewrites !== null && rewritesNow !== null) {
      facts.push(['rewrites', rewrites, rewritesNow]);
    }
    for (const [setting, earlier, later] of facts) {
      changes.check({
        path: `${path}.${setting}`,
        code: 'verification.found.rule-setting',
        params: { ...params, setting },
        before: earlier,
        after: later,
        ...(owners && { owners }),
      });
    }
    // Older releases tag no rules.
    if (before.detail.tags?.[arn] && after.detail.tags?.[live.rule.arn]) {
      compareTags({
        changes,
        path,
        before: withoutPriority(before.detail.tags[arn]),
        after: after.detail.tags[live.rule.arn],
        foreign,
        ...(owners && { owners }),
      });
    }
  }
  for (const { rule, conditions, actions } of left) {
    const owners = pair.ownersOfRule(rule, after);
    changes.add({
      kind: 'added',
      path: `rules.${port}:${rule.priority}`,
      code: 'verification.found.rule-added',
      params: { port, conditions },
      before: null,
      after: `${conditions} → ${actions}`,
      ...(owners && { owners }),
    });
  }
}

/** The resource tag of a rule is its port and priority, which is told by itself. */
function withoutPriority(
  tags: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).filter(([key]) => !key.endsWith('/resource')),
  );
}
