import type { Knex } from 'knex';
import { chunks, takeWriteLock } from '../../store/sql';
import type { JobRow } from '../../store/tables';
import { jobIds, PRIORITY_ASKED } from '../types';

/**
 * Makes the sweeps of targets due now, ahead of others, and the health of
 * scopes due at its own place. One that runs is done again after it.
 */
export async function expediteSweeps(options: {
  db: Knex;
  targets: readonly string[];
  nowMs: number;
}): Promise<void> {
  const { db, targets, nowMs } = options;
  await db.transaction(async trx => {
    await takeWriteLock(trx);
    const dueAt = trx.raw(
      'case when due_at is null or due_at > ? then ? else due_at end',
      [nowMs, nowMs],
    );
    for (const ids of chunks(targets)) {
      await trx<JobRow>('sweep_target')
        .whereIn('id', ids.map(jobIds.sweep))
        .update({ due_at: dueAt, priority: PRIORITY_ASKED });
      await trx<JobRow>('sweep_target')
        .whereIn('id', ids.map(jobIds.health))
        .update({ due_at: dueAt });
    }
  });
}
