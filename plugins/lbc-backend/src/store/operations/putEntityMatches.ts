import { VIAS } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { orNull } from '../json';
import { chunks } from '../sql';
import type { EntityMatchRow, EntitySubjectRow } from '../tables';
import type { ReadStore } from '../types';

/**
 * Replaces an entity's matches. A match by older facts never replaces one by
 * newer ones; rows that stay the same are not touched.
 */
export async function putEntityMatches(
  db: Knex,
  options: Parameters<ReadStore['putEntityMatches']>[0],
): Promise<void> {
  const { entityRef, etag, factsVersion, matches, owner } = options;
  const rows = new Map(
    matches.map(({ subjectId, via, claimOnly, ownRoutes, objects }) => [
      subjectId,
      {
        entity_ref: entityRef,
        subject_id: subjectId,
        via,
        via_rank: VIAS.indexOf(via),
        claim_only: claimOnly,
        own_routes: orNull(ownRoutes && JSON.stringify(ownRoutes)),
        objects: orNull(objects && JSON.stringify(objects)),
      },
    ]),
  );
  await db.transaction(async trx => {
    const booked = await trx<EntityMatchRow>('entity_match')
      .insert({
        entity_ref: entityRef,
        etag,
        facts_version: factsVersion,
        owner: orNull(owner),
      })
      .onConflict('entity_ref')
      .merge()
      .where('entity_match.facts_version', '<=', factsVersion)
      .returning('entity_ref');
    if (booked.length === 0) {
      return;
    }
    const before = await trx<EntitySubjectRow>('entity_subject').where({
      entity_ref: entityRef,
    });
    const gone: string[] = [];
    for (const old of before) {
      const row = rows.get(old.subject_id);
      const same =
        row &&
        row.via === old.via &&
        row.claim_only === Boolean(old.claim_only) &&
        row.own_routes === old.own_routes &&
        row.objects === old.objects;
      if (same) {
        rows.delete(old.subject_id);
      } else {
        gone.push(old.subject_id);
      }
    }
    for (const some of chunks(gone)) {
      await trx<EntitySubjectRow>('entity_subject')
        .where({ entity_ref: entityRef })
        .whereIn('subject_id', some)
        .delete();
    }
    for (const some of chunks([...rows.values()], 100)) {
      await trx<EntitySubjectRow>('entity_subject').insert(some);
    }
  });
}
