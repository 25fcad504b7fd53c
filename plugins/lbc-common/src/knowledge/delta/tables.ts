import type { ReleaseRbacRule } from '../types';
import { stableText } from './stableText';
import type { RbacDelta, TableDelta } from './types';

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
    } else if (stableText(from[name]) !== stableText(value)) {
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
    const keysBefore = new Set(before.map(stableText));
    const keysAfter = new Set(after.map(stableText));
    return {
      channel,
      known,
      added: known
        ? after.filter(rule => !keysBefore.has(stableText(rule)))
        : [],
      removed: known
        ? before.filter(rule => !keysAfter.has(stableText(rule)))
        : [],
    };
  });
}
