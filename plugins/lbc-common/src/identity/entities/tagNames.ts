import { Tags } from '../tags';
import { completeEntityRef } from './entity';

/** A tag whose value names an entity (`lbc.entityTags`). @public */
export interface EntityTag {
  key: string;
  /** Kind of a value that names none. Default: Component. */
  kind?: string;
  /** Namespace of a value that names none. Default: default. */
  namespace?: string;
}

/** Its value is a whole entity reference. @public */
export const ENTITY_REF_TAG = 'backstage.io/entity-ref';

/**
 * The entity that a resource's tags name. Tags that name two different ones are
 * ambiguous and name none; so does a reference without a kind.
 * @public
 */
export function entityNamedByTags(
  tags: Tags,
  entityTags: readonly EntityTag[],
): string | undefined {
  const refs = new Set<string>();
  const read = (
    key: string,
    defaults: { kind?: string; namespace?: string },
  ) => {
    if (Object.prototype.hasOwnProperty.call(tags, key)) {
      const ref = completeEntityRef(tags[key], defaults);
      if (ref) {
        refs.add(ref);
      }
    }
  };
  read(ENTITY_REF_TAG, {});
  for (const { key, kind = 'Component', namespace } of entityTags) {
    read(key, { kind, namespace });
  }
  return refs.size === 1 ? [...refs][0] : undefined;
}
