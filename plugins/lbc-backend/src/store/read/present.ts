import type {
  SubjectSummary,
  TargetBinding,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { getStackDetail } from './getStackDetail';
import { parseObserved, refreshTime, UnitObserved } from '../observed';
import { unpack } from '../pack';
import type { PackedDetail, StoredSummary } from '../summary';
import type {
  SubjectRow,
  SubjectTargetGroupRow,
  TargetBindingRow,
  TargetHealthRow,
  UnitRow,
} from '../tables';
import type { StoredDetail } from '../types';
import { clusterTargetId, scopeTargetId } from '../units';

/** Sweeps and health behind subjects, read once a page. */
export interface Ages {
  observed: Map<string, UnitObserved>;
  /** By subject id: when the health of its target groups was read, the oldest. */
  health: Map<string, string>;
}

/**
 * Reads how young what subjects say is: later sweeps and health readings that
 * showed the same do not touch a subject's row, but they confirm it.
 */
export async function readAges(
  db: Knex,
  rows: ReadonlyArray<Pick<SubjectRow, 'id' | 'unit_id'>>,
): Promise<Ages> {
  const units = await db<UnitRow>('unit')
    .whereIn('id', [...new Set(rows.map(({ unit_id }) => unit_id))])
    .select('id', 'observed');
  const health: Array<{ subject_id: string; observed_at: string }> = await db<
    SubjectTargetGroupRow & TargetHealthRow
  >('subject_target_group')
    .join('target_health', 'target_health.arn', 'subject_target_group.arn')
    .join('subject', 'subject.id', 'subject_target_group.subject_id')
    .join('unit', 'unit.id', 'subject.unit_id')
    .whereIn(
      'subject_target_group.subject_id',
      rows.map(({ id }) => id),
    )
    .groupBy('subject_target_group.subject_id')
    // A change that the unit was not judged by yet confirms nothing.
    .havingRaw('max(target_health.changed_at) <= max(unit.run_at)')
    .select('subject_target_group.subject_id')
    .min('target_health.observed_at as observed_at');
  return {
    observed: new Map(
      units.map(({ id, observed }) => [id, parseObserved(observed)]),
    ),
    health: new Map(
      health.map(({ subject_id, observed_at }) => [subject_id, observed_at]),
    ),
  };
}

/** Sweeps of the sources that a subject rests on. */
function sweepsOf(row: SubjectRow, ages: Ages) {
  const observed = ages.observed.get(row.unit_id) ?? {};
  return {
    kubernetes:
      row.unit_id.startsWith('cluster:') && row.cluster !== null
        ? observed[clusterTargetId(row.cluster)]
        : undefined,
    aws: row.account_id
      ? observed[scopeTargetId(`${row.account_id}/${row.region}`)]
      : undefined,
  };
}

/** A subject's row as lists show it. */
export function presentSummary(row: SubjectRow, ages: Ages): SubjectSummary {
  const stored: StoredSummary = JSON.parse(row.summary);
  const { kubernetes, aws } = sweepsOf(row, ages);
  const sweeps = [kubernetes, aws].filter(sweep => sweep !== undefined);
  const healthAt = ages.health.get(row.id);
  const { targets } = stored;
  return {
    ...stored,
    since: row.since,
    sinceFirstSeen: Boolean(row.since_first_seen),
    observedAt:
      row.ended_at === null && sweeps.length > 0
        ? refreshTime(stored.observedAt, sweeps)
        : stored.observedAt,
    targets:
      row.ended_at === null && healthAt && targets.observedAt
        ? { ...targets, observedAt: maxOf(targets.observedAt, healthAt) }
        : targets,
  };
}

/** A subject's row as its page shows it. */
export async function presentDetail(
  db: Knex,
  row: SubjectRow,
  ages: Ages,
): Promise<StoredDetail> {
  const packed = await unpack<PackedDetail>(row.detail);
  const bindings = await db<TargetBindingRow>('target_binding')
    .where({ subject_id: row.id })
    .orderBy('id');
  const summary = presentSummary(row, ages);
  const sweeps = sweepsOf(row, ages);
  const detail = await getStackDetail(db, {
    subjectId: row.id,
    dnsName: summary.loadBalancer?.dnsName,
  });
  const refresh = (each: StoredDetail['evidence'][number]) => {
    const sweep =
      each.source === 'kubernetes' || each.source === 'aws'
        ? sweeps[each.source]
        : undefined;
    return each.observedAt && sweep && row.ended_at === null
      ? { ...each, observedAt: refreshTime(each.observedAt, [sweep]) }
      : each;
  };
  return {
    ...packed,
    // Rows of before there were any have none.
    findings: (packed.findings ?? []).map(finding => ({
      ...finding,
      evidence: finding.evidence.map(refresh),
    })),
    ...(detail && { detail }),
    evidence: packed.evidence.map(refresh),
    targetBindings: bindings.map(({ body }) => {
      const { uid, ...binding }: TargetBinding = JSON.parse(body);
      return binding as StoredDetail['targetBindings'][number];
    }),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: maxOf(row.last_seen_at, summary.observedAt),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}

function maxOf(a: string, b: string): string {
  return a > b ? a : b;
}
