import { message } from '@lbc-backstage/plugin-lbc-common';
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { SourceError } from '../../SourceError';
import { ClusterClient } from '../client';
import { readClusterUid } from '../readClusterUid';

/**
 * Sees to it that one sweep reads one cluster. A name of the portal may lead to
 * another one while its kinds are read, one after another: then the owners of
 * the first would seem gone. Where `kube-system` was never shown there is
 * nothing to compare, and the absence of nothing is proven either.
 */
export class OneCluster {
  readonly #client: ClusterClient;
  #uid?: string;

  static create(client: ClusterClient): OneCluster {
    return new OneCluster(client);
  }

  private constructor(client: ClusterClient) {
    this.#client = client;
  }

  /** Before anything is read that depends on the cluster. */
  async begin(): Promise<void> {
    this.#uid = await readClusterUid(this.#client);
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
    const uid = await readClusterUid(this.#client);
    if (uid === undefined) {
      throw new SourceError(
        message('source.cluster-unconfirmed', {
          cluster: this.#client.cluster,
        }),
      );
    }
    this.#expectSame(uid);
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
