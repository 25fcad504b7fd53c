import { World, WorldStep } from 'lbc-sandbox';
import { mergeBindings } from '../identity/bindings';
import {
  ClusterBinding,
  ClusterSnapshot,
  EMPTY_UNIT_MEMORY,
  ScopeSnapshot,
  Subject,
  TargetBinding,
  TargetBindingsOfCluster,
  TargetIdentities,
  UnitMemory,
  correlateCluster,
  correlateUnclaimed,
  indexScope,
} from '../inventory';
import { DEFAULT_LIFECYCLE_SETTINGS, LifecycleSettings } from '../lifecycle';
import {
  clusterOfStep,
  clustersOfWorld,
  identitiesOfStep,
  scopeOfStep,
} from './recordings';

/** What an observer finds in one round. */
export interface Round {
  subjects: Subject[];
  targetBindings: TargetBinding[];
}

/** Breaks what is observed, for tests of partial views. */
export interface Lens {
  cluster?(snapshot: ClusterSnapshot): ClusterSnapshot | undefined;
  scope?(snapshot: ScopeSnapshot): ScopeSnapshot;
}

/**
 * Watches a recorded world step by step, as often as the waits need, with the
 * memory and bindings that the store would keep.
 */
export class Observer {
  readonly #world: World;
  readonly #settings: LifecycleSettings;
  readonly #lens: Lens;
  readonly #memories = new Map<string, UnitMemory>();
  readonly #identities = new Map<string, TargetIdentities>();
  readonly #published = new Map<string, TargetBindingsOfCluster>();
  #bindings: ClusterBinding[] = [];

  constructor(
    world: World,
    options: { settings?: LifecycleSettings; lens?: Lens } = {},
  ) {
    this.#world = world;
    this.#settings = options.settings ?? DEFAULT_LIFECYCLE_SETTINGS;
    this.#lens = options.lens ?? {};
  }

  get bindings(): readonly ClusterBinding[] {
    return this.#bindings;
  }

  /** Goes to a step and watches it until no wait is open: 6 rounds, 6 minutes apart. */
  watch(step: WorldStep, rounds = 6): Round {
    let round: Round = { subjects: [], targetBindings: [] };
    for (let number = 0; number < rounds; number++) {
      // Rounds of all steps stay in order: steps were recorded minutes apart.
      const at = new Date(
        Date.parse(step.recordedAt) +
          this.#world.steps.indexOf(step) * 3_600_000 +
          number * 360_000,
      ).toISOString();
      round = this.round(step, at);
    }
    return round;
  }

  /** The same, beside a cluster that publishes this. */
  watchBeside(step: WorldStep, published: TargetBindingsOfCluster): Round {
    this.#published.set(published.cluster, published);
    return this.watch(step);
  }

  round(step: WorldStep, at: string): Round {
    const wholeScope = scopeOfStep(step, at);
    const scope = indexScope(this.#lens.scope?.(wholeScope) ?? wholeScope);
    const later = new Date(Date.parse(at) + 5_000).toISOString();
    const found: Round = { subjects: [], targetBindings: [] };
    for (const name of clustersOfWorld(this.#world)) {
      const whole = clusterOfStep({ step, name, at: later });
      const cluster = this.#lens.cluster ? this.#lens.cluster(whole) : whole;
      if (!cluster) {
        continue;
      }
      const result = correlateCluster({
        now: new Date(Date.parse(later) + 5_000).toISOString(),
        cluster,
        scopes: [scope],
        bindings: this.#bindings,
        elsewhere: [...this.#published.values()].filter(
          each => each.cluster !== name,
        ),
        identities: this.#identities,
        memory: this.#memories.get(name) ?? EMPTY_UNIT_MEMORY,
        settings: this.#settings,
      });
      this.#memories.set(name, result.memory);
      this.#bindings = mergeBindings(this.#bindings, result.bindings);
      if (result.published) {
        this.#published.set(name, result.published);
      }
      for (const wanted of result.wantedIdentities) {
        this.#identities.set(
          wanted.subjectId,
          identitiesOfStep({ step, name, targetIds: wanted.targetIds, at }),
        );
      }
      found.subjects.push(...result.subjects);
      found.targetBindings.push(...result.targetBindings);
    }
    const unclaimed = correlateUnclaimed({
      now: later,
      scope,
      bindings: this.#bindings,
      claimed: new Set(
        found.subjects.flatMap(({ loadBalancer }) => loadBalancer?.arn ?? []),
      ),
      retired: [],
      elsewhere: [...this.#published.values()],
      memory: EMPTY_UNIT_MEMORY,
      settings: this.#settings,
    });
    found.subjects.push(...unclaimed.subjects);
    return found;
  }
}
