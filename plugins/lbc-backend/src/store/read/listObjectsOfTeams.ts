import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { EntityMatchRow, EntitySubjectRow } from '../tables';
import type { ObjectsOfTeam, ReadStore } from '../types';

/** Whose a subject's owners and Services are, by more than a claim. */
export async function listObjectsOfTeams(
  db: Knex,
  ...[subjectIds]: Parameters<ReadStore['listObjectsOfTeams']>
): ReturnType<ReadStore['listObjectsOfTeams']> {
  const found: Record<string, ObjectsOfTeam[]> = {};
  for (const ids of chunks([...new Set(subjectIds)])) {
    const rows: Array<{
      subject_id: string;
      objects: string;
      owner: string | null;
    }> = await db<EntitySubjectRow & EntityMatchRow>('entity_subject')
      .join(
        'entity_match',
        'entity_match.entity_ref',
        'entity_subject.entity_ref',
      )
      .whereIn('entity_subject.subject_id', ids)
      .where('entity_subject.claim_only', false)
      .whereNotNull('entity_subject.objects')
      .orderBy(['entity_subject.subject_id', 'entity_subject.entity_ref'])
      .select(
        'entity_subject.subject_id',
        'entity_subject.objects',
        'entity_match.owner',
      );
    for (const { subject_id, objects, owner } of rows) {
      found[subject_id] ??= [];
      found[subject_id].push({
        ...(owner !== null && { team: owner }),
        objects: JSON.parse(objects),
      });
    }
  }
  return found;
}
