import {
  AskedObjects,
  assessCluster,
  ControllerCompatibility,
  iamAssessor,
  Knowledge,
  ResourceInUse,
} from '@lbc-backstage/plugin-lbc-common';
import { LRUCache } from 'lru-cache';
import type { ReadStore, SnapshotReader } from '../store/types';
import { hashOf } from '../store/pack';

/** What is asked of one cluster. */
export interface AssessRequest {
  cluster: string;
  asked: AskedObjects;
  resources: readonly ResourceInUse[];
}

interface Answer {
  controllers: ControllerCompatibility[];
  /** Whether its Deployments were read, so that there are no others. */
  sawDeployments: boolean;
}

type Reading = NonNullable<Awaited<ReturnType<SnapshotReader['readCluster']>>>;

/** Characters of JSON that answers may take; a page is asked for every minute. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
/** A certificate's end comes nearer although nothing was read anew. */
const TTL_MS = 5 * 60_000;
/** Several entities of one cluster are often looked at in a row. */
const SNAPSHOTS_KEPT = 2;
const SNAPSHOT_TTL_MS = 60_000;
const MOST_CONTROLLERS = 100;

/**
 * Judges controllers by stored snapshots, and keeps the answers as long as the
 * snapshots are the same. Nothing here calls a cluster or AWS.
 */
export class CompatibilityAssessor {
  readonly #snapshots: SnapshotReader;
  readonly #store: Pick<ReadStore, 'listControllers'>;
  readonly #now: () => number;
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_CHARACTERS,
    ttl: TTL_MS,
  });
  readonly #readings = new LRUCache<string, Promise<Reading | undefined>>({
    max: SNAPSHOTS_KEPT,
    ttl: SNAPSHOT_TTL_MS,
    // Large ones are let go of, also where nobody asks any more.
    ttlAutopurge: true,
  });
  readonly knowledge: Knowledge;

  static create(options: {
    snapshots: SnapshotReader;
    store: Pick<ReadStore, 'listControllers'>;
    knowledge: Knowledge;
    now: () => number;
  }): CompatibilityAssessor {
    return new CompatibilityAssessor(options);
  }

  private constructor(options: {
    snapshots: SnapshotReader;
    store: Pick<ReadStore, 'listControllers'>;
    knowledge: Knowledge;
    now: () => number;
  }) {
    this.#snapshots = options.snapshots;
    this.#store = options.store;
    this.#now = options.now;
    this.knowledge = options.knowledge;
  }

  /** Undefined where the cluster is not swept. */
  async assess(request: AssessRequest): Promise<Answer | undefined> {
    const { cluster, asked, resources } = request;
    const identity = await this.#snapshots.clusterIdentity(cluster);
    if (identity === undefined) {
      return undefined;
    }
    const { items: controllers } = await this.#store.listControllers({
      clusters: [cluster],
      limit: MOST_CONTROLLERS,
    });
    const liveness = controllers.map(each => [
      each.namespace,
      each.name,
      each.liveness,
    ]);
    const key = hashOf(JSON.stringify([identity, liveness, asked, resources]));
    const known = this.#answers.get(key);
    if (known) {
      return known;
    }
    const reading = await this.#read(cluster, identity);
    if (!reading) {
      return undefined;
    }
    const { snapshot, iam } = reading;
    const at = new Date(this.#now()).toISOString();
    const answer: Answer = {
      controllers: await assessCluster({
        now: at,
        cluster: snapshot,
        controllers,
        knowledge: this.knowledge,
        asked,
        resources,
        iam: iamAssessor({ readings: iam, cluster: snapshot, now: at }),
        ...(iam.eks && { eks: iam.eks }),
      }),
      sawDeployments: snapshot.kinds.deployments?.coverage === 'complete',
    };
    // A sweep may have been written in between: then nobody asks by this key.
    if (reading.identity === identity) {
      this.#answers.set(key, answer, {
        size: JSON.stringify(answer).length,
      });
    }
    return answer;
  }

  #read(cluster: string, identity: string): Promise<Reading | undefined> {
    const known = this.#readings.get(identity);
    if (known) {
      return known;
    }
    const reading = this.#snapshots.readCluster(cluster);
    this.#readings.set(identity, reading);
    // One that failed is asked for again.
    reading.catch(() => this.#readings.delete(identity));
    return reading;
  }
}
