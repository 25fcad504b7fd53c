import type { TargetBinding } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { SubjectOwnerRow, SubjectRow, TargetBindingRow } from '../tables';

/** The most target bindings of a subject whose Events are looked for. */
const MOST_BINDINGS = 200;

/**
 * Narrows a query to the Events of a subject's owners and target bindings;
 * there are none where no cluster is known.
 */
export async function ownerEvents(
  db: Knex,
  subject: Pick<SubjectRow, 'id' | 'cluster'>,
): Promise<((query: Knex.QueryBuilder) => void) | undefined> {
  const { id, cluster } = subject;
  if (cluster === null) {
    return undefined;
  }
  const bodies: Array<Pick<TargetBindingRow, 'body'>> =
    await db<TargetBindingRow>('target_binding')
      .where({ subject_id: id })
      .orderBy('id')
      .limit(MOST_BINDINGS)
      .select('body');
  const bindings = bodies.map(({ body }) => {
    const { namespace, name }: TargetBinding = JSON.parse(body);
    return [namespace, name];
  });
  return query =>
    query.where({ cluster }).andWhere(either => {
      either.whereExists(
        db<SubjectOwnerRow>('subject_owner')
          .where('subject_owner.subject_id', id)
          .where('subject_owner.kind', db.ref('owner_event.kind'))
          .where('subject_owner.namespace', db.ref('owner_event.namespace'))
          .where('subject_owner.name', db.ref('owner_event.name'))
          .select('subject_owner.subject_id'),
      );
      if (bindings.length > 0) {
        either.orWhere(binding =>
          binding
            .where('kind', 'TargetGroupBinding')
            .whereIn(['namespace', 'name'], bindings),
        );
      }
    });
}
