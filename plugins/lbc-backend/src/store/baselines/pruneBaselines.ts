import type { Knex } from 'knex';
import { removeBaselines } from './finishBaseline';
import type { BaselineRow } from './types';

/** Lets go of baselines that are older than they are kept, or beyond the newest ones of a cluster. */
export async function pruneBaselines(
  trx: Knex.Transaction,
  options: { before: string; perCluster: number },
): Promise<void> {
  const { before, perCluster } = options;
  const baselines = () =>
    trx<BaselineRow>('baseline')
      .whereNull('compared_with')
      .whereNot({ status: 'reading' });
  const old: string[] = await baselines()
    .where('started_at', '<', before)
    .pluck('id');
  const crowded: string[] = await baselines()
    .groupBy('cluster')
    .having(trx.raw('count(*) > ?', [perCluster]))
    .pluck('cluster');
  for (const cluster of crowded) {
    const beyond: string[] = await baselines()
      .where({ cluster })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(perCluster)
      // SQLite takes no offset without a limit.
      .limit(10_000)
      .pluck('id');
    old.push(...beyond);
  }
  await removeBaselines(trx, [...new Set(old)]);
}
