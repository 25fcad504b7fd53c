import type { JobHandler } from '../jobs/types';
import { pruneHistory } from '../store/operations/pruneHistory';
import type { SweepDeps } from './context';

const INTERVAL_MS = 3_600_000;

/** Lets go of history that is older than it is kept. */
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
      return { nextDueAt: deps.clock.now() + INTERVAL_MS };
    },
  };
}
