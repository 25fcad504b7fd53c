import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { EntityMatchRow, EntitySubjectRow, RefreshRow } from '../tables';

/** Forgets entities that the catalog no longer has. */
export async function removeEntities(
  db: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  await db.transaction(async trx => {
    for (const refs of chunks(entityRefs)) {
      for (const table of ['entity_subject', 'entity_match', 'refresh']) {
        await trx<EntitySubjectRow | EntityMatchRow | RefreshRow>(table)
          .whereIn('entity_ref', refs)
          .delete();
      }
    }
  });
}
