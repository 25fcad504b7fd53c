import type {
  ClusterBinding,
  ScopeSnapshot,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { atOneTime } from '../operations/readUnit';
import { unpack } from '../pack';
import { kindSnapshots } from '../SnapshotCache';
import type { ClusterBindingRow, SnapshotRow, TargetRow } from '../tables';
import { readBlobs } from './readBlobs';

const KINDS = ['loadBalancers', 'targetGroups', 'tags', 'securityGroups'];

interface Rows {
  scope: TargetRow;
  rows: SnapshotRow[];
  blobs: Map<string, Buffer>;
}

async function rowsOf(trx: Knex.Transaction, scope: TargetRow): Promise<Rows> {
  const rows = await trx<SnapshotRow>('snapshot')
    .where({ target_id: scope.id })
    .whereIn('kind', KINDS);
  return {
    scope,
    rows,
    blobs: await readBlobs(trx, { targetId: scope.id, rows }),
  };
}

async function snapshotOf({
  scope,
  rows,
  blobs,
}: Rows): Promise<ScopeSnapshot> {
  const items = new Map(
    [...blobs].map(([kind, body]) => [kind, unpack<readonly unknown[]>(body)]),
  );
  return {
    accountId: scope.account_id ?? '',
    region: scope.region ?? '',
    // The sweep that wrote each kind had it typed.
    kinds: (await kindSnapshots(rows, items)) as ScopeSnapshot['kinds'],
    health: new Map(),
  };
}

/** What all scopes have, without health, and what was proven of a cluster's name there. */
export async function readScopes(
  db: Knex,
  cluster: string,
): Promise<{ scopes: ScopeSnapshot[]; bindings: ClusterBinding[] }> {
  const read = await atOneTime(db, async trx => {
    const scopes: TargetRow[] = await trx<TargetRow>('target')
      .where({ kind: 'scope' })
      .whereNull('retired_at')
      .orderBy('id');
    const found: Rows[] = [];
    for (const scope of scopes) {
      // Blobs that are current now may be gone after the transaction.
      found.push(await rowsOf(trx, scope));
    }
    const bindings = await trx<ClusterBindingRow>('cluster_binding').whereNull(
      'ended_at',
    );
    return { found, bindings };
  });
  return {
    scopes: await Promise.all(read.found.map(snapshotOf)),
    bindings: read.bindings
      .map(({ body }): ClusterBinding => JSON.parse(body))
      .filter(each => each.cluster === cluster),
  };
}
