import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { pass, platform, unknown, warn } from './parts/results';

/** How Pods are replaced. */
export const check: ReadinessCheck = {
  code: 'LBC-ROLLOUT-002',
  title: message('check.strategy'),
  reads: ['kubernetes:deployments'],
  blocking: false,
  when: 'during',
  targets: ['controller'],
  run({ running: { strategy } }) {
    if (strategy === undefined) {
      return [unknown(message('readiness.strategy-unknown'))];
    }
    return strategy.startsWith('Recreate')
      ? [
          warn(message('readiness.strategy-recreate'), {
            remedy: platform(message('readiness.do-rolling')),
          }),
        ]
      : [pass(message('readiness.strategy-rolling', { strategy }))];
  },
};
