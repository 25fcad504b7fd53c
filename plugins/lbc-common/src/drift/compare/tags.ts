import { Tags } from '../../identity/tags';
import { ExpectedModel } from '../expected/types';
import { Comparison } from './Comparison';

/** Keys of the controller's first generation, which it never takes away. */
const LEGACY_KEYS = [
  'kubernetes.io/cluster-name',
  'kubernetes.io/namespace',
  'kubernetes.io/ingress-name',
  'kubernetes.io/service-name',
  'kubernetes.io/service-port',
  'ingress.k8s.aws/cluster',
];

function isLeftAlone(model: ExpectedModel, key: string): boolean {
  return (
    key.startsWith('aws:') ||
    key.startsWith('kubernetes.io/cluster/') ||
    LEGACY_KEYS.includes(key) ||
    model.externalManagedTags.includes(key)
  );
}

/** Tags of one resource: those asked for, those it is found by, and no other. */
export function compareTags(options: {
  comparison: Comparison;
  model: ExpectedModel;
  path: string;
  resourceId: string;
  tags: Record<string, string>;
  live: Tags | undefined;
}): void {
  const { comparison, model, path, resourceId, tags, live } = options;
  if (!live) {
    comparison.unread('drift.unread.tags', { ofPlace: path });
    return;
  }
  const { trackingTags, resourceTagKey } = model;
  let present = 0;
  const expect = (key: string, value: string): void => {
    const isThere = Object.hasOwn(live, key);
    present += isThere ? 1 : 0;
    if (isLeftAlone(model, key)) {
      return;
    }
    if (isThere && live[key] === value) {
      comparison.agrees();
      return;
    }
    comparison.check({
      path: `${path}.tags.${key}`,
      code: isThere ? 'drift.found.tag' : 'drift.found.tag-missing',
      params: { key, ofPlace: path },
      expected: value,
      live: isThere ? live[key] : null,
    });
  };
  const isTracking = (key: string) =>
    key === resourceTagKey || Object.hasOwn(trackingTags, key);
  for (const key of Object.keys(tags)) {
    if (!isTracking(key)) {
      expect(key, tags[key]);
    }
  }
  for (const key of Object.keys(trackingTags)) {
    if (key !== resourceTagKey) {
      expect(key, trackingTags[key]);
    }
  }
  expect(resourceTagKey, resourceId);
  const keys = Object.keys(live);
  if (keys.length === present) {
    return;
  }
  for (const key of keys) {
    if (
      !Object.hasOwn(tags, key) &&
      !isTracking(key) &&
      !isLeftAlone(model, key)
    ) {
      comparison.differs({
        path: `${path}.tags.${key}`,
        code: 'drift.found.tag-extra',
        params: { key, ofPlace: path },
        expected: null,
        live: live[key],
      });
    }
  }
}

/** Attributes that are named; the others are nobody's. */
export function compareAttributes(options: {
  comparison: Comparison;
  path: string;
  expected: Record<string, string>;
  live: Record<string, string> | undefined;
}): void {
  const { comparison, path, expected, live } = options;
  for (const [key, value] of Object.entries(expected)) {
    if (live) {
      comparison.check({
        path: `${path}.attributes.${key}`,
        code: 'drift.found.attribute',
        params: { key, ofPlace: path },
        expected: value,
        live: Object.hasOwn(live, key) ? live[key] : null,
      });
    } else {
      comparison.unread('drift.unread.attributes', { ofPlace: path });
    }
  }
}
