import { ExpectedAction, ExpectedCondition, ExpectedRule } from '../types';

type Rule = Omit<ExpectedRule, 'listener' | 'priority'>;

function redirectOf(actions: readonly ExpectedAction[]) {
  return actions.find(({ type }) => type === 'redirect')?.redirect;
}

function valuesOf(
  conditions: readonly ExpectedCondition[],
  field: string,
): Set<string> {
  return new Set(
    conditions
      .filter(each => each.field === field)
      .flatMap(({ values = [] }) => values),
  );
}

/** Whether a rule would send requests to itself (`isInfiniteRedirectRule`). */
function isLoop(port: number, protocol: string, rule: Rule): boolean {
  const redirect = redirectOf(rule.actions);
  if (
    !redirect ||
    rule.conditions.some(
      ({ field, regexValues }) => field === 'path-pattern' && regexValues,
    )
  ) {
    return false;
  }
  const { host, path, port: to, protocol: by, query } = redirect;
  return (
    (host === undefined ||
      host === '#{host}' ||
      valuesOf(rule.conditions, 'host-header').has(host)) &&
    (path === undefined ||
      path === '/#{path}' ||
      valuesOf(rule.conditions, 'path-pattern').has(path)) &&
    (to === undefined || to === '#{port}' || to === String(port)) &&
    (by === undefined || by === '#{protocol}' || by === protocol) &&
    (query === undefined || query === '#{query}')
  );
}

function paths(conditions: readonly ExpectedCondition[]): Set<string> {
  return new Set(
    conditions
      .filter(({ field }) => field === 'path-pattern')
      .flatMap(({ values, regexValues }) => regexValues ?? values ?? []),
  );
}

function covers(all: Set<string>, some: Set<string>): boolean {
  return (
    all.size === 0 ||
    (some.size > 0 && [...some].every(value => all.has(value)))
  );
}

/** Whether every request that meets the second meets the first. */
function isSuperset(
  first: readonly ExpectedCondition[],
  second: readonly ExpectedCondition[],
): boolean {
  if (
    first.some(
      ({ field }) => field !== 'host-header' && field !== 'path-pattern',
    )
  ) {
    return false;
  }
  const own = paths(first);
  return (
    covers(valuesOf(first, 'host-header'), valuesOf(second, 'host-header')) &&
    (own.has('/*') || covers(own, paths(second)))
  );
}

/** `RuleOptimizer`: no loops, and nothing behind a redirect that takes it all. */
export function optimizeRules<T extends Rule>(
  port: number,
  protocol: string,
  rules: readonly T[],
): T[] {
  const kept: T[] = [];
  for (const rule of rules) {
    const isHidden = kept.some(
      earlier =>
        redirectOf(earlier.actions) &&
        isSuperset(earlier.conditions, rule.conditions),
    );
    if (!isLoop(port, protocol, rule) && !isHidden) {
      kept.push(rule);
    }
  }
  return kept;
}
