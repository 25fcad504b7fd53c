import type { Knex } from 'knex';
import { z } from 'zod';
import { databaseNow } from '../../store/sql';
import type { JobRow, TargetRow } from '../../store/tables';
import type { JobControl } from '../../store/types';
import { jobIds } from '../types';

const progressSchema = z.object({
  kindsDone: z.number().int(),
  kindsTotal: z.number().int(),
});

/** Where the sweeps of targets stand that began at `since` or later. */
export async function sweepStatus(options: {
  db: Knex;
  targets: readonly string[];
  since: string;
}): ReturnType<JobControl['sweepStatus']> {
  const { db, targets, since } = options;
  const rows = await db<JobRow>('sweep_target')
    .whereIn('id', targets.map(jobIds.sweep))
    .select('*', {
      leased: db.raw(
        'case when lease_token is not null and lease_until >= ? then 1 else 0 end',
        [databaseNow(db)],
      ),
    });
  const problems = await db<TargetRow>('target')
    .whereIn('id', [...targets])
    .whereNotNull('problem')
    .select('id');
  const jobs = new Map(rows.map(row => [row.id, row]));
  const withProblem = new Set(problems.map(({ id }) => id));

  return targets.map(target => {
    const job = jobs.get(jobIds.sweep(target));
    if (!job) {
      // Nothing will ever sweep it: retired, or it needs a user's token.
      return { target, state: 'failed' };
    }
    const running = Number(job.leased) === 1;
    if (
      running &&
      job.last_started_at !== null &&
      job.last_started_at >= since
    ) {
      const progress = progressSchema.safeParse(
        job.progress === null ? undefined : JSON.parse(job.progress),
      );
      return { target, state: 'running', ...progress.data };
    }
    const finished = job.finished_run_started_at;
    if (finished === null || finished < since) {
      return { target, state: 'queued' };
    }
    const failed = job.last_error !== null || withProblem.has(target);
    return { target, state: failed ? 'failed' : 'done' };
  });
}
