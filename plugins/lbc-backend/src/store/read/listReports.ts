import type { OwnerReport } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type {
  OwnerEventRow,
  SnapshotRow,
  SubjectRow,
  WatchGapRow,
} from '../tables';
import type { ReadStore } from '../types';
import { clusterTargetId } from '../units';
import { ownerEvents } from './ownerEvents';

/** The most Events that are looked through. */
const MOST_EVENTS = 2_000;

/** Events live an hour: so short a break hides none. */
const HARMLESS_MS = 50 * 60_000;

/** What was reported of a subject's owners, and since when nothing was missed. */
export async function listReports(
  db: Knex,
  ...[subjectId]: Parameters<ReadStore['listReports']>
): ReturnType<ReadStore['listReports']> {
  const subject = await db<SubjectRow>('subject')
    .where({ id: subjectId })
    .first();
  const ofOwners = subject && (await ownerEvents(db, subject));
  if (!subject || !ofOwners) {
    return { reports: [] };
  }
  const rows: OwnerEventRow[] = await db<OwnerEventRow>('owner_event')
    .modify(ofOwners)
    .orderBy('last_at', 'desc')
    .limit(MOST_EVENTS);
  const watchedFrom = await watchedSince(db, subject);
  return {
    reports: rows.map(row => ({
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      ...(row.object_uid !== null && { uid: row.object_uid }),
      report: reportOf(row),
    })),
    ...(watchedFrom !== undefined && { watchedFrom }),
  };
}

function reportOf(row: OwnerEventRow): OwnerReport {
  return {
    ...(row.type !== null && { type: row.type }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.message !== null && { message: row.message }),
    firstAt: row.first_at,
    lastAt: row.last_at,
    count: row.count,
  };
}

/** Since when the Events of a subject's cluster were read without a break. */
async function watchedSince(
  db: Knex,
  subject: SubjectRow,
): Promise<string | undefined> {
  const target = clusterTargetId(subject.cluster ?? '');
  const events = await db<SnapshotRow>('snapshot')
    .where({ target_id: target, kind: 'events' })
    .first();
  if (events?.coverage !== 'complete') {
    return undefined;
  }
  const gaps = await db<WatchGapRow>('watch_gap')
    .where({ target_id: target })
    .where('to_at', '>', subject.first_seen_at);
  return gaps
    .filter(
      ({ from_at, to_at }) =>
        Date.parse(to_at) - Date.parse(from_at) > HARMLESS_MS,
    )
    .map(({ to_at }) => to_at)
    .concat(subject.first_seen_at)
    .sort()
    .at(-1);
}
