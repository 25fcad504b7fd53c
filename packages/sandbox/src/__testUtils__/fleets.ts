import { Fleet, FleetOptions } from '../fleet';

/** A clock that a test moves by hand. */
export class TestClock {
  now = Date.parse('2026-11-24T12:00:00.250Z');

  /** What a fleet takes. */
  readonly read = () => this.now;

  /** Lets time go by. */
  advance(millis: number): void {
    this.now += millis;
  }
}

/** Fleets that are stopped after the test that started them. */
export class TestFleets {
  readonly #running: Fleet[] = [];

  async start(options: FleetOptions): Promise<Fleet> {
    const fleet = await Fleet.start(options);
    this.#running.push(fleet);
    return fleet;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.#running.splice(0).map(fleet => fleet.stop()));
  }
}
