import { DEFAULT_PATIENCE, retryAfterMs, retryDelay } from './patience';

const patience = { ...DEFAULT_PATIENCE, random: () => 0 };

describe('retries', () => {
  it('wait longer each time, twice at most', () => {
    const delay = (retries: number) =>
      retryDelay({ patience, retries, waitedMs: 0 });
    expect([delay(0), delay(1), delay(2)]).toEqual([250, 500, undefined]);
  });

  it('wait as long as the server says, within reason', () => {
    const delay = (afterMs: number, waitedMs = 0) =>
      retryDelay({ patience, retries: 0, waitedMs, afterMs });
    expect(delay(4000)).toBe(4000);
    expect(delay(10_001)).toBeUndefined();
    expect(delay(6000, 5000)).toBeUndefined();
  });

  it('understand both forms of Retry-After', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(retryAfterMs('3', now)).toBe(3000);
    expect(retryAfterMs('Tue, 24 Nov 2026 12:00:05 GMT', now)).toBe(5000);
    expect(retryAfterMs('Tue, 24 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });

  it('end their waits when they are aborted', async () => {
    const abort = new AbortController();
    const wait = DEFAULT_PATIENCE.delay(60_000, abort.signal);
    abort.abort();
    await expect(wait).rejects.toThrow();
  });
});
