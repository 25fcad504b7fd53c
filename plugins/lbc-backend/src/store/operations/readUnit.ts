import {
  AWS_KINDS,
  ClusterBinding,
  message,
  TargetBindingsOfCluster,
  TargetIdentities,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { LbcConfig } from '../../config';
import { hashOf } from '../pack';
import { isPostgres, lockRows } from '../sql';
import type {
  ClusterBindingRow,
  SnapshotRow,
  StackDetailRow,
  SubjectRow,
  TargetIdentityRow,
  TargetRow,
  UnitRow,
} from '../tables';
import {
  clusterTargetId,
  clusterUnitId,
  parseUnitId,
  scopeTargetId,
  UnitKey,
} from '../units';
import { getMeta } from './meta';

/** A reading of a stack by what it says. */
export type StackDetailKey = Pick<StackDetailRow, 'subject_id' | 'hash'>;

/** What a unit is judged by, all but the items themselves. */
export interface UnitReading {
  id: string;
  key: UnitKey;
  /** Its own target; absent where the portal no longer has it. */
  target?: TargetRow;
  unit?: UnitRow;
  clusters: TargetRow[];
  scopes: TargetRow[];
  /** By target id. */
  snapshots: Map<string, SnapshotRow[]>;
  bindings: ClusterBinding[];
  identities: Map<string, TargetIdentities>;
  /** What detail jobs read, without the bodies. */
  details: StackDetailKey[];
  /** What the units of other clusters published. */
  elsewhere: TargetBindingsOfCluster[];
  /** ARNs of load balancers that clusters' units hold; empty for a cluster. */
  claimed: Set<string>;
  /** Clusters whose own unit was never judged; empty for a cluster. */
  unjudgedClusters: string[];
  /** Hash of all this. */
  inputs: string;
  /** The newest rules that ever wrote. */
  rulesVersion: number;
}

/** Roles of controllers say nothing of whose a load balancer is. */
const INPUT_KINDS = AWS_KINDS.filter(kind => kind !== 'iamRoles');

/** A transaction that sees the database at one time and writes nothing. */
export async function atOneTime<T>(
  db: Knex,
  read: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return isPostgres(db)
    ? db.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      })
    : db.transaction(read);
}

export interface UnitQuery {
  unitId: string;
  /** What of the settings a judgement depends on. */
  settingsKey: string;
  /** Bindings that configuration says. */
  configured: LbcConfig['bindings'];
  /** Keeps sweeps from committing to its targets until the transaction ends. */
  hold?: boolean;
}

/** Reads a unit's inputs, all but the items. */
export async function readUnit(
  trx: Knex.Transaction,
  options: UnitQuery,
): Promise<UnitReading> {
  const { unitId, settingsKey, configured, hold } = options;
  const key = parseUnitId(unitId);
  const query = trx<TargetRow>('target').whereNull('retired_at').orderBy('id');
  const targets: TargetRow[] = await (hold
    ? lockRows(trx, query, 'share')
    : query);
  const clusters = targets.filter(({ kind }) => kind === 'cluster');
  const scopes = targets.filter(({ kind }) => kind === 'scope');
  const own =
    key.kind === 'cluster'
      ? clusterTargetId(key.cluster)
      : scopeTargetId(key.scopeId);
  const snapshots = await readSnapshots(trx, {
    key,
    own,
    targets: targets.map(({ id }) => id),
  });
  const unit = await trx<UnitRow>('unit').where({ id: unitId }).first();
  const bindings = [
    ...(await readBindings(trx)),
    ...configuredBindings(configured, clusters),
  ];
  const units = await trx<UnitRow>('unit').select(
    'id',
    'published',
    'published_hash',
    'run_at',
  );
  const others = clusters
    .filter(({ id }) => id !== own)
    .map(({ name, unreadable }) => ({
      cluster: name,
      unreadable: unreadable !== null,
      unit: units.find(({ id }) => id === clusterUnitId(name)),
    }));
  const identities = await readIdentities(trx, unitId);
  const details = await readDetailKeys(trx, unitId);
  const claimed =
    key.kind === 'unclaimed' ? await readClaimed(trx, key.scopeId) : [];
  const inputs = hashOf(
    JSON.stringify([
      settingsKey,
      targets.map(({ id, cluster_uid, version, unreadable }) => [
        id,
        cluster_uid,
        id === own ? version : null,
        unreadable,
      ]),
      [...snapshots.values()]
        .flat()
        .map(row => [
          row.target_id,
          row.kind,
          row.content_hash,
          row.coverage,
          row.reason,
        ]),
      bindings.map(({ firstSeenAt, lastSeenAt, evidence, ...rest }) => rest),
      identities.map(row => [row.subject_id, row.hash]),
      details.map(row => [row.subject_id, row.hash]),
      claimed,
      others.map(({ cluster, unit: other }) => [
        cluster,
        other?.published_hash ?? null,
      ]),
      unit?.health_version ?? 0,
    ]),
  );
  return {
    id: unitId,
    key,
    target: targets.find(({ id }) => id === own),
    unit,
    clusters,
    scopes,
    snapshots,
    bindings,
    identities: new Map(
      identities.map(row => [row.subject_id, JSON.parse(row.body)]),
    ),
    details,
    claimed: new Set(claimed),
    unjudgedClusters:
      key.kind === 'unclaimed'
        ? others
            .filter(each => !each.unreadable && !each.unit?.run_at)
            .map(({ cluster }) => cluster)
        : [],
    elsewhere: others.map(({ cluster, unreadable, unit: other }) =>
      other?.published
        ? JSON.parse(other.published)
        : { cluster, coverage: unreadable ? 'denied' : 'failed', bindings: [] },
    ),
    inputs,
    rulesVersion: Number((await getMeta(trx, 'rules_version')) ?? 0),
  };
}

async function readSnapshots(
  trx: Knex.Transaction,
  options: { key: UnitKey; own: string; targets: readonly string[] },
): Promise<Map<string, SnapshotRow[]>> {
  const { key, own, targets } = options;
  const known = new Set(targets);
  const rows: SnapshotRow[] = await trx<SnapshotRow>('snapshot')
    .where('target_id', own)
    .modify(query => {
      if (key.kind === 'cluster') {
        query.orWhereIn('kind', INPUT_KINDS);
      }
    })
    .orderBy(['target_id', 'kind']);
  const byTarget = new Map<string, SnapshotRow[]>();
  for (const row of rows) {
    if (known.has(row.target_id) && isInput(row)) {
      byTarget.set(row.target_id, [
        ...(byTarget.get(row.target_id) ?? []),
        row,
      ]);
    }
  }
  return byTarget;
}

/** The health of a scope has versions of its own, by unit. */
function isInput(row: SnapshotRow): boolean {
  return (
    row.target_id.startsWith('cluster:') ||
    INPUT_KINDS.some(kind => kind === row.kind)
  );
}

async function readBindings(trx: Knex.Transaction): Promise<ClusterBinding[]> {
  const rows = await trx<ClusterBindingRow>('cluster_binding')
    .whereNull('ended_at')
    .orderBy('id');
  return rows.map(({ body }) => JSON.parse(body));
}

async function readIdentities(
  trx: Knex.Transaction,
  unitId: string,
): Promise<TargetIdentityRow[]> {
  return trx<TargetIdentityRow>('target_identity')
    .whereIn(
      'subject_id',
      trx<SubjectRow>('subject').where({ unit_id: unitId }).select('id'),
    )
    .orderBy('subject_id');
}

/** Which readings of stacks a unit has. */
async function readDetailKeys(
  trx: Knex.Transaction,
  unitId: string,
): Promise<StackDetailKey[]> {
  return trx<StackDetailRow>('stack_detail')
    .whereIn(
      'subject_id',
      trx<SubjectRow>('subject').where({ unit_id: unitId }).select('id'),
    )
    .whereNotNull('hash')
    .orderBy('subject_id')
    .select('subject_id', 'hash');
}

/** What configuration says of clusters whose identity is known. */
function configuredBindings(
  configured: LbcConfig['bindings'],
  clusters: readonly TargetRow[],
): ClusterBinding[] {
  return configured.flatMap(({ cluster, clusterTag, ...place }) => {
    const target = clusters.find(({ name }) => name === cluster);
    if (!target?.cluster_uid) {
      return [];
    }
    return [
      {
        ...place,
        cluster,
        clusterTag,
        clusterUid: target.cluster_uid,
        evidence: message('sweep.binding-configured', { clusterTag, cluster }),
        firstSeenAt: target.discovered_at,
        lastSeenAt: target.observed_at ?? target.discovered_at,
      },
    ];
  });
}

async function readClaimed(
  trx: Knex.Transaction,
  scopeId: string,
): Promise<string[]> {
  const [accountId, region] = scopeId.split('/');
  const arns: Array<string | null> = await trx<SubjectRow>('subject')
    .where({ account_id: accountId, region })
    .where('unit_id', 'like', 'cluster:%')
    .whereNull('ended_at')
    .whereNotNull('arn')
    .orderBy('arn')
    .pluck('arn');
  return arns.filter(arn => arn !== null);
}
