import type { Knex } from 'knex';
import { databaseNow, greatest } from '../sql';

interface BudgetRow {
  id: string;
  booked_until: number;
}

/**
 * Books tokens of a bucket and says how long to wait for each (milliseconds).
 * The row holds one number, the time at which the bucket is full again: each
 * token moves it by one interval, a full bucket lets it lag by `burst` of them.
 */
export async function bookTokens(options: {
  db: Knex;
  id: string;
  count: number;
  requestsPerSecond: number;
  burst: number;
}): Promise<number[]> {
  const { db, id, count, requestsPerSecond, burst } = options;
  const interval = 1_000 / requestsPerSecond;
  const now = databaseNow(db);
  const [row] = await db<BudgetRow>('budget')
    .insert({ id, booked_until: db.raw('? + ?', [now, count * interval]) })
    .onConflict('id')
    .merge({
      booked_until: db.raw(`${greatest(db)}(budget.booked_until, ?) + ?`, [
        now,
        count * interval,
      ]),
    })
    .returning<Array<{ booked_until: number; now: number }>>([
      'booked_until',
      db.raw('? as now', [now]),
    ]);
  // A token is free once the bucket, drained by those before it and by itself,
  // would not be emptier than empty.
  return Array.from({ length: count }, (_, at) => {
    const after = row.booked_until - (count - 1 - at) * interval;
    return Math.max(0, after - row.now - burst * interval);
  });
}
