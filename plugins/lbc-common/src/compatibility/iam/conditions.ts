import { ReleaseIamAction } from '../../knowledge/types';
import { VARIABLE, matches } from './globs';
import { Conditions, parsePolicy } from './policy';

/** What is known of the value of a condition's key in the controller's calls. */
export interface KnownKey {
  present: boolean;
  /** It is one of these; absent where only its presence is known. */
  oneOf?: readonly string[];
}

/** By key, in lower case. */
export type KnownKeys = ReadonlyMap<string, KnownKey>;

/**
 * A statement's conditions in the calls that are asked about: always true,
 * never true, true for some of them, or not to be told.
 */
export type ConditionTruth = 'always' | 'never' | 'sometimes' | 'undecidable';

/** Keys that are about the request or the resource, which can be understood. */
const UNDERSTOOD =
  /^(aws:(request|resource)tag\/|ec2:|elasticloadbalancing:|iam:awsservicename$)/;

const POSITIVE: Record<string, (pattern: string, value: string) => boolean> = {
  stringequals: (pattern, value) => pattern === value,
  stringequalsignorecase: (pattern, value) =>
    pattern.toLowerCase() === value.toLowerCase(),
  stringlike: (pattern, value) => matches(pattern, value),
  arnequals: (pattern, value) => matches(pattern, value),
  arnlike: (pattern, value) => matches(pattern, value),
};

const NEGATIVE: Record<string, keyof typeof POSITIVE> = {
  stringnotequals: 'stringequals',
  stringnotequalsignorecase: 'stringequalsignorecase',
  stringnotlike: 'stringlike',
  arnnotequals: 'arnequals',
  arnnotlike: 'arnlike',
};

/** What is known of a release's actions never changes. */
const CONDITIONS_OF = new WeakMap<ReleaseIamAction, Conditions>();

/** The conditions of an action of upstream's policy, in the form of a statement. */
export function conditionsOf(required: ReleaseIamAction): Conditions {
  let conditions = CONDITIONS_OF.get(required);
  if (!conditions) {
    const { statements } = parsePolicy('', {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: required.action,
        Resource: '*',
        ...(required.condition && { Condition: required.condition }),
      },
    });
    conditions = statements[0]?.conditions ?? [];
    CONDITIONS_OF.set(required, conditions);
  }
  return conditions;
}

/** What the conditions of upstream's policy say of each call that it is for. */
export function knownKeys(
  conditions: Conditions,
  facts: KnownKeys,
): Map<string, KnownKey> {
  const known = new Map<string, KnownKey>();
  for (const { operator, key, values, set, ifExists } of conditions) {
    if (set !== undefined || ifExists) {
      continue;
    }
    if (operator === 'null') {
      const present = values.every(value => value === 'false');
      known.set(key, known.get(key) ?? { present });
    } else if (operator === 'stringequals') {
      known.set(key, { present: true, oneOf: values });
    }
  }
  for (const [key, fact] of facts) {
    const there = known.get(key);
    // A fact narrows what the policy says, and never speaks against it.
    if (
      there === undefined ||
      (there.present && fact.present && !there.oneOf)
    ) {
      known.set(key, fact);
    }
  }
  return known;
}

/** Whether all conditions of a statement hold. */
export function truthOf(
  conditions: Conditions,
  known: KnownKeys,
): ConditionTruth {
  const each = conditions.map(condition => one(condition, known));
  return (
    (['never', 'undecidable', 'sometimes'] as const).find(truth =>
      each.includes(truth),
    ) ?? 'always'
  );
}

function one(
  condition: Conditions[number],
  knownOf: KnownKeys,
): ConditionTruth {
  const { operator, set, ifExists, key, values } = condition;
  const known = knownOf.get(key);
  const open: ConditionTruth =
    UNDERSTOOD.test(key) && !values.some(value => value.includes(VARIABLE))
      ? 'sometimes'
      : 'undecidable';
  if (set !== undefined) {
    return 'undecidable';
  }
  if (operator === 'null') {
    return nullTruth(values, known) ?? open;
  }
  const negative = NEGATIVE[operator];
  const test = POSITIVE[negative ?? operator];
  if (!test) {
    return 'undecidable';
  }
  if (known === undefined) {
    return open;
  }
  if (!known.present) {
    // Nothing is not equal to anything.
    return negative !== undefined || ifExists ? 'always' : 'never';
  }
  if (!known.oneOf || values.some(value => value.includes(VARIABLE))) {
    return open;
  }
  const hits = known.oneOf.filter(value =>
    values.some(pattern => test(pattern, value)),
  ).length;
  if (hits !== 0 && hits !== known.oneOf.length) {
    return 'sometimes';
  }
  return (hits === 0) === (negative !== undefined) ? 'always' : 'never';
}

function nullTruth(
  values: readonly string[],
  known: KnownKey | undefined,
): ConditionTruth | undefined {
  if (!known || !values.every(value => /^(true|false)$/i.test(value))) {
    return undefined;
  }
  const absent = String(!known.present);
  return values.some(value => value.toLowerCase() === absent)
    ? 'always'
    : 'never';
}
