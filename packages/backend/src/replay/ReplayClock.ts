import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';

/**
 * The time of a replay: it goes on as ours does, from another hour, and leaps
 * over what nobody wants to wait for. It never goes back.
 */
export class ReplayClock implements LbcClock {
  #ahead: number;

  static startAt(iso: string): ReplayClock {
    return new ReplayClock(Date.parse(iso) - Date.now());
  }

  private constructor(ahead: number) {
    this.#ahead = ahead;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }

  /** Leaps to a time, unless it is past already. */
  advanceTo(iso: string): void {
    this.advance(Math.max(0, Date.parse(iso) - this.now()));
  }
}
