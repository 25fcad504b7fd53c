import type { DoctorJobs } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { queueLength } from '../jobs/operations/queueLength';
import type { JobRow } from '../store/tables';

/** Failures that are named. */
const NAMED = 20;
/** An error may bring a page of somebody's HTML. */
const MAX_ERROR = 300;
/** Less is no delay: every replica looks for work each second. */
const MIN_PATIENCE_MS = 60_000;

/** The queue of jobs: how much waits, for how long, and what fails. */
export async function readJobs(
  db: Knex,
  options: { nowMs: number; patienceMs: number },
): Promise<DoctorJobs> {
  const { nowMs } = options;
  const patienceMs = Math.max(options.patienceMs, MIN_PATIENCE_MS);
  const [waiting] = await db<JobRow>('sweep_target')
    .whereNull('lease_token')
    .where('due_at', '<=', nowMs - patienceMs)
    .count({ n: '*' })
    .min({ oldest: 'due_at' });
  const [failing] = await db<JobRow>('sweep_target')
    .where('attempts', '>', 0)
    .count({ n: '*' });
  const rows: JobRow[] = await db<JobRow>('sweep_target')
    .where('attempts', '>', 0)
    .orderBy([{ column: 'attempts', order: 'desc' }, { column: 'id' }])
    .limit(NAMED);
  const oldest = Number(waiting?.oldest ?? 0);
  return {
    ...(await queueLength({ db, nowMs })),
    overdue: Number(waiting?.n ?? 0),
    ...(oldest > 0 && { oldestDueAt: new Date(oldest).toISOString() }),
    failing: Number(failing?.n ?? 0),
    failures: rows.map(row => ({
      id: row.id,
      kind: row.kind,
      attempts: row.attempts,
      error: (row.last_error ?? '').slice(0, MAX_ERROR),
      ...(row.last_finished_at !== null && {
        lastFinishedAt: row.last_finished_at,
      }),
      ...(row.due_at !== null && {
        nextDueAt: new Date(Number(row.due_at)).toISOString(),
      }),
    })),
  };
}
