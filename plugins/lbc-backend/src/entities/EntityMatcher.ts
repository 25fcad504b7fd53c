import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityMatchIndex,
  KnownScope,
  MatchingSettings,
  parseEntityClaims,
} from '@lbc-backstage/plugin-lbc-common';
import type { EntityMatch, ReadStore } from '../store/types';
import { etagOf, ownerOf } from './fields';
import { claimContext } from './targets';

/** For which entity and facts matches were stored. */
interface MatchState {
  etag: string;
  factsVersion: number;
}

interface Index {
  index: EntityMatchIndex;
  /** Clusters and scopes that claims were held against. */
  context: ReturnType<typeof claimContext>;
}

// Another replica may have stored newer matches meanwhile; it stores the same
// for the same facts, so a short memory is enough to be right.
const REMEMBER_MS = 60_000;
const REMEMBER_ENTITIES = 20_000;

// From here on one query for all states is cheaper than one for each.
const MANY = 10;

/**
 * Keeps `entity_subject`: which entity sees which subject. An entity is matched
 * again when it or any subject's facts changed; both on read and by the catalog
 * job, so that a page is one indexed join.
 */
export class EntityMatcher {
  readonly #store: ReadStore;
  readonly #settings: MatchingSettings;
  readonly #scopes: readonly KnownScope[];
  readonly #now: () => number;
  #index?: { factsVersion: number; built: Promise<Index> };
  /** What this replica knows to be stored. */
  readonly #fresh = new Map<string, MatchState & { until: number }>();

  static create(options: {
    store: ReadStore;
    settings: MatchingSettings;
    /** Scopes that configuration names, known before they are discovered. */
    scopes: readonly KnownScope[];
    now: () => number;
  }): EntityMatcher {
    return new EntityMatcher(options);
  }

  private constructor(options: {
    store: ReadStore;
    settings: MatchingSettings;
    scopes: readonly KnownScope[];
    now: () => number;
  }) {
    this.#store = options.store;
    this.#settings = options.settings;
    this.#scopes = options.scopes;
    this.#now = options.now;
  }

  /** Brings the stored matches of entities up to date where they are not. */
  async ensureMatched(entities: readonly Entity[]): Promise<void> {
    const factsVersion = await this.#store.factsVersion();
    const now = this.#now();
    const stale = entities.filter(entity => {
      const known = this.#fresh.get(stringifyEntityRef(entity));
      return !(
        known &&
        known.until > now &&
        known.factsVersion === factsVersion &&
        known.etag === etagOf(entity)
      );
    });
    const states = await this.#statesOf(stale);
    for (const entity of stale) {
      const state = states.get(stringifyEntityRef(entity));
      await this.#match(entity, factsVersion, state);
    }
  }

  /** Matches every entity of the catalog, and forgets those that it lacks. */
  async matchCatalog(
    pages: AsyncIterable<Entity[]>,
    options: { signal: AbortSignal },
  ): Promise<{ entities: number; removed: number }> {
    const factsVersion = await this.#store.factsVersion();
    const states = await this.#allStates();
    const gone = new Set(states.keys());
    let entities = 0;
    for await (const page of pages) {
      for (const entity of page) {
        options.signal.throwIfAborted();
        const ref = stringifyEntityRef(entity);
        gone.delete(ref);
        entities += 1;
        await this.#match(entity, factsVersion, states.get(ref));
      }
    }
    if (gone.size > 0) {
      await this.#store.removeEntities([...gone]);
      gone.forEach(ref => this.#fresh.delete(ref));
    }
    return { entities, removed: gone.size };
  }

  async #match(
    entity: Entity,
    factsVersion: number,
    state: MatchState | undefined,
  ): Promise<void> {
    const entityRef = stringifyEntityRef(entity);
    const etag = etagOf(entity);
    if (state?.etag !== etag || state.factsVersion !== factsVersion) {
      const { index, context } = await this.#indexOf(factsVersion);
      const { claims } = parseEntityClaims(entity, context);
      const matches: EntityMatch[] = index.match(entity, claims);
      // Most entities of a catalog have no load balancer: no row says so too.
      if (matches.length > 0 || state) {
        const owner = ownerOf(entity);
        await this.#store.putEntityMatches({
          entityRef,
          etag,
          factsVersion,
          matches,
          ...(owner && { owner }),
        });
      }
    }
    this.#remember(entityRef, { etag, factsVersion });
  }

  async #allStates(): Promise<Map<string, MatchState>> {
    const states = await this.#store.listEntityMatchStates();
    return new Map(states.map(state => [state.entityRef, state]));
  }

  async #statesOf(
    entities: readonly Entity[],
  ): Promise<Map<string, MatchState>> {
    if (entities.length > MANY) {
      return this.#allStates();
    }
    const states = new Map<string, MatchState>();
    for (const entity of entities) {
      const ref = stringifyEntityRef(entity);
      const state = await this.#store.getEntityMatchState(ref);
      if (state) {
        states.set(ref, state);
      }
    }
    return states;
  }

  #remember(entityRef: string, state: MatchState): void {
    if (this.#fresh.size >= REMEMBER_ENTITIES) {
      this.#fresh.clear();
    }
    this.#fresh.set(entityRef, {
      ...state,
      until: this.#now() + REMEMBER_MS,
    });
  }

  async #indexOf(factsVersion: number): Promise<Index> {
    if (this.#index?.factsVersion !== factsVersion) {
      const built = this.#build();
      this.#index = { factsVersion, built };
      built.catch(() => {
        if (this.#index?.built === built) {
          this.#index = undefined;
        }
      });
    }
    return this.#index!.built;
  }

  async #build(): Promise<Index> {
    const [facts, targets] = await Promise.all([
      this.#store.listFacts(),
      this.#store.listTargets(),
    ]);
    return {
      index: EntityMatchIndex.create({ facts, settings: this.#settings }),
      context: claimContext(targets, this.#scopes),
    };
  }
}
