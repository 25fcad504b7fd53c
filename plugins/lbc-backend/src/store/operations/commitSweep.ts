import type { Coverage, Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { messageColumn, orNull } from '../json';
import type { PackedItems } from '../pack';
import { lockRows } from '../sql';
import { noteGap } from './noteGap';
import type {
  OwnerEventRow,
  SnapshotBlobRow,
  SnapshotRow,
  TargetRow,
} from '../tables';

/** What a sweep read of one kind, packed. Without `packed` the last good items stay. */
export interface PackedReading {
  kind: string;
  coverage: Coverage;
  reason?: Message;
  /** Actions that were refused meanwhile. */
  refused?: readonly string[];
  observedAt?: string;
  attemptedAt: string;
  serverTime?: string;
  packed?: PackedItems;
}

export interface SweepCommit {
  targetId: string;
  /** When the sweep began. */
  sweptAt: string;
  /** When it ended. */
  endedAt: string;
  readings: readonly PackedReading[];
  /** Why it counts as failed as a whole: the target's observed time stays. */
  problem?: Message;
  /** UID of `kube-system`, where it was read. */
  clusterUid?: string;
  version?: string;
  /** How often it is swept. */
  cadenceMs?: number;
}

/** What a committed sweep changed. */
export interface SweepOutcome {
  /** A later sweep was there before: nothing was written. */
  outdated: boolean;
  /** It was the first attempt at this target. */
  first: boolean;
  /** Kinds whose items or coverage are others than before. */
  changedKinds: string[];
  /** Another cluster stands behind the name now. */
  replaced: boolean;
}

/**
 * Writes one sweep, whole, unless one that began later was written before.
 * Kinds that could not be read keep their last good items, except where the
 * cluster is another one, or may be: those items are of the old one.
 */
export async function commitSweep(
  trx: Knex.Transaction,
  sweep: SweepCommit,
): Promise<SweepOutcome> {
  const { targetId, sweptAt } = sweep;
  const target = await lockRows(
    trx,
    trx<TargetRow>('target')
      .where({ id: targetId })
      .whereNull('retired_at')
      .first(),
  );
  const nothing = { first: false, changedKinds: [], replaced: false };
  if (!target || (target.swept_at !== null && target.swept_at > sweptAt)) {
    return { ...nothing, outdated: true };
  }
  const replaced =
    target.cluster_uid !== null &&
    sweep.clusterUid !== undefined &&
    target.cluster_uid !== sweep.clusterUid;
  // Nobody knows which cluster was read before its UID was.
  const isOther =
    replaced || (target.cluster_uid === null && sweep.clusterUid !== undefined);
  const before = new Map(
    (await trx<SnapshotRow>('snapshot').where({ target_id: targetId })).map(
      row => [row.kind, row],
    ),
  );
  const changedKinds: string[] = [];
  for (const reading of sweep.readings) {
    const old = before.get(reading.kind);
    const row = rowOf({ sweep, reading, old: isOther ? undefined : old });
    if (
      row.content_hash !== (old?.content_hash ?? null) ||
      row.coverage !== old?.coverage ||
      row.reason !== old?.reason
    ) {
      changedKinds.push(reading.kind);
    }
    await writeKind(trx, { row, packed: reading.packed });
  }
  if (replaced) {
    const read = new Set(sweep.readings.map(({ kind }) => kind));
    const left = [...before.keys()].filter(kind => !read.has(kind));
    await trx<SnapshotRow>('snapshot')
      .where({ target_id: targetId })
      .whereIn('kind', left)
      .delete();
    await trx<SnapshotBlobRow>('snapshot_blob')
      .where({ target_id: targetId })
      .whereIn('kind', left)
      .delete();
    changedKinds.push(...left);
    // What happened to objects of the old cluster is no history of the new one's.
    await trx<OwnerEventRow>('owner_event')
      .where({ cluster: target.name })
      .delete();
  }
  const { cadenceMs } = sweep;
  if (cadenceMs !== undefined && !sweep.problem && !replaced) {
    await noteGap(trx, { target, to: sweptAt, cadenceMs });
  }
  await trx<TargetRow>('target')
    .where({ id: targetId })
    .update({
      swept_at: sweptAt,
      attempted_at: sweep.endedAt,
      problem: messageColumn(sweep.problem),
      ...(!sweep.problem && { observed_at: sweep.endedAt }),
      ...(cadenceMs !== undefined && { cadence_ms: cadenceMs }),
      ...(sweep.clusterUid !== undefined && { cluster_uid: sweep.clusterUid }),
      ...(sweep.version !== undefined && { version: sweep.version }),
    });
  return {
    outdated: false,
    first: target.attempted_at === null,
    changedKinds,
    replaced,
  };
}

function rowOf(options: {
  sweep: SweepCommit;
  reading: PackedReading;
  old: SnapshotRow | undefined;
}): SnapshotRow {
  const { sweep, reading, old } = options;
  const attempt = {
    target_id: sweep.targetId,
    kind: reading.kind,
    coverage: reading.coverage,
    reason: messageColumn(reading.reason),
    refused: reading.refused?.length ? JSON.stringify(reading.refused) : null,
    attempted_at: reading.attemptedAt,
    server_time: orNull(reading.serverTime),
  };
  const { packed } = reading;
  if (!packed) {
    return {
      ...attempt,
      // The server's time belongs to the items.
      server_time: old?.server_time ?? null,
      swept_at: old?.swept_at ?? null,
      observed_at: old?.observed_at ?? null,
      content_hash: old?.content_hash ?? null,
      previous_hash: old?.previous_hash ?? null,
      items: old?.items ?? 0,
    };
  }
  const same = old?.content_hash === packed.hash;
  return {
    ...attempt,
    swept_at: sweep.sweptAt,
    observed_at: reading.observedAt ?? reading.attemptedAt,
    content_hash: packed.hash,
    previous_hash: (same ? old?.previous_hash : old?.content_hash) ?? null,
    items: packed.count,
  };
}

async function writeKind(
  trx: Knex.Transaction,
  options: { row: SnapshotRow; packed?: PackedItems },
): Promise<void> {
  const { row, packed } = options;
  const { target_id, kind } = row;
  if (packed) {
    await trx<SnapshotBlobRow>('snapshot_blob')
      .insert({
        target_id,
        kind,
        hash: packed.hash,
        body: packed.body,
        json_bytes: packed.jsonBytes,
      })
      .onConflict(['target_id', 'kind', 'hash'])
      .ignore();
  }
  await trx<SnapshotRow>('snapshot')
    .insert(row)
    .onConflict(['target_id', 'kind'])
    .merge();
  const kept = [row.content_hash, row.previous_hash].filter(
    (hash): hash is string => hash !== null,
  );
  await trx<SnapshotBlobRow>('snapshot_blob')
    .where({ target_id, kind })
    .whereNotIn('hash', kept)
    .delete();
}
