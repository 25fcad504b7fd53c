import type { Knex } from 'knex';
import type { SubjectRow } from '../tables';

/** Notes that somebody looks at a subject: its health is read first. */
export async function touchSubject(
  db: Knex,
  options: { id: string; now: string },
): Promise<void> {
  await db<SubjectRow>('subject')
    .where({ id: options.id })
    .update({ looked_at: options.now });
}
