import { stableText } from '../../src/knowledge/delta/stableText';

/** Are two values the same, whatever the order of their keys? */
export function sameText(a: unknown, b: unknown): boolean {
  return stableText(a ?? null) === stableText(b ?? null);
}

/** What is set anew and what is gone, under the table's name; empty for nothing. */
export function tableChange<K extends string, T>(
  key: K,
  before: Record<string, T> | undefined,
  after: Record<string, T> | undefined,
): { [Key in K]?: { set?: Record<string, T>; remove?: string[] } } {
  if (before && !after) {
    throw new Error(`A release lost its whole table of ${key}`);
  }
  const old = new Map(Object.entries(before ?? {}));
  const set = Object.entries(after ?? {}).filter(
    ([name, value]) => !old.has(name) || !sameText(old.get(name), value),
  );
  const remove = [...old.keys()].filter(
    name => !Object.prototype.hasOwnProperty.call(after, name),
  );
  const made: { [Key in K]?: { set?: Record<string, T>; remove?: string[] } } =
    {};
  if (set.length || remove.length || (after && !before)) {
    made[key] = {
      ...(set.length > 0 && { set: Object.fromEntries(set) }),
      ...(remove.length > 0 && { remove }),
    };
  }
  return made;
}

/** Items that share everything but one thing, in the order of the first. */
export function group<T, S>(
  items: readonly T[],
  sharedOf: (item: T) => S,
): Array<{ shared: S; items: T[] }> {
  const groups = new Map<string, { shared: S; items: T[] }>();
  for (const item of items) {
    const shared = sharedOf(item);
    const key = stableText(shared);
    const known = groups.get(key) ?? { shared, items: [] };
    known.items.push(item);
    groups.set(key, known);
  }
  return [...groups.values()];
}
