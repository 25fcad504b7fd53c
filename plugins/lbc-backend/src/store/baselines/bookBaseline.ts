import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { makeDue } from '../../jobs/operations/makeDue';
import { jobIds, PRIORITY_ASKED } from '../../jobs/types';
import { takeWriteLock } from '../sql';
import type { SubjectRow, TargetRow } from '../tables';
import { clusterTargetId, scopeTargetId } from '../units';
import type { BaselineRow } from './types';

/**
 * Queues the reading of a baseline or of a comparison. One of a kind is read at
 * a time; then that one is answered.
 */
export async function bookBaseline(options: {
  db: Knex;
  nowMs: number;
  cluster: string;
  name: string;
  by: string;
  subjects?: readonly string[];
  comparedWith?: string;
}): Promise<{ created: boolean; id: string }> {
  const { db, nowMs, cluster, name, by, subjects, comparedWith } = options;
  return db.transaction(async trx => {
    await takeWriteLock(trx);
    const reading = await trx<BaselineRow>('baseline')
      .where({ cluster, status: 'reading' })
      .where({ compared_with: comparedWith ?? null })
      .first('id');
    if (reading) {
      return { created: false, id: reading.id };
    }
    const id = randomUUID();
    await trx<BaselineRow>('baseline').insert({
      id,
      compared_with: comparedWith ?? null,
      cluster,
      name,
      by,
      started_at: new Date(nowMs).toISOString(),
      status: 'reading',
      subjects: subjects ? JSON.stringify(subjects) : null,
      not_read: '[]',
    });
    await makeDue(trx, {
      jobs: [{ id: jobIds.baseline(id), kind: 'baseline', payload: { id } }],
      dueAt: nowMs,
      priority: PRIORITY_ASKED,
    });
    return { created: true, id };
  });
}

/** The cluster and the scopes that its load balancers are in, as far as they are swept. */
export async function targetsOf(
  db: Knex,
  cluster: string,
): Promise<TargetRow[]> {
  const places: Array<Pick<SubjectRow, 'account_id' | 'region'>> =
    await db<SubjectRow>('subject')
      .where({ cluster })
      .whereNull('ended_at')
      .whereNotNull('arn')
      .distinct('account_id', 'region');
  return db<TargetRow>('target')
    .whereNull('retired_at')
    .whereIn('id', [
      clusterTargetId(cluster),
      ...places.map(({ account_id, region }) =>
        scopeTargetId(`${account_id}/${region}`),
      ),
    ])
    .orderBy('id');
}
