import type { IamVariant, Release, ReleaseIamAction } from '../types';
import { stableText } from './stableText';
import type { IamDelta } from './types';

/** What makes two grants the same, whatever the order of their resources. */
function grantKey(grant: ReleaseIamAction): string {
  return stableText({
    ...grant,
    resources: [...grant.resources].sort(),
  });
}

/** One policy file of a release against the same one of another. */
export function iamDelta(
  from: Release['iam'],
  to: Release['iam'],
  variant: IamVariant,
): IamDelta {
  const before = from[variant] ?? [];
  const after = to[variant] ?? [];
  const keysOfBefore = before.map(grantKey);
  const keysOfAfter = after.map(grantKey);
  const keysBefore = new Set(keysOfBefore);
  const keysAfter = new Set(keysOfAfter);
  const onlyBefore = before.filter((_, at) => !keysAfter.has(keysOfBefore[at]));
  const onlyAfter = after.filter((_, at) => !keysBefore.has(keysOfAfter[at]));
  const namedBefore = new Set(before.map(({ action }) => action));
  const namedAfter = new Set(after.map(({ action }) => action));
  const changed = [
    ...new Set([...onlyBefore, ...onlyAfter].map(({ action }) => action)),
  ]
    .filter(action => namedBefore.has(action) && namedAfter.has(action))
    .sort();
  return {
    variant,
    published: {
      from: from[variant] !== undefined,
      to: to[variant] !== undefined,
    },
    added: onlyAfter.filter(({ action }) => !namedBefore.has(action)),
    removed: onlyBefore.filter(({ action }) => !namedAfter.has(action)),
    changed: changed.map(action => ({
      action,
      from: onlyBefore.filter(grant => grant.action === action),
      to: onlyAfter.filter(grant => grant.action === action),
    })),
  };
}
