import type { Knex } from 'knex';
import type { SubjectRow } from '../tables';
import type { ReadStore } from '../types';
import { applyCriteria } from './criteria';
import { presentDetail, presentSummary, readAges } from './present';

/** One subject, also one that is no longer there. */
export async function getSubject(
  db: Knex,
  ...[id, options]: Parameters<ReadStore['getSubject']>
): ReturnType<ReadStore['getSubject']> {
  const query = db<SubjectRow>('subject').where('subject.id', id);
  const criteria = options?.criteria;
  if (criteria) {
    query.andWhere(inner => applyCriteria(db, inner, criteria));
  }
  const row: SubjectRow | undefined = await query.first();
  if (!row) {
    return undefined;
  }
  const ages = await readAges(db, [row]);
  return {
    summary: presentSummary(row, ages),
    detail: await presentDetail(db, row, ages),
  };
}
