import type { Knex } from 'knex';
import { chunks } from '../sql';
import type {
  OwnerEventRow,
  SubjectRow,
  TransitionRow,
  WatchGapRow,
} from '../tables';

/** Tables whose rows go with their subject. */
const PARTS = [
  'subject_owner',
  'subject_target_group',
  'target_identity',
  'stack_detail',
  'entity_subject',
  'transition',
];

/**
 * Deletes transitions that are older than they are kept or beyond the newest
 * ones of a subject, and subjects that ended before that time.
 */
export async function pruneHistory(
  trx: Knex.Transaction,
  options: { before: string; perSubject: number },
): Promise<void> {
  const { before, perSubject } = options;
  await trx<TransitionRow>('transition').where('at', '<', before).delete();
  const crowded = await trx<TransitionRow>('transition')
    .groupBy('subject_id')
    .having(trx.raw('count(*) > ?', [perSubject]))
    .pluck('subject_id');
  for (const subjectId of crowded) {
    const oldest = await trx<TransitionRow>('transition')
      .where({ subject_id: subjectId })
      .orderBy('seq', 'desc')
      .offset(perSubject - 1)
      .first('seq');
    if (oldest) {
      await trx<TransitionRow>('transition')
        .where({ subject_id: subjectId })
        .where('seq', '<', oldest.seq)
        .delete();
    }
  }
  await trx<WatchGapRow>('watch_gap').where('to_at', '<', before).delete();
  await pruneEvents(trx, options);
  const ended = await trx<SubjectRow>('subject')
    .where('ended_at', '<', before)
    .pluck('id');
  for (const some of chunks(ended)) {
    for (const table of PARTS) {
      await trx(table).whereIn('subject_id', some).delete();
    }
    await trx<SubjectRow>('subject').whereIn('id', some).delete();
  }
}

/** Events are kept as long, and as many of one object. */
async function pruneEvents(
  trx: Knex.Transaction,
  options: { before: string; perSubject: number },
): Promise<void> {
  const { before, perSubject } = options;
  await trx<OwnerEventRow>('owner_event')
    .where('last_at', '<', before)
    .delete();
  const object = ['cluster', 'kind', 'namespace', 'name'] as const;
  const crowded: Array<Pick<OwnerEventRow, (typeof object)[number]>> =
    await trx<OwnerEventRow>('owner_event')
      .groupBy(...object)
      .having(trx.raw('count(*) > ?', [perSubject]))
      .select(...object);
  for (const each of crowded) {
    const seqs: number[] = await trx<OwnerEventRow>('owner_event')
      .where(each)
      .orderBy([
        { column: 'last_at', order: 'desc' },
        { column: 'seq', order: 'desc' },
      ])
      .offset(perSubject)
      // SQLite takes no offset without a limit.
      .limit(1_000_000)
      .pluck('seq');
    for (const some of chunks(seqs)) {
      await trx<OwnerEventRow>('owner_event').whereIn('seq', some).delete();
    }
  }
}
