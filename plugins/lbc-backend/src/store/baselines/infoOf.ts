import type { BaselineInfo, Message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { BaselineRow, BaselineStackRow } from './types';

/** A row as people see it. */
export async function infoOf(
  db: Knex,
  row: Omit<BaselineRow, 'cluster_side' | 'report'>,
): Promise<BaselineInfo> {
  const [{ done }] = await db<BaselineStackRow>('baseline_stack')
    .where({ baseline_id: row.id })
    .where(read => read.whereNotNull('read_at').orWhereNotNull('problem'))
    .count({ done: '*' });
  const notRead: Message[] = JSON.parse(row.not_read);
  return {
    id: row.id,
    cluster: row.cluster,
    name: row.name,
    by: row.by,
    startedAt: row.started_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    status: row.status,
    progress: { stacksDone: Number(done), stacksTotal: row.stacks_total ?? 0 },
    ...(row.version !== null && { version: row.version }),
    notRead,
    ...(row.bytes !== null && { bytes: Number(row.bytes) }),
  };
}

/** Columns without what is large. */
export const INFO_COLUMNS = [
  'id',
  'compared_with',
  'cluster',
  'cluster_uid',
  'name',
  'by',
  'started_at',
  'finished_at',
  'status',
  'subjects',
  'stacks_total',
  'version',
  'not_read',
  'bytes',
] as const;
