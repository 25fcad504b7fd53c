import type { Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { SubjectRow, TransitionRow } from '../tables';
import { bumpMeta } from './meta';

/** Ends subjects that are no longer there; their history stays. */
export async function endSubjects(
  trx: Knex.Transaction,
  options: {
    subjects: ReadonlyArray<Pick<SubjectRow, 'id' | 'state'>>;
    now: string;
    because: Message;
  },
): Promise<void> {
  const { subjects, now, because } = options;
  if (subjects.length === 0) {
    return;
  }
  for (const some of chunks(subjects)) {
    await trx<SubjectRow>('subject')
      .whereIn(
        'id',
        some.map(({ id }) => id),
      )
      .update({ ended_at: now });
    await trx<TransitionRow>('transition').insert(
      some.map(({ id, state }) => ({
        subject_id: id,
        from_state: state,
        to_state: null,
        at: now,
        cause: 'gone' as const,
        because: JSON.stringify(because),
        evidence: '[]',
      })),
    );
  }
  await bumpMeta(trx, 'facts_version');
}
