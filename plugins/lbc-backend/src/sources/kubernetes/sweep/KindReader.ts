import {
  KUBERNETES_KINDS,
  KubernetesKind,
  KubernetesKindName,
  KubernetesObjects,
} from '@lbc-backstage/plugin-lbc-common';
import { ClusterClient } from '../client';
import { Discovery, KindAvailability } from '../discovery';
import { ListOutcome, nothing, readList, readObject } from '../lists';
import { PROJECTIONS } from '../projections';

/** Which part of a kind is read, and what is kept of it. */
export interface Narrowing<T> {
  namespace?: string;
  query?: Record<string, string>;
  keep?: (item: T) => T | undefined;
  pageSize?: number;
}

/** Reads kinds of one cluster in the best version that it serves. */
export class KindReader {
  readonly #client: ClusterClient;
  readonly #discovery: Discovery;

  static create(options: {
    client: ClusterClient;
    discovery: Discovery;
  }): KindReader {
    return new KindReader(options.client, options.discovery);
  }

  private constructor(client: ClusterClient, discovery: Discovery) {
    this.#client = client;
    this.#discovery = discovery;
  }

  isAbsent(name: KubernetesKindName): boolean {
    return this.#availability(name).state === 'absent';
  }

  /** Lists a kind, or a part of it. */
  async list<K extends KubernetesKindName>(
    name: K,
    narrowing: Narrowing<KubernetesObjects[K]> = {},
  ): Promise<ListOutcome<KubernetesObjects[K]>> {
    const kind: KubernetesKind = KUBERNETES_KINDS[name];
    const { namespace, query, keep, pageSize } = narrowing;
    return this.#read(name, version =>
      readList<KubernetesObjects[K]>({
        client: this.#client,
        path: pathOf(kind, version, namespace),
        resource: kind.id,
        schema: PROJECTIONS[name],
        query,
        keep,
        pageSize,
      }),
    );
  }

  /** Reads one object. */
  async object<K extends KubernetesKindName>(
    name: K,
    place: { namespace: string; name: string },
  ): Promise<ListOutcome<KubernetesObjects[K]>> {
    const kind: KubernetesKind = KUBERNETES_KINDS[name];
    return this.#read(name, version =>
      readObject<KubernetesObjects[K]>({
        client: this.#client,
        path: `${pathOf(kind, version, place.namespace)}/${encodeURIComponent(
          place.name,
        )}`,
        resource: kind.id,
        schema: PROJECTIONS[name],
      }),
    );
  }

  async #read<T>(
    name: KubernetesKindName,
    read: (version: string) => Promise<ListOutcome<T>>,
  ): Promise<ListOutcome<T>> {
    const availability = this.#availability(name);
    switch (availability.state) {
      case 'absent':
        return nothing('absent');
      case 'unreadable':
        return nothing('failed', availability.reason);
      case 'served':
        return read(availability.version);
      default: {
        const outcome = await read(KUBERNETES_KINDS[name].versions[0]);
        // Without discovery a 404 may mean another version as well as nothing.
        return outcome.reason?.code === 'source.served-but-missing'
          ? nothing('failed', availability.reason)
          : outcome;
      }
    }
  }

  #availability(name: KubernetesKindName): KindAvailability {
    return this.#discovery.availability(KUBERNETES_KINDS[name]);
  }
}

function pathOf(
  { group, plural }: KubernetesKind,
  version: string,
  namespace?: string,
): string {
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  return namespace === undefined
    ? `${root}/${plural}`
    : `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
}
