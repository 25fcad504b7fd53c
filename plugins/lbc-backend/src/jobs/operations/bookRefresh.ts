import type { Knex } from 'knex';
import type { RefreshRow } from '../../store/tables';
import type { JobControl } from '../../store/types';
import { getRefresh } from './getRefresh';

/**
 * Books a refresh if none was within the interval. One statement decides, so
 * that of two replicas one books and the other is told.
 */
export async function bookRefresh(
  options: { db: Knex } & Parameters<JobControl['bookRefresh']>[0],
): ReturnType<JobControl['bookRefresh']> {
  const { db, entityRef, targets, at, minIntervalSeconds } = options;
  const requestedAt = new Date(at).toISOString();
  const cutoff = new Date(
    Date.parse(requestedAt) - minIntervalSeconds * 1_000,
  ).toISOString();
  const booked = await db<RefreshRow>('refresh')
    .insert({
      entity_ref: entityRef,
      requested_at: requestedAt,
      targets: JSON.stringify(targets),
    })
    .onConflict('entity_ref')
    .merge()
    .where('refresh.requested_at', '<=', cutoff)
    .returning('entity_ref');
  if (booked.length > 0) {
    return { booked: true, requestedAt, targets: [...targets] };
  }
  const before = await getRefresh({ db, entityRef });
  return {
    booked: false,
    requestedAt: before?.requestedAt ?? requestedAt,
    targets: before?.targets ?? [],
  };
}
