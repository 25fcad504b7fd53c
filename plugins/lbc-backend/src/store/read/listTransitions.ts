import type { Knex } from 'knex';
import type { Transition } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import type { TransitionRow } from '../tables';
import type { ReadStore } from '../types';
import { cursorCodec } from './cursor';

const cursors = cursorCodec('transitions', z.tuple([z.number().int()]));

/** Changes of state of one subject, newest first. */
export async function listTransitions(
  db: Knex,
  options: Parameters<ReadStore['listTransitions']>[0],
): ReturnType<ReadStore['listTransitions']> {
  const { subjectId, limit } = options;
  const after = cursors.decode(options.cursor);
  const [{ n }] = await db<TransitionRow>('transition')
    .where({ subject_id: subjectId })
    .count({ n: '*' });
  const query = db<TransitionRow>('transition')
    .where({ subject_id: subjectId })
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (after) {
    query.where('seq', '<', after[0]);
  }
  const rows: TransitionRow[] = await query;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(transitionOf),
    total: Number(n),
    ...(last && { nextCursor: cursors.encode([last.seq]) }),
  };
}

/** A change of state as the API says it. */
export function transitionOf(row: TransitionRow): Transition {
  return {
    id: String(row.seq),
    ...(row.from_state !== null && { from: row.from_state }),
    ...(row.to_state !== null && { to: row.to_state }),
    at: row.at,
    cause: row.cause,
    because: JSON.parse(row.because),
    evidence: JSON.parse(row.evidence),
  };
}
