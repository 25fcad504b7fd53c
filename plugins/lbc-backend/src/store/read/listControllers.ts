import type { Knex } from 'knex';
import { z } from 'zod';
import { parseObserved, refreshTime } from '../observed';
import type { ControllerRow, UnitRow } from '../tables';
import type { Controller } from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore } from '../types';
import { clusterTargetId } from '../units';
import { cursorCodec } from './cursor';

const cursors = cursorCodec(
  'controllers',
  z.tuple([z.string(), z.string(), z.string()]),
);

/** Controllers, by cluster and name. */
export async function listControllers(
  db: Knex,
  options: Parameters<ReadStore['listControllers']>[0],
): ReturnType<ReadStore['listControllers']> {
  const { clusters, limit } = options;
  const after = cursors.decode(options.cursor);
  const among = () => {
    const query = db<ControllerRow>('controller');
    return clusters ? query.whereIn('cluster', [...clusters]) : query;
  };
  const [{ n }] = await among().count({ n: '*' });
  const query = among()
    .orderBy(['cluster', 'namespace', 'name'])
    .limit(limit + 1);
  if (after) {
    query.whereRaw('(cluster, namespace, name) > (?, ?, ?)', after);
  }
  const rows: ControllerRow[] = await query.select('*');
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const units = await db<UnitRow>('unit')
    .whereIn('id', [...new Set(shown.map(({ unit_id }) => unit_id))])
    .select('id', 'observed');
  const observed = new Map(
    units.map(unit => [unit.id, parseObserved(unit.observed)]),
  );
  return {
    items: shown.map(row => {
      const controller: Controller = JSON.parse(row.body);
      const sweep = observed.get(row.unit_id)?.[clusterTargetId(row.cluster)];
      return sweep
        ? {
            ...controller,
            observedAt: refreshTime(controller.observedAt, [sweep]),
          }
        : controller;
    }),
    total: Number(n),
    ...(last && {
      nextCursor: cursors.encode([last.cluster, last.namespace, last.name]),
    }),
  };
}
