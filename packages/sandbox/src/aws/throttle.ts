/** The size of a token bucket. */
export interface BucketSize {
  /** How many calls at once. */
  burst: number;
  /** How many calls come back a second. */
  perSecond: number;
}

/**
 * AWS' bucket for the Describe calls of ELBv2, of an account in a Region.
 * The other services' sizes are not published; they are not throttled unless
 * a fleet says so.
 */
export const DEFAULT_BUCKETS: Record<string, BucketSize | undefined> = {
  elbv2: { burst: 200, perSecond: 50 },
};

/** Token buckets by account, Region and service, refilled by real time. */
export class Throttle {
  readonly #sizes: Record<string, BucketSize | undefined>;
  readonly #monotonicMs: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: {
    sizes: Record<string, BucketSize | undefined>;
    /** Milliseconds that only go forward. */
    monotonicMs?: () => number;
  }) {
    this.#sizes = options.sizes;
    this.#monotonicMs = options.monotonicMs ?? (() => performance.now());
  }

  /** Takes a token; says no where there is none. */
  take(options: { account: string; region: string; service: string }): boolean {
    const { account, region, service } = options;
    const size = this.#sizes[service];
    if (!size) {
      return true;
    }
    const key = `${account}/${region}/${service}`;
    const now = this.#monotonicMs();
    const bucket = this.#buckets.get(key) ?? { tokens: size.burst, at: now };
    const refilled =
      bucket.tokens + ((now - bucket.at) / 1000) * size.perSecond;
    const tokens = Math.min(size.burst, refilled);
    const taken = tokens >= 1;
    this.#buckets.set(key, { tokens: taken ? tokens - 1 : tokens, at: now });
    return taken;
  }
}
