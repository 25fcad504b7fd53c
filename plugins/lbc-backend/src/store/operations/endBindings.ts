import type { Knex } from 'knex';
import type { ClusterBindingRow, UnitRow } from '../tables';
import { clusterUnitId } from '../units';

/**
 * Another cluster stands behind a portal name: what was proven of the old one
 * ends, and its unit forgets all waits.
 */
export async function endBindings(
  trx: Knex.Transaction,
  options: { cluster: string; now: string },
): Promise<void> {
  await trx<ClusterBindingRow>('cluster_binding')
    .where({ cluster: options.cluster })
    .whereNull('ended_at')
    .update({ ended_at: options.now });
  await trx<UnitRow>('unit')
    .where({ id: clusterUnitId(options.cluster) })
    .update({
      memory: null,
      memory_hash: null,
      waiting: false,
      inputs: null,
      next_review_at: null,
    });
}
