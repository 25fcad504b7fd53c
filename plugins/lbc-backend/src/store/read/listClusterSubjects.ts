import type { Knex } from 'knex';
import type { SubjectOwnerRow, SubjectRow } from '../tables';
import type { ReadStore } from '../types';
import { applyCriteria } from './criteria';
import { presentDetail, presentSummary, readAges } from './present';

/** Subjects of a cluster that are there, most urgent first, with their details. */
export async function listClusterSubjects(
  db: Knex,
  options: Parameters<ReadStore['listClusterSubjects']>[0],
): ReturnType<ReadStore['listClusterSubjects']> {
  const { cluster, namespace, criteria, limit } = options;
  const matching = () => {
    const query = db<SubjectRow>('subject')
      .where('subject.cluster', cluster)
      .whereNull('subject.ended_at');
    if (namespace !== undefined) {
      query.whereIn(
        'subject.id',
        db<SubjectOwnerRow>('subject_owner')
          .where({ namespace })
          .select('subject_id'),
      );
    }
    if (criteria) {
      query.andWhere(inner => applyCriteria(db, inner, criteria));
    }
    return query;
  };
  const rows: SubjectRow[] = await matching()
    .orderBy(['urgency', 'sort_name', 'id'])
    .limit(limit);
  const [{ number }] = await matching().count({ number: '*' });
  const ages = await readAges(db, rows);
  const items: Awaited<ReturnType<ReadStore['listClusterSubjects']>>['items'] =
    [];
  for (const row of rows) {
    items.push({
      summary: presentSummary(row, ages),
      detail: await presentDetail(db, row, ages),
    });
  }
  return { items, total: Number(number) };
}
