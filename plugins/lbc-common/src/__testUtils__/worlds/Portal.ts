import { mergeBindings } from '../../identity/bindings';
import {
  ClusterBinding,
  EMPTY_UNIT_MEMORY,
  ScopeIndex,
  Subject,
  TargetBinding,
  TargetBindingsOfCluster,
  TargetIdentities,
  UnitMemory,
  UnitResult,
  indexScope,
} from '../../inventory';
import { correlateClusterWithout } from '../../inventory/correlateCluster';
import { correlateUnclaimedWithout } from '../../inventory/correlateUnclaimed';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../../lifecycle';
import { WithoutRows } from '../../lifecycle/orphan/rows';
import {
  ClusterSweep,
  Kept,
  addressOf,
  clusterSnapshot,
  scopeSnapshot,
  sweepCluster,
  sweepScope,
} from './sweeps';
import { PortalEntry, World } from './World';
import { FOREVER, isAt, timeOf } from './time';

/** What the portal says at one time. */
export interface Word {
  minute: number;
  subjects: Array<{ subject: Subject; portal?: string }>;
  targetBindings: TargetBinding[];
  /** When the sweep began that is kept of each cluster. */
  clusterReads: ReadonlyMap<string, number>;
  /** When AWS was last asked for its load balancers, answered or not, by Region. */
  scopeAttempts: ReadonlyMap<string, number>;
}

const FIRST_ROUND = 10;
const ROUND = 6;
/** Longer than the wait for a cluster that EKS does not have. */
const LEAP = 1_500;

/**
 * The store and the jobs around the domain, without a database: keeps sweeps,
 * memory, bindings and what units publish, and asks the domain once a round.
 */
export class Portal {
  readonly #world: World;
  readonly #without: WithoutRows;
  readonly #kept = new Map<string, Kept>();
  readonly #memories = new Map<string, UnitMemory>();
  readonly #identities = new Map<string, TargetIdentities>();
  readonly #published = new Map<string, TargetBindingsOfCluster>();
  readonly #scopes = new Map<string, Kept>();
  #bindings: ClusterBinding[] = [];
  #sweptUntil = 0;

  constructor(world: World, without: WithoutRows) {
    this.#world = world;
    this.#without = without;
  }

  /** Watches the world, round by round. */
  *watch(): Generator<Word> {
    for (let round = 0; round < this.#world.rounds; round++) {
      yield this.#round(round);
    }
  }

  #known(minute: number): PortalEntry[] {
    return this.#world.portal.filter(
      ({ leavesAt }) => leavesAt === undefined || minute < leavesAt,
    );
  }

  #round(round: number): Word {
    const { leapAt = FOREVER } = this.#world;
    const minute = FIRST_ROUND + ROUND * round + (round >= leapAt ? LEAP : 0);
    if (this.#world.clustersFirst) {
      this.#sweepClusters(round, minute);
      this.#sweepScope(round, minute + 1.5);
    } else {
      this.#sweepScope(round, minute);
      this.#sweepClusters(round, minute + 1.5);
    }
    return this.#correlate(minute + 4);
  }

  #sweepScope(round: number, begin: number): void {
    const { reality, scopeBreaks, eks } = this.#world;
    reality.regions.forEach((region, index) => {
      const breaks = scopeBreaks.filter(
        each => isAt(each, round) && (each.region ?? region) === region,
      );
      if (breaks.every(({ how }) => how !== 'unreachable')) {
        const sweep = {
          reality,
          region,
          begin: begin + 0.1 * index,
          breaks,
          eks,
        };
        this.#scopes.set(region, sweepScope(this.#scopes.get(region), sweep));
      }
    });
  }

  #sweepClusters(round: number, begin: number): void {
    const { sweepsOf, clusterBreaks } = this.#world;
    const breaks = clusterBreaks.filter(each => isAt(each, round));
    for (const { name } of this.#known(begin)) {
      if (!sweepsOf) {
        const mine = breaks.filter(({ portal }) => portal === name);
        this.#sweepCluster(name, { begin, end: begin + 1, breaks: mine });
      }
    }
    // Sweeps of another pace are kept when they end.
    const until = begin + 2.4;
    const ended = (sweepsOf ?? [])
      .filter(({ end }) => this.#sweptUntil < end && end <= until)
      .sort((a, b) => a.end - b.end);
    this.#sweptUntil = until;
    for (const sweep of ended) {
      this.#sweepCluster(sweep.portal, { ...sweep, breaks: [] });
      if (sweep !== ended[ended.length - 1]) {
        this.#correlate(begin + 2);
      }
    }
  }

  #sweepCluster(
    name: string,
    sweep: Pick<ClusterSweep, 'begin' | 'end' | 'breaks' | 'spread'>,
  ): void {
    const { reality, skew = 0 } = this.#world;
    const before = this.#kept.get(name);
    const clusterAt = this.#leadsTo(name);
    if (
      !clusterAt ||
      (clusterAt(sweep.begin).goneAt ?? FOREVER) <= sweep.end ||
      sweep.breaks.some(({ how }) => how === 'unreachable') ||
      // One that began earlier never overwrites a later one.
      (before && before.begin >= sweep.begin)
    ) {
      return;
    }
    const kept = sweepCluster(before, {
      ...sweep,
      reality,
      clusterAt,
      skew,
      anyCluster: this.#without.has('one-cluster'),
    });
    if (!kept) {
      return;
    }
    this.#kept.set(name, kept);
    if (!this.#without.has('same-cluster')) {
      // Another kube-system under the same name ends its bindings.
      this.#bindings = this.#bindings.filter(
        binding => binding.cluster !== name || binding.clusterUid === kept.uid,
      );
    }
  }

  /** Which cluster a name of the portal leads to, and when. */
  #leadsTo(name: string): ClusterSweep['clusterAt'] | undefined {
    const leadsTo = this.#world.portal.find(
      each => each.name === name,
    )?.leadsTo;
    return (
      leadsTo &&
      (minute => {
        const [first] = leadsTo;
        return (leadsTo.find(each => isAt(each, minute)) ?? first).cluster;
      })
    );
  }

  #elsewhere(name: string | undefined, minute: number) {
    return this.#known(minute)
      .filter(each => each.name !== name)
      .map(
        (each): TargetBindingsOfCluster =>
          this.#published.get(each.name) ?? {
            cluster: each.name,
            coverage: 'failed',
            bindings: [],
          },
      );
  }

  #correlate(minute: number): Word {
    const word: Word = {
      minute,
      subjects: [],
      targetBindings: [],
      clusterReads: new Map(
        [...this.#kept].map(([name, { begin }]) => [name, begin]),
      ),
      scopeAttempts: new Map(
        [...this.#scopes].map(([region, { attempt = -1 }]) => [
          region,
          attempt,
        ]),
      ),
    };
    const scopes = [...this.#scopes].map(([region, kept]) =>
      indexScope(scopeSnapshot(region, kept)),
    );
    if (scopes.length === 0) {
      return word;
    }
    for (const { name } of this.#known(minute)) {
      const result = this.#correlateCluster(name, scopes, minute);
      for (const subject of result?.subjects ?? []) {
        word.subjects.push({ subject, portal: name });
      }
      word.targetBindings.push(...(result?.targetBindings ?? []));
    }
    const claimed = new Set(
      word.subjects.flatMap(({ subject }) => subject.loadBalancer?.arn ?? []),
    );
    for (const scope of scopes) {
      const rest = this.#correlateUnclaimed(scope, claimed, minute);
      for (const subject of rest.subjects) {
        word.subjects.push({ subject });
      }
    }
    return word;
  }

  #correlateCluster(
    name: string,
    scopes: readonly ScopeIndex[],
    minute: number,
  ): UnitResult | undefined {
    const kept = this.#kept.get(name);
    if (!kept) {
      return undefined;
    }
    const result = correlateClusterWithout(
      {
        now: timeOf(minute),
        cluster: {
          ...clusterSnapshot(name, kept),
          ...(this.#world.eks && {
            apiServer: addressOf(kept.uid ?? ''),
          }),
        },
        scopes,
        bindings: this.#bindings,
        elsewhere: this.#elsewhere(name, minute),
        identities: this.#identities,
        memory: this.#memories.get(name) ?? EMPTY_UNIT_MEMORY,
        settings: DEFAULT_LIFECYCLE_SETTINGS,
        infrastructureTags: ['terraform'],
      },
      this.#without,
    );
    this.#memories.set(name, result.memory);
    this.#bindings = mergeBindings(this.#bindings, result.bindings);
    if (result.published) {
      this.#published.set(name, result.published);
    }
    for (const { subjectId, targetIds } of result.wantedIdentities) {
      this.#identities.set(subjectId, this.#look(name, targetIds, minute));
    }
    return result;
  }

  /** What a detail job finds: pods of the cluster that the portal's name leads to. */
  #look(
    name: string,
    targetIds: readonly string[],
    minute: number,
  ): TargetIdentities {
    const { reality } = this.#world;
    const cluster = this.#leadsTo(name)?.(minute);
    const found: TargetIdentities['found'] = {};
    for (const id of targetIds) {
      if (cluster && reality.pods.get(id) === cluster) {
        found[id] = { kind: 'Pod', namespace: 'shop', name: `pod-${id}` };
      }
    }
    return {
      observedAt: timeOf(minute),
      coverage: 'complete',
      ...(cluster && { clusterUid: cluster.uid }),
      found,
    };
  }

  #correlateUnclaimed(
    scope: ScopeIndex,
    claimed: ReadonlySet<string>,
    minute: number,
  ): UnitResult {
    const unit = `unclaimed/${scope.id}`;
    const result = correlateUnclaimedWithout(
      {
        now: timeOf(minute),
        scope,
        bindings: this.#bindings,
        claimed,
        retired: this.#world.retired,
        infrastructureTags: ['terraform'],
        elsewhere: this.#elsewhere(undefined, minute),
        memory: this.#memories.get(unit) ?? EMPTY_UNIT_MEMORY,
        settings: DEFAULT_LIFECYCLE_SETTINGS,
      },
      this.#without,
    );
    this.#memories.set(unit, result.memory);
    return result;
  }
}
