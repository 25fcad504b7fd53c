import type { Knex } from 'knex';
import { databaseNow, lockRows } from '../../store/sql';
import type { JobRow } from '../../store/tables';
import { StaleLeaseError } from '../types';

/**
 * Makes sure, until the transaction ends, that the job is leased to this run:
 * nobody can claim a row that is locked. Throws {@link StaleLeaseError}.
 */
export async function holdLease(
  trx: Knex.Transaction,
  options: { jobId: string; token: string },
): Promise<JobRow> {
  const row = await lockRows(
    trx,
    trx<JobRow>('sweep_target')
      .where({ id: options.jobId, lease_token: options.token })
      .andWhere('lease_until', '>=', databaseNow(trx))
      .first(),
  );
  if (!row) {
    throw new StaleLeaseError(options.jobId);
  }
  return row;
}
