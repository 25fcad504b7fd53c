import { setTimeout as sleep } from 'timers/promises';

/** How long a request waits, and how often it is tried again. */
export interface Patience {
  /** For one answer with its body. */
  timeoutMs: number;
  /** After the first try. */
  maxRetries: number;
  /** For all waits before retries together. */
  maxDelayMs: number;
  /** Waits; rejects when the signal aborts. */
  delay: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1: spreads the retries of many replicas. */
  random: () => number;
}

/** Patience with API servers as it is unless a test is in a hurry. */
export const DEFAULT_PATIENCE: Patience = {
  timeoutMs: 30_000,
  maxRetries: 2,
  maxDelayMs: 10_000,
  delay: async (ms, signal) => {
    await sleep(ms, undefined, { signal, ref: false });
  },
  random: Math.random,
};

const FIRST_DELAY_MS = 500;

/** How long to wait before a retry; `undefined`: it is not worth it. */
export function retryDelay(options: {
  patience: Patience;
  /** From 0: how many retries there were. */
  retries: number;
  /** How long was waited so far. */
  waitedMs: number;
  /** What the server asked for. */
  afterMs?: number;
}): number | undefined {
  const { patience, retries, waitedMs, afterMs = 0 } = options;
  if (retries >= patience.maxRetries) {
    return undefined;
  }
  const backoff = FIRST_DELAY_MS * 2 ** retries * (0.5 + patience.random() / 2);
  const wait = Math.max(backoff, afterMs);
  return waitedMs + wait <= patience.maxDelayMs ? wait : undefined;
}

/** Reads a `Retry-After` header: seconds, or a time. */
export function retryAfterMs(
  header: string | null,
  now: number,
): number | undefined {
  if (!header) {
    return undefined;
  }
  const ms = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
