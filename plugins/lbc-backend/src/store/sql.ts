import { Knex } from 'knex';

/** Whether the engine is PostgreSQL; the other one is SQLite. */
export function isPostgres(db: Knex): boolean {
  return /pg|postgres/.test(String(db.client.config.client));
}

/**
 * The database's own time in milliseconds, as an expression. Leases and budgets
 * go by it, because replicas' clocks differ.
 */
export function databaseNow(db: Knex): Knex.Raw {
  return isPostgres(db)
    ? db.raw(`(extract(epoch from clock_timestamp()) * 1000)::double precision`)
    : db.raw(`((julianday('now') - 2440587.5) * 86400000.0)`);
}

/** Greatest of two expressions. */
export function greatest(db: Knex): 'greatest' | 'max' {
  return isPostgres(db) ? 'greatest' : 'max';
}

/** Locks the rows of a query until the transaction ends, where there are row locks. */
export function lockRows<T extends Knex.QueryBuilder>(
  trx: Knex,
  query: T,
  mode: 'update' | 'share' = 'update',
): T {
  if (isPostgres(trx)) {
    if (mode === 'update') {
      query.forUpdate();
    } else {
      query.forShare();
    }
  }
  return query;
}

/**
 * Lets one writer of inventory at a time, among all replicas, until the
 * transaction ends. Their transactions are short and touch targets and jobs in
 * orders of their own; side by side they would wait for each other for ever.
 * SQLite has one writer anyway.
 */
export async function takeWriteLock(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(
      `select pg_advisory_xact_lock(hashtext('lbc ' || current_schema()))`,
    );
  }
}

/** Splits what would be too many bindings for one statement. */
export function chunks<T>(items: readonly T[], size = 200): T[][] {
  const result: T[][] = [];
  for (let at = 0; at < items.length; at += size) {
    result.push(items.slice(at, at + size));
  }
  return result;
}
