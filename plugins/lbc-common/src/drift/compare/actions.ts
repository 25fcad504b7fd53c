import { AwsAction, AwsRuleCondition } from '../../inventory/detail';
import { NotModelled, isNotModelled } from '../facts';
import { ExpectedAction, ExpectedCondition } from '../expected/types';
import { StackLookup } from './groups';

/** A canonical text of something, and what of it is not known. */
export interface Canonical {
  text: string;
  unknown: NotModelled[];
}

function sorted(values: readonly string[]): string {
  return [...values].sort().join(',');
}

function forward(
  groups: ReadonlyArray<{ name: string; weight?: number }>,
  stickiness: AwsAction['stickiness'] | undefined,
): string {
  // The weight of an only one says nothing.
  const names = groups.map(({ name, weight }) =>
    groups.length > 1 ? `${name} (${weight ?? 1})` : name,
  );
  const sticky = stickiness
    ? `, sticky ${stickiness.enabled ?? false}${
        stickiness.enabled ? ` ${stickiness.durationSeconds ?? ''}` : ''
      }`
    : '';
  return `forward to ${sorted(names)}${sticky}`;
}

function redirect(config: NonNullable<AwsAction['redirect']>): string {
  const {
    protocol = '#{protocol}',
    host = '#{host}',
    port = '#{port}',
    path = '/#{path}',
    query = '#{query}',
    statusCode = '',
  } = config;
  return `redirect to ${protocol}://${host}:${port}${path}?${query} (${statusCode})`;
}

function fixed(config: NonNullable<AwsAction['fixedResponse']>): string {
  const { statusCode = '', contentType, messageBody = '' } = config;
  return `answer ${statusCode} ${contentType ?? 'text/plain'} "${messageBody}"`;
}

/** Settings that both sides have, by name whatever its case. */
function shared(
  expected: Record<string, unknown>,
  live: Record<string, string> | undefined,
): { wanted: string; found: string } {
  const byName = new Map(
    Object.entries(live ?? {}).map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  );
  const keys = Object.keys(expected)
    .filter(
      key =>
        byName.has(key.toLowerCase()) &&
        ['string', 'number', 'boolean'].includes(typeof expected[key]),
    )
    .sort();
  return {
    wanted: keys.map(key => `${key}=${String(expected[key])}`).join(','),
    found: keys.map(key => `${key}=${byName.get(key.toLowerCase())}`).join(','),
  };
}

function textOf(
  action: ExpectedAction,
  lookup: StackLookup,
  unknown: NotModelled[],
): string {
  if (action.redirect) {
    return redirect(action.redirect);
  }
  if (action.fixedResponse) {
    return fixed(action.fixedResponse);
  }
  if (!action.targetGroups) {
    return action.type;
  }
  return forward(
    action.targetGroups.map(({ targetGroup, weight }) => {
      if (isNotModelled(targetGroup)) {
        unknown.push(targetGroup);
        return { name: '', weight };
      }
      return { name: lookup.nameOf(targetGroup), weight };
    }),
    action.stickiness,
  );
}

function liveTextOf(
  action: AwsAction,
  expected: ExpectedAction | undefined,
  lookup: StackLookup,
): string {
  if (action.redirect) {
    return redirect(action.redirect);
  }
  if (action.fixedResponse) {
    return fixed(action.fixedResponse);
  }
  return action.targetGroups
    ? forward(
        action.targetGroups.map(({ arn, weight }) => ({
          name: lookup.targetGroup(arn),
          weight,
        })),
        // What is not asked for is left as it is.
        expected && !expected.stickiness ? undefined : action.stickiness,
      )
    : action.type;
}

/** Actions of a listener or a rule, on both sides, in the same words. */
export function actionTexts(
  expected: readonly ExpectedAction[],
  live: readonly AwsAction[],
  lookup: StackLookup,
): { expected: Canonical; live: string } {
  const unknown: NotModelled[] = [];
  const inOrder = [...live].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const wanted = expected.map((action, index) => {
    const text = textOf(action, lookup, unknown);
    if (!action.other) {
      return text;
    }
    unknown.push(...Object.values(action.other).filter(isNotModelled));
    const settings = shared(action.other, inOrder[index]?.other).wanted;
    return `${text} ${settings}`;
  });
  const found = inOrder.map((action, index) => {
    const text = liveTextOf(action, expected[index], lookup);
    const { other } = expected[index] ?? {};
    return other ? `${text} ${shared(other, action.other).found}` : text;
  });
  return {
    expected: { text: wanted.join('; '), unknown },
    live: found.join('; '),
  };
}

/** A condition in words that do not depend on the order of its values. */
export function conditionText(
  condition: ExpectedCondition | AwsRuleCondition,
): string {
  const { field, httpHeaderName, queryString } = condition;
  const regexes =
    'regexValues' in condition ? condition.regexValues : undefined;
  const plain = condition.values?.length ? condition.values : regexes ?? [];
  const values =
    queryString?.map(({ key, value }) =>
      key === undefined ? value : `${key}=${value}`,
    ) ?? plain;
  const name = httpHeaderName === undefined ? '' : ` ${httpHeaderName}`;
  return `${field}${name} ${sorted(values)}`;
}

/** All conditions of a rule. */
export function conditionTexts(
  conditions: ReadonlyArray<ExpectedCondition | AwsRuleCondition>,
): string {
  return conditions.map(conditionText).sort().join(' and ');
}
