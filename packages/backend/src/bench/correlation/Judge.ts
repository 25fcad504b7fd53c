import {
  ClusterSnapshot,
  correlateCluster,
  correlateUnclaimed,
  EMPTY_UNIT_MEMORY,
  indexScope,
  ScopeSnapshot,
  StackOverlay,
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
  /** Stacks that were read live, by the ARN of their load balancer. */
  stacks?: ReadonlyMap<string, StackOverlay>;
}

/** Judges a whole fleet round by round, with what the store would remember. */
export class Judge {
  #results = new Map<string, UnitResult>();
  #unclaimed: UnitMemory = EMPTY_UNIT_MEMORY;
  /** Subjects by ARN, of each cluster. */
  #subjects = new Map<string, Array<[arn: string, subjectId: string]>>();

  /** Takes a round over: the next ones remember it. */
  settle(fleet: Fleet, now: string): void {
    const { clusters, unclaimed } = this.judge(fleet, now);
    this.#results = clusters;
    for (const [name, { subjects }] of clusters) {
      this.#subjects.set(
        name,
        subjects.flatMap(({ id, loadBalancer }) =>
          loadBalancer ? [[loadBalancer.arn, id] as [string, string]] : [],
        ),
      );
    }
    this.#unclaimed = unclaimed[0]?.memory ?? EMPTY_UNIT_MEMORY;
  }

  /** One round: everything indexed, correlated and judged. */
  judge(
    { scopes, clusters, stacks }: Fleet,
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
          ...(stacks && {
            details: this.#stacksOf(cluster.cluster, stacks),
          }),
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

  #stacksOf(
    cluster: string,
    stacks: ReadonlyMap<string, StackOverlay>,
  ): Map<string, StackOverlay> {
    const bySubject = new Map<string, StackOverlay>();
    for (const [arn, subjectId] of this.#subjects.get(cluster) ?? []) {
      const stack = stacks.get(arn);
      if (stack) {
        bySubject.set(subjectId, stack);
      }
    }
    return bySubject;
  }
}
