import {
  AwsEksCluster,
  AwsIamRole,
  ClusterBinding,
  IamReadings,
  KindSnapshot,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import { kindSnapshots } from '../SnapshotCache';
import type {
  ClusterBindingRow,
  SnapshotBlobRow,
  SnapshotRow,
  TargetRow,
} from '../tables';

const KINDS = ['iamRoles', 'eksClusters'] as const;

/** What was read of IAM and EKS, before its items are unpacked. */
export interface IamRows {
  scopes: TargetRow[];
  rows: SnapshotRow[];
}

/** Which readings of IAM and EKS there are. */
export async function readIamRows(
  db: Knex | Knex.Transaction,
): Promise<IamRows> {
  const scopes: TargetRow[] = await db<TargetRow>('target')
    .where({ kind: 'scope' })
    .whereNull('retired_at')
    .orderBy('id');
  const rows: SnapshotRow[] = await db<SnapshotRow>('snapshot')
    .whereIn(
      'target_id',
      scopes.map(({ id }) => id),
    )
    .whereIn('kind', [...KINDS])
    .orderBy(['target_id', 'kind']);
  return { scopes, rows };
}

/** What readings are told apart by. */
export function iamIdentity({ scopes, rows }: IamRows) {
  return [
    scopes.map(({ id }) => id),
    rows.map(row => [
      row.target_id,
      row.kind,
      row.coverage,
      row.content_hash,
      row.observed_at,
    ]),
  ];
}

/** Takes the items of the readings from the database, for one cluster. */
export async function readIamReadings(
  trx: Knex.Transaction,
  options: { read: IamRows; cluster: string },
): Promise<IamReadings> {
  const { read, cluster } = options;
  const roles: Record<string, KindSnapshot<AwsIamRole>> = {};
  const eksArn = await eksArnOf(trx, cluster);
  let eks: AwsEksCluster | undefined;
  for (const scope of read.scopes) {
    const rows = read.rows.filter(({ target_id: id }) => id === scope.id);
    const { iamRoles, eksClusters } = await readKinds(trx, rows);
    if (iamRoles && scope.account_id) {
      roles[scope.account_id] = iamRoles as KindSnapshot<AwsIamRole>;
    }
    eks ??= (
      eksClusters as KindSnapshot<AwsEksCluster> | undefined
    )?.items.find(({ arn, exists }) => exists && arn === eksArn);
  }
  return {
    accountIds: [
      ...new Set(read.scopes.flatMap(({ account_id: id }) => id ?? [])),
    ],
    roles,
    ...(eks && { eks }),
  };
}

async function readKinds(
  trx: Knex.Transaction,
  rows: readonly SnapshotRow[],
): Promise<Record<string, KindSnapshot<unknown> | undefined>> {
  const items = new Map<string, Promise<readonly unknown[]>>();
  for (const { target_id: target, kind, content_hash: hash } of rows) {
    const blob =
      hash === null
        ? undefined
        : await trx<SnapshotBlobRow>('snapshot_blob')
            .where({ target_id: target, kind, hash })
            .first();
    if (blob) {
      items.set(kind, unpack<readonly unknown[]>(blob.body));
    }
  }
  return kindSnapshots(rows, items);
}

/** The EKS cluster that a cluster was proven to be. */
async function eksArnOf(
  trx: Knex.Transaction,
  cluster: string,
): Promise<string | undefined> {
  const rows = await trx<ClusterBindingRow>('cluster_binding').whereNull(
    'ended_at',
  );
  return rows
    .map(({ body }): ClusterBinding => JSON.parse(body))
    .find(each => each.cluster === cluster && each.eksArn !== undefined)
    ?.eksArn;
}
