import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { MATCHING_FIELDS, MATCHING_KINDS } from './fields';

/** Parts that a page takes in at most. */
export const MOST_PARTS = 500;

/** The parts of an entity that its caller may see. */
export interface Parts {
  entities: Entity[];
  /** Parts beyond those. */
  notAsked: number;
}

const NO_PARTS: Parts = { entities: [], notAsked: 0 };

interface Relation {
  /** As the catalog indexes it, on the part. */
  field: 'relations.partOf' | 'relations.ownedBy';
  refs: string[];
}

/**
 * Lists what belongs to a System, Domain, Group or User, with the caller's own
 * credentials, so that nothing shows that the catalog would not show them.
 */
export class EntityParts {
  readonly #catalog: CatalogService;

  static create(options: { catalog: CatalogService }): EntityParts {
    return new EntityParts(options.catalog);
  }

  private constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async list(
    entity: Entity,
    options: { credentials: BackstageCredentials },
  ): Promise<Parts> {
    const ref = stringifyEntityRef(entity);
    switch (entity.kind.toLocaleLowerCase('en-US')) {
      case 'system':
        return this.#query({ field: 'relations.partOf', refs: [ref] }, options);
      case 'domain':
        return this.#ofDomain(ref, options);
      case 'group':
        return this.#query(
          { field: 'relations.ownedBy', refs: [ref] },
          options,
        );
      case 'user': {
        const groups = (entity.relations ?? [])
          .filter(({ type }) => type === 'memberOf')
          .map(({ targetRef }) => targetRef);
        return this.#query(
          { field: 'relations.ownedBy', refs: [ref, ...groups] },
          options,
        );
      }
      default:
        return NO_PARTS;
    }
  }

  /** A Domain's parts are Systems; what has load balancers is theirs. */
  async #ofDomain(
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Parts> {
    const direct = await this.#query(
      { field: 'relations.partOf', refs: [ref] },
      options,
    );
    const systems = direct.entities
      .filter(({ kind }) => kind.toLocaleLowerCase('en-US') === 'system')
      .map(system => stringifyEntityRef(system));
    const room = MOST_PARTS - direct.entities.length;
    if (systems.length === 0) {
      return direct;
    }
    const inner = await this.#query(
      { field: 'relations.partOf', refs: systems },
      { ...options, limit: Math.max(room, 0) },
    );
    return {
      entities: [...direct.entities, ...inner.entities],
      notAsked: direct.notAsked + inner.notAsked,
    };
  }

  async #query(
    relation: Relation,
    options: { credentials: BackstageCredentials; limit?: number },
  ): Promise<Parts> {
    const { credentials, limit = MOST_PARTS } = options;
    const { items, totalItems } = await this.#catalog.queryEntities(
      {
        filter: relation.refs.map(ref => ({
          [relation.field]: ref,
          kind: MATCHING_KINDS,
        })),
        fields: MATCHING_FIELDS,
        limit,
      },
      { credentials },
    );
    return {
      entities: items,
      notAsked: Math.max(totalItems - items.length, 0),
    };
  }
}
