import type { Message, NotRead } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { messageColumn } from '../json';
import type { StackDetailRow, SubjectRow } from '../tables';
import { makeCorrelateDue } from './makeUnitsDue';

/**
 * Keeps the newest reading of a subject's stack; one that began before the one
 * there is says nothing. Its unit is judged again where it says anything new.
 */
export async function putStackDetail(
  trx: Knex.Transaction,
  options: {
    subjectId: string;
    observedAt: string;
    hash: string;
    body: Buffer;
    /** By target: what was not read, and why. */
    notRead: Readonly<Record<string, readonly NotRead[]>>;
    dueAt: number;
  },
): Promise<void> {
  const { subjectId, observedAt, hash, body, notRead, dueAt } = options;
  const before = await trx<StackDetailRow>('stack_detail')
    .where({ subject_id: subjectId })
    .first('observed_at', 'hash');
  if ((before?.observed_at ?? '') > observedAt) {
    return;
  }
  await trx<StackDetailRow>('stack_detail')
    .insert({
      subject_id: subjectId,
      observed_at: observedAt,
      hash,
      body,
      problem: null,
      not_read: JSON.stringify(notRead),
    })
    .onConflict('subject_id')
    .merge(['observed_at', 'hash', 'body', 'problem', 'not_read']);
  if (before?.hash !== hash) {
    const unitIds: string[] = await trx<SubjectRow>('subject')
      .where({ id: subjectId })
      .whereNull('ended_at')
      .pluck('unit_id');
    await makeCorrelateDue(trx, { unitIds, dueAt });
  }
}

/** Notes that a reading failed as a whole; what was read before stays. */
export async function failStackDetail(
  trx: Knex.Transaction,
  options: { subjectId: string; problem: Message },
): Promise<void> {
  await trx<StackDetailRow>('stack_detail')
    .insert({
      subject_id: options.subjectId,
      problem: messageColumn(options.problem),
    })
    .onConflict('subject_id')
    .merge(['problem']);
}
