import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { MetricsRecorder } from '../metrics/MetricsRecorder';
import type { ReadStore } from '../store/types';

const EVERY_MS = 30_000;

/** Measures the queue and the age of snapshots now and then; returns the end of it. */
export function measure(options: {
  metrics: MetricsRecorder;
  readStore: ReadStore;
  clock: LbcClock;
  logger: LoggerService;
}): () => void {
  const { metrics, readStore, clock, logger } = options;
  const once = async () => {
    metrics.queue(await readStore.queue());
    for (const { id, observedAt } of await readStore.listTargets()) {
      if (observedAt) {
        const seconds = (clock.now() - Date.parse(observedAt)) / 1_000;
        metrics.snapshotAge({ target: id, seconds });
      }
    }
  };
  const timer = setInterval(() => {
    once().catch(error =>
      logger.debug(`Measuring the queue failed: ${stringifyError(error)}`),
    );
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
