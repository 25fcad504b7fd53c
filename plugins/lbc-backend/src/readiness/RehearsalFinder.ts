import {
  compareReleases,
  Knowledge,
  Rehearsal,
  rehearsalIn,
  RehearsalQuestion,
} from '@lbc-backstage/plugin-lbc-common';
import { LRUCache } from 'lru-cache';
import { hashOf } from '../store/pack';
import type { ReadStore, SnapshotReader } from '../store/types';

const MOST_CONTROLLERS = 500;
/** A snapshot of each is read whole. */
const MOST_CLUSTERS = 3;
const TTL_MS = 5 * 60_000;

/** Which other clusters run a target already. */
export class RehearsalFinder {
  readonly #snapshots: SnapshotReader;
  readonly #store: Pick<ReadStore, 'listControllers'>;
  readonly #knowledge: Knowledge;
  readonly #found = new LRUCache<string, { rehearsal?: Rehearsal }>({
    max: 100,
    ttl: TTL_MS,
  });

  static create(options: {
    snapshots: SnapshotReader;
    store: Pick<ReadStore, 'listControllers'>;
    knowledge: Knowledge;
  }): RehearsalFinder {
    return new RehearsalFinder(options);
  }

  private constructor(options: {
    snapshots: SnapshotReader;
    store: Pick<ReadStore, 'listControllers'>;
    knowledge: Knowledge;
  }) {
    this.#snapshots = options.snapshots;
    this.#store = options.store;
    this.#knowledge = options.knowledge;
  }

  /** Those of other clusters than the one that is asked about. */
  async find(
    cluster: string,
    question: RehearsalQuestion,
  ): Promise<Rehearsal[]> {
    const { items } = await this.#store.listControllers({
      limit: MOST_CONTROLLERS,
    });
    const others = items
      .filter(
        each =>
          each.cluster !== cluster &&
          each.liveness === 'alive' &&
          each.version !== undefined &&
          compareReleases(each.version, question.version) === 0,
      )
      .map(each => each.cluster);
    const found: Rehearsal[] = [];
    for (const other of [...new Set(others)].slice(0, MOST_CLUSTERS)) {
      const rehearsal = await this.#read(other, question);
      if (rehearsal) {
        found.push(rehearsal);
      }
    }
    return found.sort((a, b) => b.covers - a.covers);
  }

  async #read(
    cluster: string,
    question: RehearsalQuestion,
  ): Promise<Rehearsal | undefined> {
    const key = hashOf(JSON.stringify([cluster, question]));
    const known = this.#found.get(key);
    if (known) {
      return known.rehearsal;
    }
    const reading = await this.#snapshots.readCluster(cluster);
    const rehearsal =
      reading &&
      (await rehearsalIn({
        cluster: reading.snapshot,
        question,
        knowledge: this.#knowledge,
      }));
    this.#found.set(key, rehearsal ? { rehearsal } : {});
    return rehearsal;
  }
}
