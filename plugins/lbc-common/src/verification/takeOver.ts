import type { BaselineLeader, VerificationContext } from './types';

/** A leader that leads so long did not fall over at its start. */
const STABLE_MS = 60_000;

/** Whether another leader took over since the baseline. */
export interface TakeOver {
  /** `unknown`: no Lease could be read, then or now. */
  state: 'none' | 'happened' | 'unknown';
  /** Since when, in milliseconds, down to the second, as Events are. */
  sinceMs?: number;
  leader?: BaselineLeader;
  /** Did it lead for a while when the cluster was read, with a renewed Lease? */
  stable: boolean;
}

/** Compares the leaders of before and after. */
export function takeOverOf(context: VerificationContext): TakeOver {
  const leader = context.after?.leader;
  const since = Date.parse(leader?.since ?? '');
  if (!context.after || !leader || Number.isNaN(since)) {
    return { state: 'unknown', stable: false };
  }
  const earlier = context.before.leader;
  const known = Date.parse(earlier?.since ?? context.before.observedAt);
  const other =
    since > known ||
    (earlier?.holder !== undefined &&
      leader.holder !== undefined &&
      earlier.holder !== leader.holder);
  if (!other) {
    return { state: 'none', leader, stable: leader.fresh };
  }
  return {
    state: 'happened',
    sinceMs: Math.floor(since / 1_000) * 1_000,
    leader,
    stable:
      leader.fresh && Date.parse(context.after.observedAt) - since >= STABLE_MS,
  };
}
