import {
  PriceList,
  ReadinessCadence,
  RemovalPath,
  removalPath,
} from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore, ScopeReader, SnapshotReader } from '../store/types';

/** XL is 1,000 load balancers; of more, not all were seen. */
const MOST_SUBJECTS = 2_000;
const MOST_CONTROLLERS = 100;

/** What the assessor is made of. */
export interface RemovalAssessorOptions {
  snapshots: SnapshotReader & ScopeReader;
  store: Pick<ReadStore, 'listControllers' | 'listJudgedSubjects'>;
  prices: PriceList;
  cadence: ReadinessCadence;
  now: () => number;
}

/**
 * Makes the way to remove a controller of what is stored: nothing here calls a
 * cluster or AWS. It always sees the whole cluster; who may see the answer is
 * the route's to say.
 */
export class RemovalAssessor {
  readonly #options: RemovalAssessorOptions;

  static create(options: RemovalAssessorOptions): RemovalAssessor {
    return new RemovalAssessor(options);
  }

  private constructor(options: RemovalAssessorOptions) {
    this.#options = options;
  }

  /** Undefined where the cluster was not read yet. */
  async assess(cluster: string): Promise<RemovalPath | undefined> {
    const { snapshots, store, prices, cadence } = this.#options;
    const [reading, { scopes, bindings }, controllers, subjects] =
      await Promise.all([
        snapshots.readCluster(cluster),
        snapshots.readScopes(cluster),
        store.listControllers({ clusters: [cluster], limit: MOST_CONTROLLERS }),
        store.listJudgedSubjects({ cluster, limit: MOST_SUBJECTS }),
      ]);
    if (!reading) {
      return undefined;
    }
    return removalPath({
      now: new Date(this.#options.now()).toISOString(),
      cluster: reading.snapshot,
      controllers: controllers.items,
      scopes,
      bindings,
      subjects: {
        items: subjects.items.map(({ summary, detail: { removal } }) => ({
          ...summary,
          ...(removal && { removal }),
        })),
        whole: subjects.total <= subjects.items.length,
      },
      iam: reading.iam,
      prices,
      cadence,
    });
  }
}
