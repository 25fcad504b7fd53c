import type { Knex } from 'knex';
import type { RefreshRow } from '../../store/tables';
import type { JobControl } from '../../store/types';

/** The last refresh that was booked for an entity. */
export async function getRefresh(options: {
  db: Knex;
  entityRef: string;
}): ReturnType<JobControl['getRefresh']> {
  const row = await options
    .db<RefreshRow>('refresh')
    .where({ entity_ref: options.entityRef })
    .first();
  return (
    row && {
      requestedAt: row.requested_at,
      targets: JSON.parse(row.targets),
    }
  );
}
