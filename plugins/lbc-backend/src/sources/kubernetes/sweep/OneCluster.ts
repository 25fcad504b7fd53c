import { message } from '@lbc-backstage/plugin-lbc-common';
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { SourceError } from '../../SourceError';
import { ClusterClient } from '../client';
import { readClusterUid } from '../readClusterUid';

/** How long a sweep goes on without asking again which cluster it reads. */
const LOOK_AGAIN_AFTER_MS = 5_000;

/**
 * Sees to it that one sweep reads one cluster. A name of the portal may lead to
 * another one while its kinds are read, one after another: then the owners of
 * the first would seem gone. Where `kube-system` was never shown there is
 * nothing to compare, and the absence of nothing is proven either.
 */
export class OneCluster {
  readonly #client: ClusterClient;
  readonly #now: () => number;
  #uid?: string;
  #lookedAt = 0;

  static create(client: ClusterClient, now: () => number): OneCluster {
    return new OneCluster(client, now);
  }

  private constructor(client: ClusterClient, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  /** Before anything is read that depends on the cluster. */
  async begin(): Promise<void> {
    this.#uid = await this.#look();
  }

  /**
   * Between two kinds of a sweep that takes its time: a name may lead elsewhere
   * for a while, and back before the end.
   */
  async confirmSometimes(): Promise<void> {
    if (
      this.#uid === undefined ||
      this.#now() - this.#lookedAt < LOOK_AGAIN_AFTER_MS
    ) {
      return;
    }
    const uid = await this.#look();
    // One that is not shown now must be at the end.
    if (uid !== undefined) {
      this.#expectSame(uid);
    }
  }

  /** Looks at a reading on its way. */
  see(reading: KubernetesReading): void {
    if (reading.kind !== 'namespaces') {
      return;
    }
    const uid = [...reading.items].find(
      ({ metadata }) => metadata.name === 'kube-system',
    )?.metadata.uid;
    if (uid !== undefined) {
      this.#expectSame(uid);
    }
  }

  /** After the last reading; throws where the sweep counts for nothing. */
  async confirm(): Promise<void> {
    if (this.#uid === undefined) {
      return;
    }
    const uid = await this.#look();
    if (uid === undefined) {
      throw new SourceError(
        message('source.cluster-unconfirmed', {
          cluster: this.#client.cluster,
        }),
      );
    }
    this.#expectSame(uid);
  }

  #look(): Promise<string | undefined> {
    this.#lookedAt = this.#now();
    return readClusterUid(this.#client);
  }

  #expectSame(after: string): void {
    const before = (this.#uid ??= after);
    if (before !== after) {
      const { cluster } = this.#client;
      throw new SourceError(
        message('source.cluster-changed', { cluster, before, after }),
      );
    }
  }
}
