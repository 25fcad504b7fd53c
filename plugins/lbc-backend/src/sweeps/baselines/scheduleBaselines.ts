import { bookBaseline } from '../../store/baselines/bookBaseline';
import type { BaselineRow } from '../../store/baselines/types';
import type { SweepDeps } from '../context';

/** Queues baselines of clusters whose interval has passed. */
export async function scheduleBaselines({
  db,
  clock,
  settings,
  wake,
}: SweepDeps): Promise<void> {
  const nowMs = clock.now();
  for (const { cluster, everyMs } of settings.baselines.schedule) {
    const last = await db<BaselineRow>('baseline')
      .where({ cluster, by: 'schedule' })
      .whereNull('compared_with')
      .max({ at: 'started_at' })
      .first();
    const lastMs = Date.parse(String(last?.at ?? ''));
    if (Number.isNaN(lastMs) || nowMs - lastMs >= everyMs) {
      await bookBaseline({
        db,
        nowMs,
        cluster,
        name: 'schedule',
        by: 'schedule',
      });
      wake();
    }
  }
}
