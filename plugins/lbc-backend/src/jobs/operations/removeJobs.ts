import type { Knex } from 'knex';
import type { JobRow } from '../../store/tables';

/** Takes jobs away; one that runs loses its lease and writes nothing more. */
export async function removeJobs(
  db: Knex,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) {
    await db<JobRow>('sweep_target')
      .whereIn('id', [...ids])
      .delete();
  }
}
