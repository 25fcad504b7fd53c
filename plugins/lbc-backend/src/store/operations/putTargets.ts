import type { ClusterInfo, AwsScope } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { messageColumn } from '../json';
import type { TargetRow } from '../tables';
import { clusterTargetId, scopeTargetId } from '../units';

type Discovered = Pick<
  TargetRow,
  'id' | 'kind' | 'name' | 'account_id' | 'region' | 'unreadable'
>;

/** A cluster as a row. */
export function clusterTarget(cluster: ClusterInfo): Discovered {
  return {
    id: clusterTargetId(cluster.name),
    kind: 'cluster',
    name: cluster.name,
    account_id: null,
    region: null,
    unreadable: messageColumn(cluster.unreadable),
  };
}

/** A scope as a row. */
export function scopeTarget(scope: AwsScope): Discovered {
  return {
    id: scopeTargetId(scope.id),
    kind: 'scope',
    name: scope.id,
    account_id: scope.accountId,
    region: scope.region,
    unreadable: null,
  };
}

/**
 * Takes in what a discovery found of one kind. Retires what it no longer has
 * only if `complete` says that it saw all of them.
 */
export async function putTargets(
  trx: Knex.Transaction,
  options: {
    kind: TargetRow['kind'];
    found: readonly Discovered[];
    complete: boolean;
    now: string;
  },
): Promise<{ retired: TargetRow[]; all: TargetRow[] }> {
  const { kind, found, complete, now } = options;
  const before = new Map(
    (await trx<TargetRow>('target').where({ kind })).map(row => [row.id, row]),
  );
  for (const target of found) {
    const row = before.get(target.id);
    if (!row) {
      await trx<TargetRow>('target').insert({ ...target, discovered_at: now });
    } else if (row.retired_at || row.unreadable !== target.unreadable) {
      await trx<TargetRow>('target')
        .where({ id: target.id })
        .update({ ...target, retired_at: null });
    }
  }
  const ids = new Set(found.map(({ id }) => id));
  const retired = complete
    ? [...before.values()].filter(row => !row.retired_at && !ids.has(row.id))
    : [];
  if (retired.length > 0) {
    await trx<TargetRow>('target')
      .whereIn(
        'id',
        retired.map(({ id }) => id),
      )
      .update({ retired_at: now });
  }
  const all = await trx<TargetRow>('target')
    .where({ kind })
    .whereNull('retired_at')
    .orderBy('id');
  return { retired, all };
}
