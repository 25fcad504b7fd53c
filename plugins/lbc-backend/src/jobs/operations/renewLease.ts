import type { Knex } from 'knex';
import { databaseNow } from '../../store/sql';
import type { JobRow } from '../../store/tables';

/** Keeps a lease, with the progress so far; false where it is lost. */
export async function renewLease(options: {
  db: Knex;
  jobId: string;
  token: string;
  leaseMs: number;
  progress?: string;
}): Promise<boolean> {
  const { db, jobId, token, leaseMs, progress } = options;
  const now = databaseNow(db);
  const kept = await db<JobRow>('sweep_target')
    .where({ id: jobId, lease_token: token })
    .andWhere('lease_until', '>=', now)
    .update({
      lease_until: db.raw('? + ?', [now, leaseMs]),
      ...(progress !== undefined && { progress }),
    });
  return kept === 1;
}
