import type { Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { messageColumn } from '../json';
import { lockRows } from '../sql';
import type { TargetRow } from '../tables';

/**
 * Notes that a sweep broke off; what was read before stays. One that began
 * before the last committed one says nothing.
 */
export async function failSweep(
  trx: Knex.Transaction,
  options: {
    targetId: string;
    sweptAt: string;
    endedAt: string;
    problem: Message;
  },
): Promise<{ first: boolean }> {
  const { targetId, sweptAt, endedAt, problem } = options;
  const target = await lockRows(
    trx,
    trx<TargetRow>('target').where({ id: targetId }).first(),
  );
  if (!target || (target.swept_at !== null && target.swept_at > sweptAt)) {
    return { first: false };
  }
  await trx<TargetRow>('target')
    .where({ id: targetId })
    .update({ problem: messageColumn(problem), attempted_at: endedAt });
  return { first: target.attempted_at === null };
}
