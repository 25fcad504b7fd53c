import type { ClusterBinding } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { hashOf } from '../pack';
import type { ClusterBindingRow } from '../tables';

/** How stale `lastSeenAt` may get before it is written again. */
const LAST_SEEN_STEP_MS = 3_600_000;

/**
 * Merges bindings that were seen now with those that are stored. Returns
 * whether any came that others must know of.
 */
export async function mergeBindings(
  trx: Knex.Transaction,
  bindings: readonly ClusterBinding[],
): Promise<boolean> {
  let news = false;
  for (const binding of bindings) {
    const id = hashOf(
      JSON.stringify([
        binding.clusterTag,
        binding.accountId,
        binding.region,
        binding.vpcId ?? null,
        binding.cluster,
        binding.clusterUid,
      ]),
    );
    const row = await trx<ClusterBindingRow>('cluster_binding')
      .where({ id })
      .first();
    const old: ClusterBinding | undefined = row && JSON.parse(row.body);
    const merged: ClusterBinding = {
      ...binding,
      firstSeenAt: old?.firstSeenAt ?? binding.firstSeenAt,
    };
    const eksArn = binding.eksArn ?? old?.eksArn;
    if (eksArn !== undefined) {
      merged.eksArn = eksArn;
    }
    const sameEks = eksArn === old?.eksArn;
    const lives = row !== undefined && row.ended_at === null;
    const age = old
      ? Date.parse(binding.lastSeenAt) - Date.parse(old.lastSeenAt)
      : Infinity;
    if (lives && age < LAST_SEEN_STEP_MS && sameEks) {
      continue;
    }
    news ||= !lives || !sameEks;
    await trx<ClusterBindingRow>('cluster_binding')
      .insert({
        id,
        cluster: binding.cluster,
        cluster_uid: binding.clusterUid,
        body: JSON.stringify(merged),
        ended_at: null,
      })
      .onConflict('id')
      .merge();
  }
  return news;
}
