import { nextSafeStops } from '../../knowledge/stops';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

const LOCKS: Record<string, readonly string[]> = {
  configmaps: ['configmaps'],
  configmapsleases: ['configmaps', 'leases'],
  leases: ['leases'],
};

/** Two controllers that lock on different things both believe that they lead. */
export const check: ReadinessCheck = {
  code: 'LBC-ROLLOUT-004',
  title: message('check.lock'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: true,
  when: 'during',
  targets: ['controller'],
  run({ from, to, running, knowledge }) {
    if (!from || !to) {
      return [unknown(message('readiness.lock-unknown'))];
    }
    const shared = LOCKS[from.lock].some(lock => LOCKS[to.lock].includes(lock));
    const params = {
      from: from.version,
      to: to.version,
      was: from.lock,
      is: to.lock,
    };
    if (shared) {
      return [pass(message('readiness.lock-shared', params))];
    }
    if (
      running.replicas?.wanted === 0 ||
      (running.strategy ?? '').startsWith('Recreate')
    ) {
      return [pass(message('readiness.lock-not-shared-alone', params))];
    }
    const stop = nextSafeStops(from.version, to.version, knowledge)?.stops[0];
    return [
      fail(message('readiness.lock-not-shared', params), {
        remedy: platform(
          stop
            ? message('readiness.do-stop-at-or-scale', { stop: stop.version })
            : message('readiness.do-scale-to-zero'),
        ),
      }),
    ];
  },
};
