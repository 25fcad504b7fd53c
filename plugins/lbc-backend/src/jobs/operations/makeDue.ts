import type { Knex } from 'knex';
import type { JobRow } from '../../store/tables';
import { JobKind, priorityOf } from '../types';

/** Makes jobs due, at the latest, at a time; makes those that are not there. */
export async function makeDue(
  db: Knex,
  options: {
    jobs: ReadonlyArray<{ id: string; kind: JobKind; payload?: unknown }>;
    dueAt: number;
    priority?: number;
  },
): Promise<void> {
  // Always in the same order, or two transactions could wait for each other.
  const jobs = [...options.jobs].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, kind, payload } of jobs) {
    const priority = options.priority ?? priorityOf(kind);
    await db<JobRow>('sweep_target')
      .insert({
        id,
        kind,
        payload: JSON.stringify(payload ?? {}),
        due_at: options.dueAt,
        priority,
        attempts: 0,
      })
      .onConflict('id')
      .merge({
        payload: JSON.stringify(payload ?? {}),
        due_at: db.raw(
          'case when sweep_target.due_at is null or sweep_target.due_at > ? then ? else sweep_target.due_at end',
          [options.dueAt, options.dueAt],
        ),
        priority: db.raw(
          'case when sweep_target.priority > ? then sweep_target.priority else ? end',
          [priority, priority],
        ),
      });
  }
}
