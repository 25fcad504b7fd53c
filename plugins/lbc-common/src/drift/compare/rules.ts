import { AwsListener, AwsRule } from '../../inventory/detail';
import { ExpectedModel, ExpectedRule } from '../expected/types';
import { actionTexts, conditionTexts } from './actions';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareTags } from './tags';
import { Tags } from '../../identity/tags';

function transformText(
  transforms: AwsRule['transforms'] | ExpectedRule['transforms'],
): string {
  return (transforms ?? [])
    .map(({ type, rewrites }) =>
      [
        type,
        ...rewrites.map(({ regex, replace }) => `${regex} → ${replace}`),
      ].join(' '),
    )
    .sort()
    .join(', ');
}

/** The live rules of a listener that no expected one was found for. */
class RulesLeft {
  readonly #byText = new Map<string, AwsRule[]>();
  readonly #left = new Map<AwsRule, string>();

  constructor(rules: readonly AwsRule[]) {
    for (const rule of rules) {
      const text = conditionTexts(rule.conditions);
      const same = this.#byText.get(text);
      if (same) {
        same.push(rule);
      } else {
        this.#byText.set(text, [rule]);
      }
      this.#left.set(rule, text);
    }
  }

  /** The rule with the same conditions, one of the same priority first. */
  take(text: string, priority: number): AwsRule | undefined {
    const same = this.#byText.get(text) ?? [];
    const at = same.findIndex(each => each.priority === priority);
    const [match] = same.splice(Math.max(at, 0), 1);
    if (match) {
      this.#left.delete(match);
    }
    return match;
  }

  [Symbol.iterator](): IterableIterator<[AwsRule, string]> {
    return this.#left.entries();
  }
}

/** Rules of a listener: each by its conditions, then its place and actions. */
export function compareRules(options: {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  listenerId: string;
  listener: AwsListener;
  tags: Readonly<Record<string, Tags>> | undefined;
}): void {
  const { comparison, model, lookup, listenerId, listener, tags } = options;
  const { rules, port } = listener;
  if (!rules) {
    comparison.unread('drift.unread.rules', { port });
    return;
  }
  const left = new RulesLeft(rules);
  for (const [id, expected] of Object.entries(model.rules)) {
    if (expected.listener === listenerId) {
      const path = `rules.${id}`;
      const conditions = conditionTexts(expected.conditions);
      const live = left.take(conditions, expected.priority);
      const params = { port, conditions };
      if (live) {
        const actions = actionTexts(expected.actions, live.actions, lookup);
        if (!comparison.isSame(expected.priority, live.priority)) {
          comparison.check({
            path: `${path}.priority`,
            code: 'drift.found.rule-priority',
            params,
            expected: expected.priority,
            live: live.priority,
          });
        }
        comparison.check({
          path: `${path}.actions`,
          code: 'drift.found.rule-actions',
          params,
          expected: actions.expected.unknown[0] ?? actions.expected.text,
          live: actions.live,
        });
        if (live.transforms || expected.transforms) {
          if (live.transforms) {
            comparison.check({
              path: `${path}.transforms`,
              code: 'drift.found.rule-transforms',
              params,
              expected: transformText(expected.transforms),
              live: transformText(live.transforms),
            });
          } else {
            comparison.unread('drift.unread.transforms', { port });
          }
        }
        if (model.tagsListeners) {
          compareTags({
            comparison,
            model,
            path,
            resourceId: id,
            tags: expected.tags,
            live: tags?.[live.arn],
          });
        }
      } else {
        comparison.differs({
          path,
          code: 'drift.found.rule-missing',
          params,
          expected: conditions,
          live: null,
        });
      }
    }
  }
  for (const [{ priority }, conditions] of left) {
    comparison.differs({
      path: `rules.${port}:${priority}`,
      code: 'drift.found.rule-extra',
      params: { port, conditions },
      expected: null,
      live: conditions,
    });
  }
}
