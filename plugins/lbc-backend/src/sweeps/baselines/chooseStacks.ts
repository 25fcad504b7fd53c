import type { Knex } from 'knex';
import { stacksOf } from '../../store/baselines/planBaseline';
import type { BaselineRow, WholeBaseline } from '../../store/baselines/types';
import type { SubjectOwnerRow } from '../../store/tables';

/**
 * Which stacks are read. For a comparison: those of the baseline; one that is
 * gone is looked for by its owners, as a replaced one is another subject.
 */
export async function chooseStacks(
  db: Knex,
  row: BaselineRow,
  comparedWith: WholeBaseline | undefined,
): Promise<string[]> {
  const { cluster } = row;
  const subjects: string[] | undefined = row.subjects
    ? JSON.parse(row.subjects)
    : undefined;
  const here: string[] = await stacksOf(db, {
    cluster,
    ...(subjects && { subjects }),
  })
    .orderBy('id')
    .pluck('id');
  if (!comparedWith) {
    return here;
  }
  const known = new Set(here);
  const wanted = new Set(comparedWith.stacks.map(each => each.subjectId));
  const chosen = here.filter(id => wanted.has(id));
  const lost = comparedWith.stacks.filter(
    ({ subjectId }) => !known.has(subjectId),
  );
  const owners = new Set(
    lost.flatMap(stack =>
      stack.owners.map(
        ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`,
      ),
    ),
  );
  if (owners.size > 0) {
    const rows: SubjectOwnerRow[] = await db<SubjectOwnerRow>(
      'subject_owner',
    ).whereIn('subject_id', stacksOf(db, { cluster }).select('id'));
    for (const { subject_id: id, kind, namespace, name } of rows) {
      if (owners.has(`${kind}/${namespace}/${name}`)) {
        chosen.push(id);
      }
    }
  }
  return [...new Set(chosen)].sort();
}
