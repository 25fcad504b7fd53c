import type { Knex } from 'knex';
import type {
  SubjectRow,
  SubjectTargetGroupRow,
  TargetHealthRow,
} from '../tables';

/** Health that somebody looks at is read again after this. */
const LOOKED_AT_AGE_MS = 60_000;
const LOOKED_AT_WITHIN_MS = 3_600_000;

/**
 * Which target groups to read next: looked at within the hour, last unhealthy,
 * the rest; within each, never read first, then the oldest. What is younger
 * than the interval waits, or the first would starve the others.
 */
export async function nextHealth(options: {
  db: Knex;
  targetId: string;
  arns: readonly string[];
  nowMs: number;
  intervalMs: number;
  limit: number;
}): Promise<{
  arns: string[];
  unread: number;
  more: boolean;
  nextAt?: number;
}> {
  const { db, targetId, arns, nowMs, intervalMs, limit } = options;
  const since = new Date(nowMs - LOOKED_AT_WITHIN_MS).toISOString();
  const lookedAt = new Set<string>(
    await db<SubjectTargetGroupRow>('subject_target_group')
      .whereIn(
        'subject_id',
        db<SubjectRow>('subject').where('looked_at', '>=', since).select('id'),
      )
      .pluck('arn'),
  );
  const known = new Map(
    (
      await db<TargetHealthRow>('target_health')
        .where({ target_id: targetId })
        .select('arn', 'observed_at', 'unhealthy')
    ).map(row => [row.arn, row]),
  );
  const candidates: Array<{ arn: string; rank: number; readAt: number }> = [];
  let nextAt: number | undefined;
  let unread = 0;
  for (const arn of arns) {
    const row = known.get(arn);
    const readAt = row ? Date.parse(row.observed_at) : 0;
    unread += row ? 0 : 1;
    const rank = rankOf(lookedAt.has(arn), Boolean(row?.unhealthy));
    const age =
      rank === 0 ? Math.min(LOOKED_AT_AGE_MS, intervalMs) : intervalMs;
    if (readAt + age <= nowMs) {
      candidates.push({ arn, rank, readAt });
    } else {
      nextAt = Math.min(nextAt ?? Infinity, readAt + age);
    }
  }
  candidates.sort((a, b) => a.rank - b.rank || a.readAt - b.readAt);
  return {
    arns: candidates.slice(0, limit).map(({ arn }) => arn),
    unread,
    more: candidates.length > limit,
    nextAt,
  };
}

function rankOf(lookedAt: boolean, unhealthy: boolean): number {
  if (lookedAt) {
    return 0;
  }
  return unhealthy ? 1 : 2;
}
