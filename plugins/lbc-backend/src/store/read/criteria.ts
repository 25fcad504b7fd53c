import type { Knex } from 'knex';
import type {
  EntityMatchRow,
  EntitySubjectRow,
  SubjectOwnerRow,
} from '../tables';
import type { SubjectCriteria, SubjectFilter } from '../types';

/** Columns of `subject` that are compared as they are. */
const COLUMNS = {
  cluster: 'subject.cluster',
  accountId: 'subject.account_id',
  region: 'subject.region',
} as const;

/**
 * A condition tree as SQL over `subject`. A condition whose column is null is
 * not met, and its negation is: what is not known to be in a cluster is not in
 * it.
 */
export function applyCriteria(
  db: Knex,
  query: Knex.QueryBuilder,
  criteria: SubjectCriteria,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(inner => applyCriteria(db, inner, part));
    }
    return;
  }
  if ('anyOf' in criteria) {
    query.andWhere(inner => {
      for (const part of criteria.anyOf) {
        inner.orWhere(each => applyCriteria(db, each, part));
      }
    });
    return;
  }
  if ('not' in criteria) {
    query.whereNot(inner => applyCriteria(db, inner, criteria.not));
    return;
  }
  applyFilter(db, query, criteria);
}

function applyFilter(
  db: Knex,
  query: Knex.QueryBuilder,
  { key, values }: SubjectFilter,
): void {
  switch (key) {
    case 'namespace':
      query.whereIn(
        'subject.id',
        db<SubjectOwnerRow>('subject_owner')
          .whereIn('namespace', values)
          .select('subject_id'),
      );
      return;
    case 'derivedOwner':
      query.whereIn(
        'subject.id',
        db<EntitySubjectRow & EntityMatchRow>('entity_subject')
          .join(
            'entity_match',
            'entity_match.entity_ref',
            'entity_subject.entity_ref',
          )
          .where('entity_subject.claim_only', false)
          .whereIn('entity_match.owner', values)
          .select('entity_subject.subject_id'),
      );
      return;
    default:
      // Never null, or a negation would neither be true nor false.
      query.where(inner =>
        inner.whereNotNull(COLUMNS[key]).whereIn(COLUMNS[key], values),
      );
  }
}
