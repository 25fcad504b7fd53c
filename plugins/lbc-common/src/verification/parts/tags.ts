import { CLUSTER_TAG, Tags } from '../../identity/tags';
import type { Changes } from '../Changes';

/** Tags by which the controller finds what is its own; no spec changes them. */
function isTracking(key: string): boolean {
  return (
    key === CLUSTER_TAG || /k8s\.aws(\.[an]lb)?\/(stack|resource)$/.test(key)
  );
}

/** Tags of one resource: keys that were there before. */
export function compareTags(options: {
  changes: Changes;
  path: string;
  before: Tags | undefined;
  after: Tags | undefined;
  /** Keys that others than the controller write. */
  foreign: ReadonlySet<string>;
  owners?: readonly string[];
}): void {
  const { changes, path, before, after, foreign, owners } = options;
  if (!before || !after) {
    changes.unread('verification.unread.tags');
    return;
  }
  for (const [key, value] of Object.entries(before)) {
    if (!key.startsWith('aws:') && !foreign.has(key)) {
      changes.check({
        path: `${path}.tags.${key}`,
        code: Object.hasOwn(after, key)
          ? 'verification.found.tag'
          : 'verification.found.tag-removed',
        params: { key, ofPlace: path },
        before: value,
        after: Object.hasOwn(after, key) ? after[key] : null,
        ...(owners && { owners }),
        ...(isTracking(key) && { beyondOwners: true }),
      });
    }
  }
}

/** Attributes of one resource: keys that were there before. */
export function compareAttributes(options: {
  changes: Changes;
  path: string;
  before: Readonly<Record<string, string>> | undefined;
  after: Readonly<Record<string, string>> | undefined;
  owners?: readonly string[];
}): void {
  const { changes, path, before, after, owners } = options;
  if (!before || !after) {
    changes.unread('verification.unread.attributes');
    return;
  }
  for (const [key, value] of Object.entries(before)) {
    changes.check({
      path: `${path}.attributes.${key}`,
      code: 'verification.found.attribute',
      params: { key, ofPlace: path },
      before: value,
      after: Object.hasOwn(after, key) ? after[key] : null,
      ...(owners && { owners }),
    });
  }
}
