import { FEATURE_STATUSES } from '@lbc-backstage/plugin-lbc-common';
import type { Feature } from '../types';

/** One feature as it stands, with all the objects that use it so. */
export interface GatheredFeature {
  key: string;
  feature: Feature;
  objects: string[];
}

/** `Ingress shop/web` */
export function objectName({ kind, namespace, name }: Feature['object']) {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

function byUrgency(left: Feature, right: Feature): number {
  return (
    FEATURE_STATUSES.indexOf(left.status) -
      FEATURE_STATUSES.indexOf(right.status) ||
    left.name.localeCompare(right.name)
  );
}

/** A line for each feature and what becomes of it, most urgent first. */
export function gatherFeatures(
  features: readonly Feature[],
): GatheredFeature[] {
  const gathered = new Map<string, GatheredFeature>();
  for (const feature of [...features].sort(byUrgency)) {
    const key = [feature.name, feature.kind, feature.status].join(' ');
    const known = gathered.get(key);
    if (known) {
      known.objects.push(objectName(feature.object));
    } else {
      gathered.set(key, {
        key,
        feature,
        objects: [objectName(feature.object)],
      });
    }
  }
  return [...gathered.values()];
}

/** A line for each feature of each object, most urgent first. */
export function eachFeature(features: readonly Feature[]): GatheredFeature[] {
  return [...features].sort(byUrgency).map((feature, index) => ({
    key: `${index}-${feature.name}`,
    feature,
    objects: [objectName(feature.object)],
  }));
}
