import type { Knex } from 'knex';
import { takeWriteLock } from '../../store/sql';
import type { StackDetailRow } from '../../store/tables';
import type { JobControl } from '../../store/types';
import { jobIds, PRIORITY_ASKED } from '../types';
import { makeDue } from './makeDue';

/**
 * Books a reading of one stack if none was within the interval, and queues it.
 * One statement decides, so that of two replicas one books.
 */
export async function bookDetail(
  options: { db: Knex; nowMs: number } & Parameters<
    JobControl['bookDetail']
  >[0],
): ReturnType<JobControl['bookDetail']> {
  const { db, nowMs, subjectId, at, minIntervalSeconds } = options;
  const requestedAt = new Date(at).toISOString();
  const cutoff = new Date(
    Date.parse(requestedAt) - minIntervalSeconds * 1_000,
  ).toISOString();
  return db.transaction(async trx => {
    await takeWriteLock(trx);
    const booked = await trx<StackDetailRow>('stack_detail')
      .insert({ subject_id: subjectId, requested_at: requestedAt })
      .onConflict('subject_id')
      .merge(['requested_at'])
      .where(free =>
        free
          .whereNull('stack_detail.requested_at')
          .orWhere('stack_detail.requested_at', '<=', cutoff),
      )
      .returning('subject_id');
    if (booked.length === 0) {
      return { booked: false };
    }
    await makeDue(trx, {
      jobs: [
        {
          id: jobIds.detail(subjectId),
          kind: 'detail',
          payload: { subjectId },
        },
      ],
      dueAt: nowMs,
      priority: PRIORITY_ASKED,
    });
    return { booked: true };
  });
}
