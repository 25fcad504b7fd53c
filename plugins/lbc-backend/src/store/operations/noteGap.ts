import type { Knex } from 'knex';
import type { TargetRow, WatchGapRow } from '../tables';

/** A target that was not read for so many of its intervals was not watched. */
export const GAP_INTERVALS = 2;

/** Whether so much time between two readings is more than waiting for the next. */
export function isGap(
  times: { from: string; to: string },
  cadenceMs: number,
): boolean {
  return (
    Date.parse(times.to) - Date.parse(times.from) > GAP_INTERVALS * cadenceMs
  );
}

/**
 * Notes that nobody looked between the last good sweep and this one, because
 * sweeps failed or nothing ran.
 */
export async function noteGap(
  trx: Knex.Transaction,
  options: { target: TargetRow; to: string; cadenceMs: number },
): Promise<void> {
  const { target, to, cadenceMs } = options;
  const { id, observed_at: from } = target;
  if (from !== null && isGap({ from, to }, cadenceMs)) {
    await trx<Omit<WatchGapRow, 'seq'>>('watch_gap').insert({
      target_id: id,
      from_at: from,
      to_at: to,
    });
  }
}
