import type { BackendFeature } from '@backstage/backend-plugin-api';
import { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import { coverageResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import type { InspectedSubject } from '@lbc-backstage/plugin-lbc-backend';
import { Fleet, FleetWorld } from 'lbc-sandbox';
import { ReplayClock, StreamLogger, WatchedBackend } from '../../replay';

const MINUTE = 60_000;

/** Several worlds that one real backend watches, on a clock that leaps. */
export class WatchedFleet {
  readonly log: string[];
  readonly #clock: ReplayClock;

  static async start(options: {
    worlds: FleetWorld[];
    config?: Parameters<typeof WatchedBackend.start>[0]['config'];
    catalog?: BackendFeature;
    /** More plugins and modules. */
    features?: BackendFeature[];
    /** Which messages are kept; by default warnings and errors. */
    logLevel?: 'warn' | 'debug';
  }): Promise<WatchedFleet> {
    const { worlds, logLevel = 'warn', ...others } = options;
    const log: string[] = [];
    const clock = ReplayClock.startAt(worlds[0].world.steps[0].recordedAt);
    const fleet = await Fleet.start({
      worlds,
      clock: () => clock.now(),
      throttle: false,
      sessionSeconds: 365 * 86_400,
    });
    try {
      const backend = await WatchedBackend.start({
        ...others,
        fleet,
        clock,
        logger: StreamLogger.create({
          write: line => log.push(line),
          level: logLevel,
        }),
      });
      return new WatchedFleet({ fleet, backend, clock, log });
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  readonly fleet: Fleet;
  readonly backend: WatchedBackend;

  private constructor(options: {
    fleet: Fleet;
    backend: WatchedBackend;
    clock: ReplayClock;
    log: string[];
  }) {
    this.fleet = options.fleet;
    this.backend = options.backend;
    this.#clock = options.clock;
    this.log = options.log;
  }

  /** Takes every world to a step. */
  step(step: string): void {
    this.fleet.worlds.forEach(world => this.fleet.step(world, step));
  }

  /** Lets time pass, and everything be swept and judged once. */
  async round(minutes: number): Promise<void> {
    await this.backend.idle();
    this.#clock.advance(minutes * MINUTE);
    await this.backend.idle();
  }

  /** Subjects by their cluster, or by their account where it has none. */
  async subjects(): Promise<InspectedSubject[]> {
    return (await this.backend.inventory()).subjects;
  }

  /** What `GET /coverage` says, every page of it. */
  async coverage(): Promise<CoverageItem[]> {
    const items: CoverageItem[] = [];
    let cursor = '';
    do {
      const { status, body } = await this.backend.get(
        `/coverage?limit=100${
          cursor && `&cursor=${encodeURIComponent(cursor)}`
        }`,
      );
      if (status !== 200) {
        throw new Error(`GET /coverage says ${status}`);
      }
      const page = coverageResponseSchema.parse(body);
      items.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return items;
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.fleet.stop();
  }
}
