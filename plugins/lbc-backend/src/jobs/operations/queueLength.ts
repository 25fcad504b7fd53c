import type { Knex } from 'knex';
import { databaseNow } from '../../store/sql';
import type { JobRow } from '../../store/tables';

/** Jobs that wait and are due, and jobs that run. */
export async function queueLength(options: {
  db: Knex;
  nowMs: number;
}): Promise<{ due: number; running: number }> {
  const { db, nowMs } = options;
  const running = db.raw(
    'sum(case when lease_token is not null and lease_until >= ? then 1 else 0 end)',
    [databaseNow(db)],
  );
  const due = db.raw(
    `sum(case
       when lease_token is not null and lease_until < ? then 1
       when due_at <= ? and lease_token is null then 1
       else 0 end)`,
    [databaseNow(db), nowMs],
  );
  const [row] = await db<JobRow>('sweep_target').select({ running, due });
  return { due: Number(row?.due ?? 0), running: Number(row?.running ?? 0) };
}
