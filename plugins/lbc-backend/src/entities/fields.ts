import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What matching reads of an entity, and no more. */
export const MATCHING_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.etag',
  'metadata.annotations',
  'spec.type',
  'spec.owner',
  'relations',
];

/** Kinds that may have load balancers of their own. */
export const MATCHING_KINDS = [
  'Component',
  'System',
  'Resource',
  'API',
  'Domain',
];

/** `spec.owner` as a whole reference; undefined where the entity has none. */
export function ownerOf(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string' || !owner) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'Group',
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

/**
 * What tells that an entity's matches may have changed. An etag that comes from
 * the entity's own source does not cover its relations, by which a service
 * locator may choose clusters.
 */
export function etagOf(entity: Entity): string {
  const dependsOn = (entity.relations ?? [])
    .filter(({ type }) => type === 'dependsOn')
    .map(({ targetRef }) => targetRef)
    .sort();
  const etag = entity.metadata.etag ?? '';
  return dependsOn.length ? `${etag} ${dependsOn.join(' ')}` : etag;
}
