import type { Knex } from 'knex';
import { z } from 'zod';
import { parseColumn } from '../../store/json';
import { databaseNow } from '../../store/sql';
import type { JobRow, StackDetailRow } from '../../store/tables';
import type { JobControl } from '../../store/types';
import { jobIds } from '../types';

const progressSchema = z.object({
  partsDone: z.number().int(),
  partsTotal: z.number().int(),
});

/** Where the detail job of a subject stands. */
export async function detailStatus(options: {
  db: Knex;
  subjectId: string;
}): ReturnType<JobControl['detailStatus']> {
  const { db, subjectId } = options;
  const row = await db<StackDetailRow>('stack_detail')
    .where({ subject_id: subjectId })
    .first();
  const job: (JobRow & { leased: number }) | undefined = await db<JobRow>(
    'sweep_target',
  )
    .where({ id: jobIds.detail(subjectId) })
    .first('*', {
      leased: db.raw(
        'case when lease_token is not null and lease_until >= ? then 1 else 0 end',
        [databaseNow(db)],
      ),
    });
  const known = {
    requestedAt: row?.requested_at ?? undefined,
    observedAt: row?.observed_at ?? undefined,
  };
  if (job && Number(job.leased) === 1) {
    const progress = progressSchema.safeParse(
      job.progress === null ? undefined : JSON.parse(job.progress),
    );
    return { ...known, state: 'running', ...progress.data };
  }
  const { requestedAt } = known;
  if (!requestedAt) {
    return { ...known, state: 'idle' };
  }
  const finished = job?.finished_run_started_at;
  if (job && (!finished || finished < requestedAt)) {
    return { ...known, state: 'queued' };
  }
  const problem = parseColumn<
    NonNullable<Awaited<ReturnType<JobControl['detailStatus']>>['problem']>
  >(row?.problem ?? null);
  return problem || job?.last_error
    ? { ...known, state: 'failed', ...(problem && { problem }) }
    : { ...known, state: 'done' };
}
