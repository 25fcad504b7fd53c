import type { Knex } from 'knex';
import { makeDue } from '../../jobs/operations/makeDue';
import { jobIds } from '../../jobs/types';
import type { TargetRow } from '../tables';
import { clusterUnitId, unclaimedUnitId } from '../units';
import type { SweepOutcome } from './commitSweep';

/** Makes units due; each finds out itself whether anything it reads is new. */
export async function makeCorrelateDue(
  trx: Knex,
  options: { unitIds: readonly string[]; dueAt: number },
): Promise<void> {
  await makeDue(trx, {
    jobs: options.unitIds.map(unit => ({
      id: jobIds.correlate(unit),
      kind: 'correlate' as const,
      payload: { unit },
    })),
    dueAt: options.dueAt,
  });
}

/** All units there are: one a cluster, one a scope for what no cluster holds. */
export async function listUnitIds(trx: Knex): Promise<string[]> {
  const targets = await trx<TargetRow>('target')
    .whereNull('retired_at')
    .orderBy('id')
    .select('kind', 'name');
  return targets.map(({ kind, name }) =>
    kind === 'cluster' ? clusterUnitId(name) : unclaimedUnitId(name),
  );
}

/**
 * A sweep was committed: the units that read its target are due. A cluster's is
 * read by its own unit; a scope's by every cluster and its own unclaimed unit. A
 * target that came or was replaced concerns all.
 */
export async function makeUnitsDue(
  trx: Knex.Transaction,
  options: { targetId: string; outcome: SweepOutcome; dueAt: number },
): Promise<void> {
  const { targetId, outcome, dueAt } = options;
  const target = await trx<TargetRow>('target').where({ id: targetId }).first();
  if (!target) {
    return;
  }
  const isCluster = target.kind === 'cluster';
  const own = isCluster
    ? clusterUnitId(target.name)
    : unclaimedUnitId(target.name);
  const byAll = outcome.first || outcome.replaced;
  if (isCluster && !byAll) {
    await makeCorrelateDue(trx, { unitIds: [own], dueAt });
    return;
  }
  const all = await listUnitIds(trx);
  const unitIds = all.filter(
    unit => isCluster || unit === own || unit.startsWith('cluster:'),
  );
  await makeCorrelateDue(trx, { unitIds, dueAt });
}
