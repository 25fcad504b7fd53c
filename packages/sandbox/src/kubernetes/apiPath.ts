/** What a path below a cluster's prefix asks for. */
export type ApiPath =
  | { type: 'version' | 'health' | 'core-versions' | 'groups' | 'unknown' }
  | { type: 'group'; group: string }
  | { type: 'group-version'; group: string; version: string }
  | ResourcePath;

/** A path to a list or an object. */
export interface ResourcePath {
  type: 'resource';
  /** Empty for the core group. */
  group: string;
  version: string;
  resource: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Takes an API path apart; the leading slash may be there or not. */
export function parseApiPath(path: string): ApiPath {
  const segments = path.split('/').filter(Boolean).map(decode);
  const [root, ...rest] = segments;
  if (root === 'version' && rest.length === 0) {
    return { type: 'version' };
  }
  if (['healthz', 'readyz', 'livez'].includes(root) && rest.length === 0) {
    return { type: 'health' };
  }
  if (root === 'api') {
    if (rest.length === 0) {
      return { type: 'core-versions' };
    }
    return below('', rest);
  }
  if (root === 'apis') {
    const [group, ...more] = rest;
    if (!group) {
      return { type: 'groups' };
    }
    return more.length === 0 ? { type: 'group', group } : below(group, more);
  }
  return { type: 'unknown' };
}

/** The name of a recorded answer for a list. */
export function listFile(
  group: string,
  version: string,
  resource: string,
): string {
  const root = group ? `apis/${group}` : 'api';
  return `${root}/${version}/${resource}`;
}

function below(group: string, [version, ...rest]: string[]): ApiPath {
  if (rest.length === 0) {
    return { type: 'group-version', group, version };
  }
  const base = { type: 'resource', group, version } as const;
  // "namespaces/shop/services" is a list in a namespace; "namespaces/shop" and
  // "namespaces/shop/status" are about the namespace itself.
  const [first, namespace, resource, name, subresource, ...tooMany] = rest;
  if (first === 'namespaces' && resource && resource !== 'status') {
    return tooMany.length > 0
      ? { type: 'unknown' }
      : { ...base, namespace, resource, name, subresource };
  }
  return rest.length > 3
    ? { type: 'unknown' }
    : { ...base, resource: first, name: rest[1], subresource: rest[2] };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
