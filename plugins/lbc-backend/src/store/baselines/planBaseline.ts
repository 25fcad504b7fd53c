import type { BaselineCluster } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { SubjectRow } from '../tables';
import type { BaselineRow, BaselineStackRow } from './types';

/** Stacks of a cluster that can be read: those that were chosen, or all. */
export function stacksOf(
  db: Knex,
  options: { cluster: string; subjects?: readonly string[] },
): Knex.QueryBuilder<SubjectRow> {
  const query = db<SubjectRow>('subject')
    .where({ cluster: options.cluster, kind: 'load-balancer' })
    .whereNull('ended_at')
    .whereNotNull('arn');
  return options.subjects ? query.whereIn('id', [...options.subjects]) : query;
}

/** Writes down what is to be read, once, with the cluster's side. */
export async function planBaseline(
  trx: Knex.Transaction,
  options: {
    id: string;
    subjectIds: readonly string[];
    side?: { cluster: BaselineCluster; uid?: string; body: Buffer };
  },
): Promise<void> {
  const { id, subjectIds, side } = options;
  for (const some of chunks(subjectIds)) {
    await trx<BaselineStackRow>('baseline_stack')
      .insert(
        some.map(subjectId => ({ baseline_id: id, subject_id: subjectId })),
      )
      .onConflict(['baseline_id', 'subject_id'])
      .ignore();
  }
  const [first, ...others] = side?.cluster.controllers ?? [];
  await trx<BaselineRow>('baseline')
    .where({ id })
    .update({
      stacks_total: subjectIds.length,
      cluster_uid: side?.uid ?? null,
      cluster_side: side?.body ?? null,
      version: others.length === 0 ? first?.version ?? null : null,
    });
}
