import type { TargetBinding } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { TargetBindingRow } from '../tables';
import type { ReadStore } from '../types';

/** Target bindings of a cluster that belong to no subject. */
export async function listLooseTargetBindings(
  db: Knex,
  cluster: string,
): ReturnType<ReadStore['listLooseTargetBindings']> {
  const rows = await db<TargetBindingRow>('target_binding')
    .where({ cluster })
    .whereNull('subject_id')
    .orderBy('id');
  return rows.map(({ body }) => {
    const { namespace, name, targetGroupArn }: TargetBinding = JSON.parse(body);
    return {
      cluster,
      namespace,
      name,
      ...(targetGroupArn !== undefined && { targetGroupArn }),
    };
  });
}
