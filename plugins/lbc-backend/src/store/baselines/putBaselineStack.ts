import type { Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { messageColumn } from '../json';
import type { BaselineStackRow } from './types';

/** Keeps one stack of a baseline, or why it was not read. */
export async function putBaselineStack(
  trx: Knex.Transaction,
  options: { id: string; subjectId: string } & (
    | { readAt: string; body: Buffer; jsonBytes: number }
    | { problem: Message }
  ),
): Promise<void> {
  const { id, subjectId } = options;
  await trx<BaselineStackRow>('baseline_stack')
    .where({ baseline_id: id, subject_id: subjectId })
    .update(
      'body' in options
        ? {
            read_at: options.readAt,
            body: options.body,
            json_bytes: options.jsonBytes,
            problem: null,
          }
        : { problem: messageColumn(options.problem) },
    );
}
