import type { Knex } from 'knex';
import { unpack } from '../pack';
import type { PackedDetail } from '../summary';
import type { SubjectRow } from '../tables';
import type { ReadStore } from '../types';
import { presentSummary, readAges } from './present';

/** Subjects of a cluster as correlate wrote them: three queries, however many there are. */
export async function listJudgedSubjects(
  db: Knex,
  options: Parameters<ReadStore['listJudgedSubjects']>[0],
): ReturnType<ReadStore['listJudgedSubjects']> {
  const { cluster, limit } = options;
  const there = () =>
    db<SubjectRow>('subject').where({ cluster }).whereNull('ended_at');
  const rows: SubjectRow[] = await there()
    .orderBy(['urgency', 'sort_name', 'id'])
    .limit(limit);
  const total =
    rows.length < limit
      ? rows.length
      : Number((await there().count({ number: '*' }))[0].number);
  const ages = await readAges(db, rows);
  const items: Awaited<ReturnType<ReadStore['listJudgedSubjects']>>['items'] =
    [];
  for (const row of rows) {
    items.push({
      summary: presentSummary(row, ages),
      detail: await unpack<PackedDetail>(row.detail),
    });
  }
  return { items, total };
}
