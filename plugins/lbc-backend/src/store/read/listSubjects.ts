import type { Knex } from 'knex';
import { z } from 'zod';
import type { EntitySubjectRow, SubjectRow } from '../tables';
import type { EntityMatch, ReadStore } from '../types';
import { applyCriteria } from './criteria';
import { cursorCodec } from './cursor';
import { presentSummary, readAges } from './present';

type Options = Parameters<ReadStore['listSubjects']>[0];

const cursors = cursorCodec(
  'subjects',
  z.tuple([z.number().int(), z.string(), z.string()]),
);

type Row = SubjectRow & EntitySubjectRow;

/**
 * Subjects of entities, most urgent first. A subject that several of the
 * entities see is listed once, by the match that is more than a claim and
 * strongest.
 */
export async function listSubjects(
  db: Knex,
  options: Options,
): ReturnType<ReadStore['listSubjects']> {
  const { criteria, limit } = options;
  const after = cursors.decode(options.cursor);
  const counts = await count(db, options);

  const page = matching(db, options).orderBy([
    'subject.urgency',
    'subject.sort_name',
    'subject.id',
  ]);
  if (criteria) {
    page.andWhere(inner => applyCriteria(db, inner, criteria));
  }
  if (after) {
    page.whereRaw(
      '(subject.urgency, subject.sort_name, subject.id) > (?, ?, ?)',
      after,
    );
  }
  const rows: Row[] = await page
    .select('subject.*', 'match.*')
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const ages = await readAges(db, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(row => ({
      summary: presentSummary(row, ages),
      match: matchOf(row),
      entityRef: row.entity_ref,
    })),
    ...counts,
    ...(last && {
      nextCursor: cursors.encode([last.urgency, last.sort_name, last.id]),
    }),
  };
}

function matching(
  db: Knex,
  { entityRefs, states }: Options,
): Knex.QueryBuilder<SubjectRow & EntitySubjectRow> {
  const ranked = db<EntitySubjectRow>('entity_subject')
    .whereIn('entity_ref', [...entityRefs])
    .select('*')
    .rowNumber('place', query =>
      query
        .partitionBy('subject_id')
        .orderBy('claim_only')
        .orderBy('via_rank')
        .orderBy('entity_ref'),
    );
  const query = db(ranked.as('match'))
    .join('subject', 'subject.id', 'match.subject_id')
    .where('match.place', 1)
    .whereNull('subject.ended_at');
  if (states) {
    query.whereIn('subject.state', [...states]);
  }
  return query;
}

async function count(
  db: Knex,
  options: Options,
): Promise<{ total: number; hidden: number; hiddenClaims: boolean }> {
  const tally = (query: Knex.QueryBuilder) =>
    query.select({
      claims: db.raw('sum(case when match.claim_only then 1 else 0 end)'),
      others: db.raw('sum(case when match.claim_only then 0 else 1 end)'),
    });
  const { criteria } = options;
  const [all] = await tally(matching(db, options));
  const [seen] = criteria
    ? await tally(
        matching(db, options).andWhere(inner =>
          applyCriteria(db, inner, criteria),
        ),
      )
    : [all];
  return {
    total: Number(seen.claims) + Number(seen.others),
    hidden: Number(all.others) - Number(seen.others),
    hiddenClaims: Number(all.claims) > Number(seen.claims),
  };
}

function matchOf(row: Row): EntityMatch {
  return {
    subjectId: row.subject_id,
    via: row.via,
    claimOnly: Boolean(row.claim_only),
    ...(row.own_routes !== null && { ownRoutes: JSON.parse(row.own_routes) }),
    ...(row.objects !== null && { objects: JSON.parse(row.objects) }),
  };
}
