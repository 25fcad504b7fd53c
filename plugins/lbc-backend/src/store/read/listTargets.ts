import type { Knex } from 'knex';
import { parseColumn } from '../json';
import type { TargetRow } from '../tables';
import type { ReadStore } from '../types';

/** Clusters and scopes that are swept. */
export async function listTargets(
  db: Knex,
): ReturnType<ReadStore['listTargets']> {
  const rows = await db<TargetRow>('target')
    .whereNull('retired_at')
    .orderBy('id');
  return rows.map(({ id, observed_at, unreadable, problem }) => {
    const reason = unreadable ?? problem;
    return {
      id,
      ...(observed_at !== null && { observedAt: observed_at }),
      ...(reason !== null && { problem: parseColumn(reason) }),
    };
  });
}
