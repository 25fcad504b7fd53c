import type { Knex } from 'knex';
import { databaseNow, isPostgres } from '../../store/sql';
import type { JobRow } from '../../store/tables';

/**
 * So long a wait counts as much as one step of priority: where sweeps keep all
 * hands busy, health still gets its turn after five minutes.
 */
const WAIT_WORTH_ONE_MS = 30_000;

/**
 * Claims jobs that are due by the product's clock, or whose lease ran out by
 * the database's: whoever had it is gone. While a job runs it has no `due_at`,
 * so that one who asks for it meanwhile is not lost.
 */
export async function claimJobs(options: {
  db: Knex;
  nowMs: number;
  startedAt: string;
  token: string;
  leaseMs: number;
  limit: number;
}): Promise<JobRow[]> {
  const { db, nowMs, startedAt, token, leaseMs, limit } = options;
  const now = databaseNow(db);
  const due = db<JobRow>('sweep_target')
    .select('id')
    .where(free =>
      free.whereNull('lease_token').andWhere('due_at', '<=', nowMs),
    )
    .orWhere(expired =>
      expired.whereNotNull('lease_token').andWhere('lease_until', '<', now),
    )
    .orderByRaw('priority + (? - coalesce(due_at, ?)) / ? desc, due_at, id', [
      nowMs,
      nowMs,
      WAIT_WORTH_ONE_MS,
    ])
    .limit(limit);
  if (isPostgres(db)) {
    due.forUpdate().skipLocked();
  }
  return db<JobRow>('sweep_target')
    .whereIn('id', due)
    .update({
      lease_token: token,
      lease_until: db.raw('? + ?', [now, leaseMs]),
      due_at: null,
      last_started_at: startedAt,
      progress: null,
    })
    .returning('*');
}
