import {
  indexScope,
  KindSnapshot,
  ScopeIndex,
  ScopeSnapshot,
  TargetGroupHealth,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { parseColumn } from './json';
import { unpack } from './pack';
import type {
  SnapshotBlobRow,
  SnapshotRow,
  TargetHealthRow,
  TargetRow,
} from './tables';

/** Items of one kind, as their blob holds them, unpacked when asked. */
interface Entry {
  items: Promise<readonly unknown[]>;
}

/** JSON bytes that stay unpacked; objects take several times that. */
const MAX_JSON_BYTES = 96 * 1024 * 1024;

interface HealthState {
  seq: number;
  byArn: Map<string, TargetGroupHealth>;
}

/** A scope as it is read at one time: indexed later, outside the transaction. */
export interface ScopeReading {
  target: TargetRow;
  rows: readonly SnapshotRow[];
  kinds: ReadonlyMap<string, Promise<readonly unknown[]>>;
  health: HealthState;
}

/**
 * Snapshots that are unpacked, by content hash: ten clusters of one scope
 * unpack and index it once, and a kind that did not change stays.
 */
export class SnapshotCache {
  readonly #entries = new LRUCache<string, Entry>({
    maxSize: MAX_JSON_BYTES,
  });
  readonly #health = new Map<string, HealthState>();
  readonly #indexes = new Map<string, { key: string; index: ScopeIndex }>();

  /**
   * Takes the items of rows from the database, in a transaction: blobs that
   * are current now may be gone after it.
   */
  async load(
    trx: Knex.Transaction,
    rows: readonly SnapshotRow[],
  ): Promise<Map<string, Promise<readonly unknown[]>>> {
    const byKind = new Map<string, Promise<readonly unknown[]>>();
    for (const row of rows) {
      if (row.content_hash === null) {
        byKind.set(row.kind, Promise.resolve([]));
        continue;
      }
      let entry = this.#entries.get(row.content_hash);
      if (!entry) {
        const blob = await trx<SnapshotBlobRow>('snapshot_blob')
          .where({
            target_id: row.target_id,
            kind: row.kind,
            hash: row.content_hash,
          })
          .first();
        if (!blob) {
          throw new Error(
            `The items of ${row.kind} of ${row.target_id} are missing`,
          );
        }
        entry = { items: unpack<readonly unknown[]>(blob.body) };
        // A blob that can't be unpacked fails whoever waits for it.
        entry.items.catch(() => {});
        this.#entries.set(row.content_hash, entry, {
          size: Math.max(1, blob.json_bytes),
        });
      }
      byKind.set(row.kind, entry.items);
    }
    return byKind;
  }

  /** Takes a scope from the database, with what is new of its health. */
  async loadScope(
    trx: Knex.Transaction,
    options: { target: TargetRow; rows: readonly SnapshotRow[] },
  ): Promise<ScopeReading> {
    const { target, rows } = options;
    return {
      target,
      rows,
      kinds: await this.load(trx, rows),
      health: await this.#loadHealth(trx, target),
    };
  }

  /** Indexes a scope, or gives the index there is of the same reading. */
  async index(reading: ScopeReading): Promise<ScopeIndex> {
    const { target, rows, kinds, health } = reading;
    const key = JSON.stringify([rows, health.seq]);
    const known = this.#indexes.get(target.id);
    if (known?.key === key) {
      return known.index;
    }
    const index = indexScope({
      accountId: target.account_id ?? '',
      region: target.region ?? '',
      kinds: (await kindSnapshots(rows, kinds)) as ScopeSnapshot['kinds'],
      health: health.byArn,
    });
    this.#indexes.set(target.id, { key, index });
    return index;
  }

  async #loadHealth(
    trx: Knex.Transaction,
    target: TargetRow,
  ): Promise<HealthState> {
    const known = this.#health.get(target.id);
    if (known?.seq === target.health_seq) {
      return known;
    }
    const newer = known && known.seq < target.health_seq ? known : undefined;
    const rows = await trx<TargetHealthRow>('target_health')
      .where({ target_id: target.id })
      .where('seq', '>', newer?.seq ?? -1);
    // A copy: an index that is in use keeps what it was made of.
    const byArn = new Map(newer?.byArn);
    for (const row of rows) {
      byArn.set(row.arn, {
        targetGroupArn: row.arn,
        observedAt: row.observed_at,
        targets: JSON.parse(row.body),
      });
    }
    const state = { seq: target.health_seq, byArn };
    this.#health.set(target.id, state);
    return state;
  }
}

/** Rows and their items as the domain takes them, by kind. */
export async function kindSnapshots(
  rows: readonly SnapshotRow[],
  kinds: ReadonlyMap<string, Promise<readonly unknown[]>>,
): Promise<Record<string, KindSnapshot<unknown>>> {
  const result: Record<string, KindSnapshot<unknown>> = {};
  for (const row of rows) {
    result[row.kind] = {
      coverage: row.coverage,
      reason: parseColumn(row.reason),
      sweptAt: row.swept_at ?? undefined,
      observedAt: row.observed_at ?? undefined,
      attemptedAt: row.attempted_at,
      serverTime: row.server_time ?? undefined,
      items: (await kinds.get(row.kind)) ?? [],
    };
  }
  return result;
}
