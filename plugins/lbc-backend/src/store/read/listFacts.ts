import type { Knex } from 'knex';
import type { SubjectRow } from '../tables';
import type { SubjectFacts } from '../types';

/** What entities are matched by, of every subject that is there. */
export async function listFacts(db: Knex): Promise<SubjectFacts[]> {
  const rows = await db<SubjectRow>('subject')
    .whereNull('ended_at')
    .orderBy('id')
    .select('id', 'facts');
  return rows.map(({ id, facts }) => ({
    subjectId: id,
    facts: JSON.parse(facts),
  }));
}
