import type { TargetBinding } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { InspectedSubject, LbcInventory } from '../../inspection';
import type { SubjectRow, TargetBindingRow } from '../tables';
import { listCoverage } from './listCoverage';
import { Ages, presentDetail, presentSummary, readAges } from './present';

/** Everything that is there now, whole, at the pace of a tool. */
export async function listInventory(db: Knex): Promise<LbcInventory> {
  const rows: SubjectRow[] = await db<SubjectRow>('subject')
    .whereNull('ended_at')
    .orderBy(['sort_name', 'id']);
  const ages = await readAges(db, rows);
  const subjects: InspectedSubject[] = [];
  for (const row of rows) {
    subjects.push(await subjectOf(db, row, ages));
  }
  const bindings: Array<Pick<TargetBindingRow, 'body'>> =
    await db<TargetBindingRow>('target_binding').orderBy('id');
  return {
    subjects,
    targetBindings: bindings
      .map(({ body }): TargetBinding => JSON.parse(body))
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    coverage: await listCoverage(db),
  };
}

function nameOf({ cluster, namespace, name }: TargetBinding): string {
  return `${cluster}/${namespace}/${name}`;
}

async function subjectOf(
  db: Knex,
  row: SubjectRow,
  ages: Ages,
): Promise<InspectedSubject> {
  const summary = presentSummary(row, ages);
  const { allOwners, members, ...detail } = await presentDetail(db, row, ages);
  return {
    ...summary,
    ...detail,
    // A summary may have cut them.
    owners: allOwners ?? summary.owners,
    ...(row.cluster_tag !== null && { clusterTag: row.cluster_tag }),
  };
}
