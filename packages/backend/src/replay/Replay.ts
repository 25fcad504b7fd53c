import type { LbcInventory } from '@lbc-backstage/plugin-lbc-backend';
import { Fleet, World } from 'lbc-sandbox';
import { ReplayClock } from './ReplayClock';
import { StreamLogger } from './StreamLogger';
import { WatchedBackend } from './WatchedBackend';

/** What was concluded at one step, after all waits. */
export interface WatchedStep {
  step: string;
  /** The product's time when it was read. */
  at: string;
  /** How often everything was swept at this step. */
  rounds: number;
  /** Whether the last rounds said the same. */
  settled: boolean;
  inventory: LbcInventory;
}

/** How time passes at a step. */
export interface Pace {
  /** From one round of sweeps to the next. */
  roundMs: number;
  /** At least so many rounds, and then until nothing changes. */
  minRounds: number;
}

/**
 * A little more than the cadence of clusters and scopes, and twice the longest
 * wait (15 min), for one wait may follow on another.
 */
const USUAL_PACE: Pace = { roundMs: 6 * 60_000, minRounds: 6 };

/** What still changes after so many rounds changes for ever. */
const MAX_ROUNDS = 12;

/**
 * A recording, watched by a real backend over the wire: step by step, swept as
 * often as the waits need, on a clock that leaps over the time between.
 */
export class Replay {
  readonly #world: World;
  readonly #clock: ReplayClock;
  readonly #pace: Pace;
  /** The fleet that the backend watches. */
  readonly fleet: Fleet;
  /** The backend that watches. */
  readonly backend: WatchedBackend;

  static async start(options: {
    world: World;
    logger: StreamLogger;
    pace?: Pace;
  }): Promise<Replay> {
    const { world, logger, pace = USUAL_PACE } = options;
    const clock = ReplayClock.startAt(world.steps[0].recordedAt);
    const fleet = await Fleet.start({
      worlds: [{ world }],
      clock: () => clock.now(),
      throttle: false,
      // Time leaps; nothing is to be learnt from keys that end meanwhile.
      sessionSeconds: 10 * 365 * 86_400,
    });
    try {
      const backend = await WatchedBackend.start({ fleet, clock, logger });
      return new Replay({ world, clock, pace, fleet, backend });
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  private constructor(options: {
    world: World;
    clock: ReplayClock;
    pace: Pace;
    fleet: Fleet;
    backend: WatchedBackend;
  }) {
    this.#world = options.world;
    this.#clock = options.clock;
    this.#pace = options.pace;
    this.fleet = options.fleet;
    this.backend = options.backend;
  }

  /** The names of the steps. */
  get steps(): string[] {
    return this.#world.steps.map(({ name }) => name);
  }

  /** Goes to a step and watches it until nothing changes any more. */
  async watch(step: string): Promise<WatchedStep> {
    const [name] = this.fleet.worlds;
    const recorded = this.#world.steps.find(each => each.name === step);
    if (!recorded) {
      throw new Error(`${name} has no step "${step}"`);
    }
    if (this.fleet.currentStep(name) !== step) {
      // Where the recording paused longer than our rounds took, we do too.
      this.#clock.advanceTo(recorded.recordedAt);
      this.fleet.step(name, step);
    }
    let before = '';
    for (let rounds = 1; ; rounds++) {
      const inventory = await this.round();
      const now = judgementsOf(inventory);
      const settled = now === before;
      if (
        (rounds >= this.#pace.minRounds && settled) ||
        rounds === MAX_ROUNDS
      ) {
        const at = new Date(this.#clock.now()).toISOString();
        return { step, at, rounds, settled, inventory };
      }
      before = now;
    }
  }

  /** Lets a cadence pass and everything be swept and judged. */
  async round(): Promise<LbcInventory> {
    // What began by itself is over before time leaps ahead of it.
    await this.backend.idle();
    this.#clock.advance(this.#pace.roundMs);
    await this.backend.idle();
    return this.backend.inventory();
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.fleet.stop();
  }
}

/** What must stay the same for a step to be over: all but the times. */
function judgementsOf({ subjects, targetBindings }: LbcInventory): string {
  return JSON.stringify([
    subjects.map(
      ({ id, owners, controller, state, because, grade, candidates }) => [
        id,
        owners.map(({ kind, namespace, name, exists, state: own }) =>
          [kind, namespace, name, exists, own].join(),
        ),
        [controller, state, because.code, grade, candidates],
      ],
    ),
    targetBindings.map(({ id, targetGroup, state }) => [
      id,
      targetGroup,
      state,
    ]),
  ]);
}
