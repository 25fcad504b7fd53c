import {
  KubernetesKindName,
  KubernetesObjects,
} from '@lbc-backstage/plugin-lbc-common';
import {
  KindReading,
  KubernetesReading,
  KubernetesSource,
} from '@lbc-backstage/plugin-lbc-node';

/** The readings of one sweep, by kind. */
export class Readings {
  readonly all: KubernetesReading[] = [];

  /** Sweeps to the end, or until a kind was read. */
  static async of(
    source: KubernetesSource,
    cluster: string,
    options: { until?: KubernetesReading['kind'] } = {},
  ) {
    const readings = new Readings();
    const { signal } = new AbortController();
    for await (const reading of source.sweep({ cluster, signal })) {
      readings.all.push({
        ...reading,
        items: [...reading.items],
      } as KubernetesReading);
      if (reading.kind === options.until) {
        break;
      }
    }
    return readings;
  }

  get<K extends KubernetesKindName>(
    kind: K,
  ): KindReading<K, KubernetesObjects[K]> {
    const isWanted = (
      reading: KubernetesReading,
    ): reading is Extract<KubernetesReading, { kind: K }> =>
      reading.kind === kind;
    const found = this.all.find(isWanted);
    if (!found) {
      throw new Error(`The sweep did not read ${kind}`);
    }
    return found as unknown as KindReading<K, KubernetesObjects[K]>;
  }

  coverage(): Record<string, string> {
    return Object.fromEntries(
      this.all.map(({ kind, coverage }) => [kind, coverage]),
    );
  }

  /** What is neither complete nor absent. */
  incomplete(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.coverage()).filter(
        ([, coverage]) => !['complete', 'absent'].includes(coverage),
      ),
    );
  }
}

/** Names of a reading's items, with their namespaces. */
export function namesOf(reading: {
  items: readonly { metadata: { namespace: string; name: string } }[];
}): string[] {
  return reading.items.map(({ metadata: { namespace, name } }) =>
    namespace ? `${namespace}/${name}` : name,
  );
}
