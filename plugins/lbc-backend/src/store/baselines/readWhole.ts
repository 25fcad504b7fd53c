import type {
  BaselineCluster,
  BaselineStack,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import type { BaselineRow, BaselineStackRow, WholeBaseline } from './types';

/** All that was read for a baseline or a comparison. */
export async function readWhole(
  db: Knex,
  id: string,
): Promise<WholeBaseline | undefined> {
  const row = await db<BaselineRow>('baseline').where({ id }).first();
  if (!row) {
    return undefined;
  }
  const rows = await db<BaselineStackRow>('baseline_stack')
    .where({ baseline_id: id })
    .whereNotNull('body')
    .orderBy('subject_id')
    .select('body');
  const stacks: BaselineStack[] = [];
  for (const { body } of rows) {
    if (body) {
      stacks.push(await unpack<BaselineStack>(body));
    }
  }
  return {
    ...(row.cluster_uid !== null && { clusterUid: row.cluster_uid }),
    ...(row.cluster_side && {
      side: await unpack<BaselineCluster>(row.cluster_side),
    }),
    stacks,
    whole: row.subjects === null,
  };
}
