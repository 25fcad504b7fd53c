import { featuresInUse } from '../compatibility/features';
import type { FieldHistory } from '../compatibility/features/fieldHistory';
import type { ObjectInUse } from '../compatibility/objectsInUse';
import type { FeatureInUse } from '../compatibility/types';
import type { Knowledge, Release } from '../knowledge/types';

const KNOWN = new WeakMap<object, Map<string, FeatureInUse[]>>();

/** What objects use under a release; looked at once, however many checks ask. */
export function featuresUnder(options: {
  objects: readonly ObjectInUse[];
  knowledge: Pick<Knowledge, 'features'>;
  history: FieldHistory;
  release?: Release;
}): FeatureInUse[] {
  const { objects, knowledge, history, release } = options;
  const byRelease = KNOWN.get(objects) ?? new Map<string, FeatureInUse[]>();
  KNOWN.set(objects, byRelease);
  const key = release?.version ?? '';
  const found =
    byRelease.get(key) ??
    featuresInUse({
      objects,
      features: knowledge.features,
      history,
      ...(release && { release }),
    });
  byRelease.set(key, found);
  return found;
}
