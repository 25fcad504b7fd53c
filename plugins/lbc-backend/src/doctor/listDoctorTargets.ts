import type {
  DoctorNotRead,
  DoctorSource,
  DoctorTargetInput,
  Message,
  NotRead,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { parseColumn } from '../store/json';
import { HEALTH_KIND } from '../store/operations/putHealth';
import { listCoverage } from '../store/read/listCoverage';
import type { StackDetailRow, TargetRow } from '../store/tables';
import type { EngineSettings } from '../sweeps/settings';

/** Readings of stacks that are looked at for the newest of each target. */
const NEWEST = 200;

/** Clusters and scopes with their coverage, as the doctor wants them. */
export async function listDoctorTargets(
  db: Knex,
  schedule: EngineSettings['schedule'],
): Promise<DoctorTargetInput[]> {
  const rows: TargetRow[] = await db<TargetRow>('target')
    .whereNull('retired_at')
    .orderBy('id');
  const [sources, notRead, controllers, subjects] = await Promise.all([
    listSources(db, schedule),
    listNotRead(db),
    countBy(db('controller')),
    countBy(db('subject').whereNull('ended_at').whereNotNull('cluster')),
  ]);
  return rows.map(row => {
    const { id, kind, name } = row;
    const problem = row.unreadable ?? row.problem;
    return {
      id,
      kind,
      name,
      ...(row.observed_at !== null && { observedAt: row.observed_at }),
      ...(row.attempted_at !== null && { attemptedAt: row.attempted_at }),
      ...(problem !== null && { problem: parseColumn<Message>(problem) }),
      ...(row.unreadable !== null && { unreadable: true }),
      cadenceSeconds:
        (kind === 'cluster' ? schedule.clusterMs : schedule.scopeMs) / 1_000,
      sources: sources.get(id) ?? [],
      notRead: notRead.get(id) ?? [],
      ...(kind === 'cluster' && {
        holds: {
          controllers: controllers.get(name) ?? 0,
          subjects: subjects.get(name) ?? 0,
        },
      }),
    };
  });
}

async function listSources(
  db: Knex,
  { healthMs }: EngineSettings['schedule'],
): Promise<Map<string, DoctorSource[]>> {
  const items = await listCoverage(db);
  const byTarget = new Map<string, DoctorSource[]>();
  for (const { target, kind, reason, ...item } of items) {
    // What is of the target as a whole, its row says.
    if (kind === 'cluster' || kind === 'scope') {
      continue;
    }
    const source: DoctorSource = {
      kind,
      coverage: item.coverage,
      // It was written by a sweep, which speaks in codes of the catalogue.
      ...(reason && { reason: reason as Message }),
      ...(item.refused && { refused: item.refused }),
      ...(item.observedAt !== undefined && { observedAt: item.observedAt }),
      attemptedAt: item.attemptedAt,
      // A job of its own, with an interval of its own.
      ...(kind === HEALTH_KIND && { cadenceSeconds: healthMs / 1_000 }),
    };
    byTarget.set(target, [...(byTarget.get(target) ?? []), source]);
  }
  return byTarget;
}

/** By target: what its newest reading of a stack could not read. */
async function listNotRead(db: Knex): Promise<Map<string, DoctorNotRead[]>> {
  const rows: Array<Pick<StackDetailRow, 'not_read' | 'observed_at'>> =
    await db<StackDetailRow>('stack_detail')
      .whereNotNull('not_read')
      .whereNotNull('observed_at')
      .orderBy('observed_at', 'desc')
      .limit(NEWEST)
      .select('not_read', 'observed_at');
  const byTarget = new Map<string, DoctorNotRead[]>();
  for (const { not_read, observed_at } of rows) {
    const parts = parseColumn<Record<string, NotRead[]>>(not_read) ?? {};
    for (const [target, notRead] of Object.entries(parts)) {
      if (!byTarget.has(target)) {
        byTarget.set(
          target,
          notRead.map(each => ({ ...each, observedAt: observed_at ?? '' })),
        );
      }
    }
  }
  return byTarget;
}

async function countBy(query: Knex.QueryBuilder): Promise<Map<string, number>> {
  const rows: Array<{ cluster: string; n: number | string }> = await query
    .groupBy('cluster')
    .select('cluster')
    .count({ n: '*' });
  return new Map(rows.map(({ cluster, n }) => [cluster, Number(n)]));
}
