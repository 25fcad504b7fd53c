import {
  ClusterSnapshot,
  KUBERNETES_KINDS,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { atOneTime } from '../operations/readUnit';
import { hashOf, unpack } from '../pack';
import { kindSnapshots } from '../SnapshotCache';
import type { SnapshotRow, TargetRow } from '../tables';
import type { ScopeReader, SnapshotReader } from '../types';
import { clusterTargetId } from '../units';
import { readBlobs } from './readBlobs';
import { readScopes } from './readScopes';
import {
  IamRows,
  iamIdentity,
  readIamReadings,
  readIamRows,
} from './iamReadings';

/** Many, large, and of no use to what is judged on demand. */
const LEFT_OUT = ['events', 'replicaSets', 'configMaps'];
const KINDS = Object.keys(KUBERNETES_KINDS).filter(
  kind => !LEFT_OUT.includes(kind),
);

interface Rows {
  target: TargetRow;
  rows: SnapshotRow[];
  iam: IamRows;
}

/** Snapshots as sweeps left them. */
export class DatabaseSnapshotReader implements SnapshotReader, ScopeReader {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseSnapshotReader {
    return new DatabaseSnapshotReader(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async clusterIdentity(cluster: string): Promise<string | undefined> {
    const found = await readRows(this.#db, cluster);
    return found && identityOf(found);
  }

  async readScopes(cluster: string) {
    return readScopes(this.#db, cluster);
  }

  async readCluster(cluster: string) {
    const read = await atOneTime(this.#db, async trx => {
      const found = await readRows(trx, cluster);
      // Blobs that are current now may be gone after the transaction.
      return (
        found && {
          ...found,
          blobs: await readBlobs(trx, {
            targetId: found.target.id,
            rows: found.rows,
          }),
          readings: await readIamReadings(trx, { read: found.iam, cluster }),
        }
      );
    });
    return (
      read && {
        identity: identityOf(read),
        snapshot: await snapshotOf(read),
        iam: read.readings,
      }
    );
  }
}

async function readRows(
  db: Knex | Knex.Transaction,
  cluster: string,
): Promise<Rows | undefined> {
  const id = clusterTargetId(cluster);
  const target = await db<TargetRow>('target')
    .where({ id })
    .whereNull('retired_at')
    .first();
  return (
    target && {
      target,
      rows: await db<SnapshotRow>('snapshot')
        .where({ target_id: id })
        .whereIn('kind', KINDS)
        .orderBy('kind'),
      iam: await readIamRows(db),
    }
  );
}

function identityOf({ target, rows, iam }: Rows): string {
  return hashOf(
    JSON.stringify([
      target.id,
      target.cluster_uid,
      target.version,
      rows.map(row => [
        row.kind,
        row.coverage,
        row.content_hash,
        row.observed_at,
      ]),
      iamIdentity(iam),
    ]),
  );
}

async function snapshotOf(
  read: Rows & { blobs: ReadonlyMap<string, Buffer> },
): Promise<ClusterSnapshot> {
  const { target, rows, blobs } = read;
  const items = new Map(
    [...blobs].map(([kind, body]) => [kind, unpack<readonly unknown[]>(body)]),
  );
  const kinds = await kindSnapshots(rows, items);
  return {
    cluster: target.name,
    uid: target.cluster_uid ?? undefined,
    version: target.version ?? undefined,
    // The sweep that wrote each kind had it typed.
    kinds: kinds as ClusterSnapshot['kinds'],
  };
}
