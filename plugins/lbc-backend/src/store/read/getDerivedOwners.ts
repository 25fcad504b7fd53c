import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { EntityMatchRow, EntitySubjectRow } from '../tables';

/** Owners of the entities that match subjects by more than a claim. */
export async function getDerivedOwners(
  db: Knex,
  subjectIds: readonly string[],
): Promise<Record<string, string[]>> {
  const owners: Record<string, string[]> = {};
  for (const ids of chunks([...new Set(subjectIds)])) {
    const rows: Array<{ subject_id: string; owner: string }> = await db<
      EntitySubjectRow & EntityMatchRow
    >('entity_subject')
      .join(
        'entity_match',
        'entity_match.entity_ref',
        'entity_subject.entity_ref',
      )
      .whereIn('entity_subject.subject_id', ids)
      .where('entity_subject.claim_only', false)
      .whereNotNull('entity_match.owner')
      .distinct('entity_subject.subject_id', 'entity_match.owner')
      .orderBy(['entity_subject.subject_id', 'entity_match.owner']);
    for (const { subject_id, owner } of rows) {
      owners[subject_id] = [...(owners[subject_id] ?? []), owner];
    }
  }
  return owners;
}
