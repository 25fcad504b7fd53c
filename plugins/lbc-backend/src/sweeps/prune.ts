import type { JobHandler } from '../jobs/types';
import { pruneBaselines } from '../store/baselines/pruneBaselines';
import { pruneHistory } from '../store/operations/pruneHistory';
import { scheduleBaselines } from './baselines/scheduleBaselines';
import type { SweepDeps } from './context';

const INTERVAL_MS = 3_600_000;

/** Lets go of what is older than it is kept, and takes the baselines that are due. */
export function prune(deps: SweepDeps): JobHandler {
  return {
    kind: 'prune',
    async run(context) {
      const { retentionMs, perSubject } = deps.settings.history;
      await context.commit(trx =>
        pruneHistory(trx, {
          before: new Date(deps.clock.now() - retentionMs).toISOString(),
          perSubject,
        }),
      );
      const { baselines } = deps.settings;
      await context.commit(trx =>
        pruneBaselines(trx, {
          before: new Date(
            deps.clock.now() - baselines.retentionMs,
          ).toISOString(),
          perCluster: baselines.perCluster,
        }),
      );
      await scheduleBaselines(deps);
      return { nextDueAt: deps.clock.now() + INTERVAL_MS };
    },
  };
}
