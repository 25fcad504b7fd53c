import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_LBC_CLUSTER } from '@lbc-backstage/plugin-lbc-common';
import { ownerOf } from './fields';

/**
 * Who owns which cluster, by the catalog's Resources of type
 * `kubernetes-cluster`. Refreshed in the background; a page never waits for it.
 */
export class ClusterOwners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  #byCluster: ReadonlyMap<string, string> = new Map();

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): ClusterOwners {
    return new ClusterOwners(options);
  }

  private constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** The owner of a cluster, where the catalog says. */
  get(cluster: string | undefined): string | undefined {
    return cluster === undefined ? undefined : this.#byCluster.get(cluster);
  }

  async refresh(options: { signal: AbortSignal }): Promise<void> {
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'Resource', 'spec.type': 'kubernetes-cluster' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'spec.owner',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const byName = new Map<string, string>();
    const byAnnotation = new Map<string, string>();
    for await (const page of pages) {
      options.signal.throwIfAborted();
      for (const entity of page) {
        this.#read(entity, byName, byAnnotation);
      }
    }
    // What someone wrote by hand goes before what is merely named alike.
    this.#byCluster = new Map([...byName, ...byAnnotation]);
  }

  #read(
    entity: Entity,
    byName: Map<string, string>,
    byAnnotation: Map<string, string>,
  ): void {
    const owner = ownerOf(entity);
    const annotated = entity.metadata.annotations?.[ANNOTATION_LBC_CLUSTER];
    if (owner && annotated) {
      byAnnotation.set(annotated, owner);
    } else if (owner) {
      byName.set(entity.metadata.name, owner);
    }
  }
}
