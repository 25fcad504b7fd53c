import type { ReleaseRbacRule } from '../types';
import { stableText } from './stableText';
import type { RbacDelta, TableDelta } from './types';

/** Most are written the same: only where not, the order of keys matters. */
function isSame(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify(a) === JSON.stringify(b) || stableText(a) === stableText(b)
  );
}

/** Two tables by name; nothing is concluded where one is not known. */
export function tableDelta<T>(
  from: Readonly<Record<string, T>> | undefined,
  to: Readonly<Record<string, T>> | undefined,
): TableDelta<T> {
  const delta: TableDelta<T> = {
    known: from !== undefined && to !== undefined,
    added: {},
    removed: {},
    changed: {},
  };
  if (!from || !to) {
    return delta;
  }
  const before = new Map(Object.entries(from));
  const after = new Map(Object.entries(to));
  for (const [name, value] of after) {
    if (!before.has(name)) {
      delta.added[name] = value;
    } else if (!isSame(from[name], value)) {
      delta.changed[name] = { from: from[name], to: value };
    }
  }
  for (const [name, value] of before) {
    if (!after.has(name)) {
      delta.removed[name] = value;
    }
  }
  return delta;
}

/** What differs in one channel's role. */
export function rbacDelta(
  from: readonly ReleaseRbacRule[],
  to: readonly ReleaseRbacRule[],
): RbacDelta[] {
  return (['manifest', 'chart'] as const).map(channel => {
    const before = from.filter(rule => rule.channel === channel);
    const after = to.filter(rule => rule.channel === channel);
    const known = before.length > 0 && after.length > 0;
    const keysOfBefore = before.map(stableText);
    const keysOfAfter = after.map(stableText);
    const keysBefore = new Set(keysOfBefore);
    const keysAfter = new Set(keysOfAfter);
    return {
      channel,
      known,
      added: known
        ? after.filter((_, at) => !keysBefore.has(keysOfAfter[at]))
        : [],
      removed: known
        ? before.filter((_, at) => !keysAfter.has(keysOfBefore[at]))
        : [],
    };
  });
}
