import { ObjectMeta } from '../../inventory/objects';

/** Where the controller writes its model: with a gate on, or in a dry run. */
const ANNOTATIONS = [
  'alb.ingress.kubernetes.io/dry-run-plan',
  'gateway.k8s.aws/dry-run-plan',
] as const;

/** A plan that the controller wrote into an owner's annotations. @public */
export interface PlanAnnotation {
  annotation: string;
  /** The controller's own JSON, as it wrote it. */
  json: string;
  /**
   * `current`: written after the last change of the spec, so that it counts;
   * `older`: of an earlier spec; `undated`: nothing says when it was written,
   * so that it does not count either.
   */
  age: 'current' | 'older' | 'undated';
}

/**
 * The plan that an owner carries, and whether it counts: only one that is newer
 * than the last change of the spec says what the controller builds of it.
 * @public
 */
export function planAnnotation(
  metadata: ObjectMeta,
  options: {
    /** When the annotation was written (ISO 8601), by its managed field. */
    writtenAt?: string;
  } = {},
): PlanAnnotation | undefined {
  const { annotations = {}, specChangedAt, creationTimestamp } = metadata;
  const annotation = ANNOTATIONS.find(each => Object.hasOwn(annotations, each));
  if (!annotation) {
    return undefined;
  }
  const written = Date.parse(options.writtenAt ?? '');
  const changed = Date.parse(specChangedAt ?? creationTimestamp ?? '');
  const isDated = !Number.isNaN(written) && !Number.isNaN(changed);
  const dated = written > changed ? 'current' : 'older';
  return {
    annotation,
    json: annotations[annotation],
    age: isDated ? dated : 'undated',
  };
}
