import type { StackOverlay } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import { chunks } from '../sql';
import type { StackDetailRow } from '../tables';
import type { StackDetailKey } from './readUnit';

/** Readings of stacks by subject id, packed. */
export type StackDetails = ReadonlyMap<string, Buffer>;

/** Takes the readings of stacks from the database, in a transaction. */
export async function loadStackDetails(
  trx: Knex.Transaction,
  keys: readonly StackDetailKey[],
): Promise<StackDetails> {
  const details = new Map<string, Buffer>();
  for (const some of chunks(keys)) {
    const rows = await trx<StackDetailRow>('stack_detail')
      .whereIn(
        'subject_id',
        some.map(key => key.subject_id),
      )
      .select('subject_id', 'body');
    for (const { subject_id: subjectId, body } of rows) {
      if (body) {
        details.set(subjectId, body);
      }
    }
  }
  return details;
}

/** Unpacks them, outside of the transaction. */
export async function unpackStackDetails(
  packed: StackDetails,
): Promise<Map<string, StackOverlay>> {
  const details = new Map<string, StackOverlay>();
  for (const [subjectId, body] of packed) {
    details.set(subjectId, await unpack<StackOverlay>(body));
  }
  return details;
}
