import type {
  TimelineEvent,
  TimelineItem,
  WatchGap,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isGap } from '../operations/noteGap';
import type {
  OwnerEventRow,
  SubjectRow,
  TargetRow,
  TransitionRow,
  WatchGapRow,
} from '../tables';
import type { ReadStore } from '../types';
import { clusterTargetId, scopeTargetId } from '../units';
import { cursorCodec } from './cursor';
import { transitionOf } from './listTransitions';
import { ownerEvents } from './ownerEvents';

/** Time, source and number of the last item of a page. */
type Key = [at: string, rank: number, seq: number];

const cursors = cursorCodec<Key>(
  'timeline',
  z.tuple([z.string(), z.number().int(), z.number().int()]),
);

/** The order of what happened at the same time. */
const RANKS = { transition: 0, event: 1, gap: 2 } as const;

/** A gap that still lasts; there is one a target at most. */
const OPEN = Number.MAX_SAFE_INTEGER;

interface Entry {
  key: Key;
  item: TimelineItem;
}

interface Asked {
  limit: number;
  after: Key | undefined;
}

/**
 * What happened to one subject, newest first: changes of its state, Events of
 * its owners and target bindings, and times in which nobody looked.
 */
export async function listTimeline(
  db: Knex,
  options: Parameters<ReadStore['listTimeline']>[0],
): ReturnType<ReadStore['listTimeline']> {
  const { subjectId, limit, now } = options;
  const subject = await db<SubjectRow>('subject')
    .where({ id: subjectId })
    .first();
  if (!subject) {
    return { items: [] };
  }
  const asked = { limit: limit + 1, after: cursors.decode(options.cursor) };
  const entries = [
    ...(await transitions(db, { subjectId, ...asked })),
    ...(await events(db, { subject, ...asked })),
    ...(await gaps(db, { subject, now, ...asked })),
  ].sort(newestFirst);
  const shown = entries.slice(0, limit);
  const last = entries.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ item }) => item),
    ...(last && { nextCursor: cursors.encode(last.key) }),
  };
}

function newestFirst({ key: a }: Entry, { key: b }: Entry): number {
  if (a[0] !== b[0]) {
    return a[0] > b[0] ? -1 : 1;
  }
  return a[1] - b[1] || b[2] - a[2];
}

/** Continues a list of one source after a key. */
function page<T extends Knex.QueryBuilder>(
  query: T,
  options: Asked & { at: string; rank: number },
): T {
  const { limit, after, at, rank } = options;
  query
    .orderBy([
      { column: at, order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .limit(limit);
  if (after) {
    const [time, afterRank, seq] = after;
    query.andWhere(inner => {
      inner.where(at, '<', time);
      if (rank > afterRank) {
        inner.orWhere(at, time);
      } else if (rank === afterRank) {
        inner.orWhere(same => same.where(at, time).where('seq', '<', seq));
      }
    });
  }
  return query;
}

async function transitions(
  db: Knex,
  options: Asked & { subjectId: string },
): Promise<Entry[]> {
  const { subjectId, ...asked } = options;
  const rows: TransitionRow[] = await page(
    db<TransitionRow>('transition').where({ subject_id: subjectId }),
    { ...asked, at: 'at', rank: RANKS.transition },
  );
  return rows.map(row => ({
    key: [row.at, RANKS.transition, Number(row.seq)],
    item: { type: 'transition', at: row.at, transition: transitionOf(row) },
  }));
}

async function events(
  db: Knex,
  options: Asked & { subject: SubjectRow },
): Promise<Entry[]> {
  const { subject, ...asked } = options;
  const ofOwners = await ownerEvents(db, subject);
  if (!ofOwners) {
    return [];
  }
  const rows: OwnerEventRow[] = await page(
    db<OwnerEventRow>('owner_event').modify(ofOwners),
    {
      ...asked,
      at: 'last_at',
      rank: RANKS.event,
    },
  );
  return rows.map(row => ({
    key: [row.last_at, RANKS.event, Number(row.seq)],
    item: { type: 'event', at: row.last_at, event: eventOf(row) },
  }));
}

function eventOf(row: OwnerEventRow): TimelineEvent {
  return {
    id: String(row.seq),
    object: { kind: row.kind, namespace: row.namespace, name: row.name },
    ...(row.object_uid !== null && { objectUid: row.object_uid }),
    ...(row.type !== null && { level: row.type }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.message !== null && { text: row.message }),
    ...(row.source !== null && { reporter: row.source }),
    firstAt: row.first_at,
    count: row.count,
  };
}

async function gaps(
  db: Knex,
  options: Asked & { subject: SubjectRow; now: string },
): Promise<Entry[]> {
  const { subject, now, ...asked } = options;
  const { cluster, account_id: account, region } = subject;
  const ids = [
    ...(cluster === null ? [] : [clusterTargetId(cluster)]),
    ...(account === null || region === null
      ? []
      : [scopeTargetId(`${account}/${region}`)]),
  ];
  const closed: WatchGapRow[] = await page(
    db<WatchGapRow>('watch_gap')
      .whereIn('target_id', ids)
      // Only while there was something to watch.
      .where('to_at', '>', subject.first_seen_at)
      .where('from_at', '<', subject.ended_at ?? now),
    { ...asked, at: 'from_at', rank: RANKS.gap },
  );
  const open = subject.ended_at === null ? await openGaps(db, ids, now) : [];
  const { after } = asked;
  return [
    ...closed.map(row =>
      gapEntry(Number(row.seq), {
        target: row.target_id,
        from: row.from_at,
        to: row.to_at,
      }),
    ),
    ...open.map((gap, index) => gapEntry(OPEN - index, gap)),
  ].filter(
    ({ key }) =>
      !after || newestFirst({ key: after } as Entry, { key } as Entry) < 0,
  );
}

function gapEntry(seq: number, gap: WatchGap): Entry {
  return {
    key: [gap.from, RANKS.gap, seq],
    item: { type: 'gap', at: gap.from, gap },
  };
}

/** Targets that have not been read for longer than they should. */
async function openGaps(
  db: Knex,
  ids: readonly string[],
  now: string,
): Promise<WatchGap[]> {
  const targets = await db<TargetRow>('target')
    .whereIn('id', [...ids])
    .orderBy('id');
  return targets.flatMap(({ id, observed_at: from, cadence_ms: cadence }) =>
    from !== null &&
    cadence !== null &&
    isGap({ from, to: now }, Number(cadence))
      ? [{ target: id, from }]
      : [],
  );
}
