import type { Knex } from 'knex';
import type { JobRow } from '../../store/tables';
import { JobResult, priorityOf } from '../types';
import { holdLease } from './holdLease';

/** How a run ended; `released`: it was interrupted and is to be done again. */
export type JobOutcome =
  | { result: JobResult }
  | { error: string; retryAt: number }
  | { released: true; retryAt: number };

/**
 * Gives a job back after a run. If somebody asked for it while it ran, it is
 * due when they said, else when the handler said.
 */
export async function finishJob(options: {
  db: Knex;
  jobId: string;
  token: string;
  finishedAt: string;
  outcome: JobOutcome;
}): Promise<void> {
  const { db, jobId, token, finishedAt, outcome } = options;
  await db.transaction(async trx => {
    const row = await holdLease(trx, { jobId, token });
    const next =
      'result' in outcome ? outcome.result.nextDueAt ?? null : outcome.retryAt;
    const asked = row.due_at;
    const dueAt =
      asked !== null && next !== null ? Math.min(asked, next) : asked ?? next;
    const update = trx<JobRow>('sweep_target').where({ id: jobId });
    const free = { lease_token: null, lease_until: null, due_at: dueAt };
    if ('released' in outcome) {
      await update.update(free);
      return;
    }
    if ('result' in outcome && outcome.result.remove && asked === null) {
      await update.delete();
      return;
    }
    const failed = 'error' in outcome;
    await update.update({
      ...free,
      attempts: failed ? row.attempts + 1 : 0,
      last_error: failed ? outcome.error : null,
      last_finished_at: finishedAt,
      finished_run_started_at: row.last_started_at,
      // A priority that was asked for holds for one run.
      ...(asked === null && { priority: priorityOf(row.kind) }),
    });
  });
}
