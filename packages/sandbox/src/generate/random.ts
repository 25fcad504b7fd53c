import { createHash } from 'crypto';

/** A small generator of numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)];
  }

  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.int(0, index);
      [result[index], result[other]] = [result[other], result[index]];
    }
    return result;
  }
}

/**
 * Identifiers that follow from what they identify, so that an object can be
 * made when it is asked for and still always be the same.
 */
export class Ids {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Lower case hex digits. */
  hex(length: number, ...parts: Array<string | number>): string {
    return createHash('sha256')
      .update([this.#seed, ...parts].join('\0'))
      .digest('hex')
      .slice(0, length);
  }

  /** A UUID in the form that Kubernetes gives its objects. */
  uid(...parts: Array<string | number>): string {
    const hex = this.hex(32, 'uid', ...parts);
    const variant = '89ab'[parseInt(hex[16], 16) % 4];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }

  /** Decimal digits, the first of them not 0. */
  digits(length: number, ...parts: Array<string | number>): string {
    const number = BigInt(`0x${this.hex(16, 'digits', ...parts)}`).toString();
    return `1${number}`.padEnd(length, '7').slice(0, length);
  }

  /** A whole number below a limit. */
  number(limit: number, ...parts: Array<string | number>): number {
    return parseInt(this.hex(12, 'number', ...parts), 16) % limit;
  }
}
