import { Rewriter } from '../rewrite';
import { TimeMap, microsOf } from '../time';
import {
  AwsScopeFiles,
  World,
  WorldStep,
  clusterNames,
  recordedAt,
  scopesOf,
} from '../worlds';
import { findStep } from './findStep';

/**
 * A stay at one step. Continue tokens name it, so that a list that was begun
 * before a step is read to its end as it was.
 */
export interface Epoch {
  id: number;
  stepIndex: number;
  /** The steps that led here and when the fleet entered them, in milliseconds. */
  entered: Array<{ stepIndex: number; at: number }>;
}

/** One AWS account and Region of a world, as the fleet shows it. */
export interface StagedScope {
  staged: StagedWorld;
  accountId: string;
  region: string;
  files: AwsScopeFiles['aws'];
}

/** A cluster's recorded name and the one that the portal knows it by. */
export interface StagedCluster {
  recorded: string;
  portal: string;
}

/** Options of {@link StagedWorld.create}. */
export interface StagedWorldOptions {
  world: World;
  name: string;
  /** Portal names by recorded name. */
  portalNames: Map<string, string>;
  accountId?: string;
  region?: string;
  step?: string | number;
  /** The fleet's clock, in milliseconds. */
  clock: () => number;
}

/** A world in the fleet: it stands at one step, in one account and Region. */
export class StagedWorld {
  readonly name: string;
  readonly world: World;
  readonly rewriter: Rewriter;
  readonly clusters: StagedCluster[];
  readonly #clock: () => number;
  readonly #epochs: Epoch[] = [];
  readonly #timeMaps = new Map<string, TimeMap>();

  static create(options: StagedWorldOptions): StagedWorld {
    if (options.world.steps.length === 0) {
      throw new Error(`The world "${options.name}" has no steps`);
    }
    return new StagedWorld(options);
  }

  private constructor(options: StagedWorldOptions) {
    const { world, accountId, region } = options;
    const [first] = world.steps;
    this.name = options.name;
    this.world = world;
    this.#clock = options.clock;
    this.rewriter = new Rewriter({
      accountId: accountId
        ? { from: first.accountId, to: accountId }
        : undefined,
      region: region ? { from: first.region, to: region } : undefined,
    });
    this.clusters = clusterNames(world).map(recorded => ({
      recorded,
      portal: options.portalNames.get(recorded) ?? recorded,
    }));
    const stepIndex =
      options.step === undefined ? 0 : findStep(world, options.step);
    this.#enter([{ stepIndex, at: this.#clock() }]);
  }

  /** The stay that lasts. */
  get epoch(): Epoch {
    return this.#epochs[this.#epochs.length - 1];
  }

  /** The step that an epoch stands at; without one, the current step. */
  step(epoch: Epoch = this.epoch): WorldStep {
    return this.world.steps[epoch.stepIndex];
  }

  /** An epoch of this run by its id; none if it was in another. */
  epochById(id: number): Epoch | undefined {
    return this.#epochs.find(epoch => epoch.id === id);
  }

  /**
   * Goes to a step, by default the next. Going forward continues the mapping
   * of times; going back, or to the same step again, begins a new one.
   */
  goTo(target?: string | number): string {
    const { stepIndex, entered } = this.epoch;
    let next = stepIndex + 1;
    if (target !== undefined) {
      next = findStep(this.world, target);
    } else if (next >= this.world.steps.length) {
      throw new Error(
        `"${this.name}" is at its last step, ${this.step().name}`,
      );
    }
    const mark = { stepIndex: next, at: this.#clock() };
    this.#enter(next > stepIndex ? [...entered, mark] : [mark]);
    return this.step().name;
  }

  /** How a folder's recorded times map onto the fleet's clock during an epoch. */
  timeMap(folder: string, epoch: Epoch = this.epoch): TimeMap {
    const key = `${epoch.id}/${folder}`;
    let map = this.#timeMaps.get(key);
    if (!map) {
      map = new TimeMap(
        epoch.entered.map(({ stepIndex, at }) => ({
          recorded: microsOf(recordedAt(this.world.steps[stepIndex], folder)),
          entered: at * 1000,
        })),
      );
      this.#timeMaps.set(key, map);
    }
    return map;
  }

  /** The AWS scopes of the current step. */
  scopes(): StagedScope[] {
    return scopesOf(this.step()).map(scope => this.#stage(scope));
  }

  /** The same scope at the step before; nothing at the first. */
  previousScope(scope: StagedScope): StagedScope | undefined {
    const previous = this.world.steps[this.epoch.stepIndex - 1];
    return previous
      ? scopesOf(previous)
          .map(each => this.#stage(each))
          .find(
            each =>
              each.accountId === scope.accountId &&
              each.region === scope.region,
          )
      : undefined;
  }

  /** The scope at every step up to the current one, the current one last. */
  scopeHistory(scope: StagedScope): StagedScope[] {
    return this.world.steps
      .slice(0, this.epoch.stepIndex + 1)
      .flatMap(step => scopesOf(step).map(each => this.#stage(each)))
      .filter(
        each =>
          each.accountId === scope.accountId && each.region === scope.region,
      );
  }

  /** Every account and Region that any step has. */
  allScopes(): Array<{ accountId: string; region: string }> {
    return this.world.steps.flatMap(step =>
      scopesOf(step).map(scope => {
        const { accountId, region } = this.#stage(scope);
        return { accountId, region };
      }),
    );
  }

  #stage(scope: AwsScopeFiles): StagedScope {
    return {
      staged: this,
      accountId: this.rewriter.text(scope.accountId),
      region: this.rewriter.text(scope.region),
      files: scope.aws,
    };
  }

  #enter(entered: Epoch['entered']) {
    const { stepIndex } = entered[entered.length - 1];
    this.#epochs.push({ id: this.#epochs.length + 1, stepIndex, entered });
  }
}
