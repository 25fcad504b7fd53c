import type { ReleaseIamAction, ReleaseRbacRule } from '../../knowledge/types';

/** Code points, not a locale's order: the files are the same everywhere. */
export function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** A grant as text: its identity and its place. */
export function grantText(grant: ReleaseIamAction): string {
  const { action, effect, resources, condition } = grant;
  return JSON.stringify([action, effect, resources, condition ?? null]);
}

/** A right as text: its identity and its place. */
export function rightText(right: ReleaseRbacRule): string {
  const { channel, kind, apiGroup, resource, verb, resourceNames } = right;
  return JSON.stringify([
    channel,
    kind,
    apiGroup,
    resource,
    resourceNames ?? null,
    verb,
  ]);
}

/** A record with its keys in order. */
export function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).sort(([a], [b]) => byText(a, b)),
  );
}
