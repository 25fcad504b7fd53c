import type { Knex } from 'knex';
import type { SnapshotBlobRow, SnapshotRow } from '../tables';

/** What snapshots of one target hold, packed, by kind; one query. */
export async function readBlobs(
  trx: Knex.Transaction,
  read: {
    targetId: string;
    rows: ReadonlyArray<Pick<SnapshotRow, 'kind' | 'content_hash'>>;
  },
): Promise<Map<string, Buffer>> {
  const hashes = new Map(
    read.rows.flatMap(({ kind, content_hash: hash }) =>
      hash === null ? [] : [[kind, hash] as const],
    ),
  );
  const blobs = await trx<SnapshotBlobRow>('snapshot_blob')
    .where({ target_id: read.targetId })
    .whereIn('hash', [...new Set(hashes.values())])
    .select('kind', 'hash', 'body');
  return new Map(
    blobs
      .filter(({ kind, hash }) => hashes.get(kind) === hash)
      .map(({ kind, body }) => [kind, body]),
  );
}
