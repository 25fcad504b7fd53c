import type { FeatureKnowledge, Release } from '../../knowledge/types';
import type { ObjectInUse } from '../objectsInUse';
import { FEATURE_STATUSES } from '../types';
import type { FeatureInUse } from '../types';
import { AnnotationReader } from './annotations';
import type { FieldHistory } from './fieldHistory';
import { fieldsOf } from './fields';

/** More are cut: a page can't show them, and a script has the cluster itself. */
const MOST_FEATURES = 5000;

/** Every annotation, label and field that objects use, against a release. */
export function featuresInUse(options: {
  objects: readonly ObjectInUse[];
  features: readonly FeatureKnowledge[];
  release?: Release;
  history: FieldHistory;
}): FeatureInUse[] {
  const { objects, features, release, history } = options;
  const reader = new AnnotationReader({ features, release });
  return objects
    .flatMap(object => [
      ...reader.read(object),
      ...(object.crd === undefined
        ? []
        : fieldsOf(object, {
            ...(release && { release }),
            history,
          })),
    ])
    .sort(
      (a, b) =>
        FEATURE_STATUSES.indexOf(a.status) - FEATURE_STATUSES.indexOf(b.status),
    )
    .slice(0, MOST_FEATURES);
}
