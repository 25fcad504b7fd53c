import {
  CoverageItem,
  isWhole,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { parseColumn } from '../json';
import type { SnapshotRow, TargetRow, UnitRow } from '../tables';
import type { ReadStore } from '../types';
import { clusterTargetId, parseUnitId } from '../units';

/** Coverage of every kind; a target that could not be swept at all is one item. */
export async function listCoverage(
  db: Knex,
  options: NonNullable<Parameters<ReadStore['listCoverage']>[0]> = {},
): ReturnType<ReadStore['listCoverage']> {
  const { targets, incompleteOnly } = options;
  const known = db<TargetRow>('target').whereNull('retired_at').orderBy('id');
  if (targets) {
    known.whereIn('id', [...targets]);
  }
  const targetRows: TargetRow[] = await known;
  const kinds = db<SnapshotRow>('snapshot')
    .whereIn(
      'target_id',
      targetRows.map(({ id }) => id),
    )
    .orderBy(['target_id', 'kind']);
  const doubts = await listDoubts(db);
  const byTarget = new Map<string, CoverageItem[]>();
  for (const row of await kinds) {
    const item = withDoubt(itemOf(row), doubts.get(row.target_id));
    if (incompleteOnly && isWhole(item.coverage)) {
      continue;
    }
    byTarget.set(row.target_id, [...(byTarget.get(row.target_id) ?? []), item]);
  }
  return targetRows.flatMap(target => [
    ...wholeOf(target),
    ...(byTarget.get(target.id) ?? []),
  ]);
}

type Doubts = NonNullable<UnitResult['doubts']>;

/** By target: what correlate doubts of a cluster's lists. */
async function listDoubts(db: Knex): Promise<Map<string, Doubts>> {
  const rows = await db<UnitRow>('unit')
    .whereNotNull('doubts')
    .select('id', 'doubts');
  return new Map(
    rows.flatMap(({ id, doubts }) => {
      const unit = parseUnitId(id);
      return unit.kind === 'cluster'
        ? [[clusterTargetId(unit.cluster), parseColumn<Doubts>(doubts) ?? {}]]
        : [];
    }),
  );
}

/** What ended as complete and cannot be whole is `partial`. */
function withDoubt(item: CoverageItem, doubts: Doubts = {}): CoverageItem {
  const reason = doubts[item.kind];
  return reason && item.coverage === 'complete'
    ? { ...item, coverage: 'partial', reason }
    : item;
}

function sourceOf(targetId: string): CoverageItem['source'] {
  return targetId.startsWith('cluster:') ? 'kubernetes' : 'aws';
}

function itemOf(row: SnapshotRow): CoverageItem {
  return {
    source: sourceOf(row.target_id),
    target: row.target_id,
    kind: row.kind,
    coverage: row.coverage,
    ...(row.reason !== null && { reason: parseColumn(row.reason) }),
    ...(row.refused !== null && { refused: parseColumn(row.refused) }),
    ...(row.observed_at !== null && { observedAt: row.observed_at }),
    attemptedAt: row.attempted_at,
    items: row.items,
  };
}

/** Why a target was not swept as a whole. */
function wholeOf(target: TargetRow): CoverageItem[] {
  const reason = target.unreadable ?? target.problem;
  if (reason === null) {
    return [];
  }
  return [
    {
      source: sourceOf(target.id),
      target: target.id,
      kind: target.kind,
      coverage: target.unreadable !== null ? 'denied' : 'failed',
      reason: parseColumn(reason),
      ...(target.observed_at !== null && { observedAt: target.observed_at }),
      attemptedAt: target.attempted_at ?? target.discovered_at,
      items: 0,
    },
  ];
}
