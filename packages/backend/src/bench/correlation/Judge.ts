import {
  ClusterSnapshot,
  correlateCluster,
  correlateUnclaimed,
  EMPTY_UNIT_MEMORY,
  indexScope,
  ScopeSnapshot,
  UnitMemory,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';

/** The waits, as they are by default. */
const SETTINGS = {
  orphanGraceSeconds: 15 * 60,
  unattendedAfterSeconds: 5 * 60,
  stuckAfterSeconds: 15 * 60,
};

/** What was read of everything. */
export interface Fleet {
  scopes: ScopeSnapshot[];
  clusters: ClusterSnapshot[];
}

/** Judges a whole fleet round by round, with what the store would remember. */
export class Judge {
  #results = new Map<string, UnitResult>();
  #unclaimed: UnitMemory = EMPTY_UNIT_MEMORY;

  /** Takes a round over: the next ones remember it. */
  settle(fleet: Fleet, now: string): void {
    const { clusters, unclaimed } = this.judge(fleet, now);
    this.#results = clusters;
    this.#unclaimed = unclaimed[0]?.memory ?? EMPTY_UNIT_MEMORY;
  }

  /** One round: everything indexed, correlated and judged. */
  judge(
    { scopes, clusters }: Fleet,
    now: string,
  ): { clusters: Map<string, UnitResult>; unclaimed: UnitResult[] } {
    const known = [...this.#results];
    const bindings = known.flatMap(([, result]) => result.bindings);
    const published = known.flatMap(([, each]) => each.published ?? []);
    const indexes = scopes.map(scope => indexScope(scope));
    const results = new Map<string, UnitResult>();
    for (const cluster of clusters) {
      results.set(
        cluster.cluster,
        correlateCluster({
          now,
          cluster,
          scopes: indexes,
          bindings,
          elsewhere: published.filter(each => each.cluster !== cluster.cluster),
          identities: new Map(),
          memory:
            this.#results.get(cluster.cluster)?.memory ?? EMPTY_UNIT_MEMORY,
          settings: SETTINGS,
        }),
      );
    }
    const claimed = new Set(
      [...results.values()].flatMap(({ subjects }) =>
        subjects.flatMap(({ loadBalancer }) => loadBalancer?.arn ?? []),
      ),
    );
    return {
      clusters: results,
      unclaimed: indexes.map(scope =>
        correlateUnclaimed({
          now,
          scope,
          bindings,
          claimed,
          retired: [],
          elsewhere: published,
          memory: this.#unclaimed,
          settings: SETTINGS,
        }),
      ),
    };
  }
}
