import type { BaselineInfo, Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { BaselineRow, BaselineStackRow } from './types';

/** Ends a baseline or a comparison; of comparisons only the newest is kept. */
export async function finishBaseline(
  trx: Knex.Transaction,
  options: {
    id: string;
    status: BaselineInfo['status'];
    finishedAt: string;
    notRead: readonly Message[];
    bytes: number;
    comparison?: { with: string; report: Buffer };
  },
): Promise<void> {
  const { id, status, finishedAt, notRead, bytes, comparison } = options;
  await trx<BaselineRow>('baseline')
    .where({ id })
    .update({
      status,
      finished_at: finishedAt,
      not_read: JSON.stringify(notRead),
      bytes,
      report: comparison?.report ?? null,
    });
  if (comparison) {
    const older: string[] = await trx<BaselineRow>('baseline')
      .where({ compared_with: comparison.with })
      .whereNot({ id })
      .pluck('id');
    await removeBaselines(trx, older);
    // What was read for it is in its report.
    await trx<BaselineStackRow>('baseline_stack')
      .where({ baseline_id: id })
      .update({ body: null });
  }
}

/** Removes baselines with all that belongs to them, comparisons too. */
export async function removeBaselines(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const comparisons: string[] = await trx<BaselineRow>('baseline')
    .whereIn('compared_with', [...ids])
    .pluck('id');
  const all = [...ids, ...comparisons];
  await trx<BaselineStackRow>('baseline_stack')
    .whereIn('baseline_id', all)
    .delete();
  await trx<BaselineRow>('baseline').whereIn('id', all).delete();
}
