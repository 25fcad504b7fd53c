import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown, warn } from './parts/results';

/** One controller always alive needs two that are ready. */
export const check: ReadinessCheck = {
  code: 'LBC-ROLLOUT-001',
  title: message('check.replicas'),
  reads: ['kubernetes:deployments'],
  blocking: true,
  when: 'before',
  run({ running: { replicas } }) {
    if (!replicas) {
      return [unknown(message('readiness.replicas-unknown'))];
    }
    const { wanted, ready } = replicas;
    if (wanted === 0) {
      return [
        warn(message('readiness.scaled-to-zero'), {
          remedy: platform(message('readiness.do-start-old-first')),
        }),
      ];
    }
    if (ready === 0) {
      return [
        fail(message('readiness.none-ready', { wanted }), {
          remedy: platform(message('readiness.do-mend-controller')),
        }),
      ];
    }
    if (ready < wanted) {
      return [warn(message('readiness.some-not-ready', { wanted, ready }))];
    }
    return wanted === 1
      ? [
          warn(message('readiness.one-replica'), {
            remedy: platform(message('readiness.do-two-replicas')),
          }),
        ]
      : [pass(message('readiness.replicas', { ready }))];
  },
};
