import type { Knex } from 'knex';
import { jobIds } from '../../jobs/types';
import { targetsOf } from '../../store/baselines/bookBaseline';
import { databaseNow } from '../../store/sql';
import type { JobRow } from '../../store/tables';
import { clusterUnitId } from '../../store/units';

/** So long a baseline waits for sweeps; then it does with what there is. */
const MOST_WAIT_MS = 300_000;

/** Where the sweeps stand that a baseline or a comparison rests on. */
export interface SweepsBehind {
  /** Nothing more is to be waited for. */
  ready: boolean;
  /** All load balancers of the scopes, and the cluster, were read since. */
  current: boolean;
}

/** Looks whether everything was swept and judged since a baseline was asked for. */
export async function sweepsBehind(
  db: Knex,
  options: { cluster: string; since: string; nowMs: number },
): Promise<SweepsBehind> {
  const { cluster, since, nowMs } = options;
  const targets = await targetsOf(db, cluster);
  const isRead = ({ swept_at }: { swept_at: string | null }) =>
    swept_at !== null && swept_at >= since;
  const attempted = targets.every(
    target =>
      isRead(target) ||
      target.unreadable !== null ||
      (target.problem !== null && (target.attempted_at ?? '') >= since),
  );
  const judging = await db<JobRow>('sweep_target')
    .where({ id: jobIds.correlate(clusterUnitId(cluster)) })
    .where(open =>
      open
        .where('due_at', '<=', nowMs)
        .orWhere(running =>
          running
            .whereNotNull('lease_token')
            .where('lease_until', '>=', databaseNow(db)),
        ),
    )
    .first('id');
  return {
    ready: (attempted && !judging) || nowMs - Date.parse(since) > MOST_WAIT_MS,
    current: targets.length > 0 && targets.every(isRead),
  };
}
