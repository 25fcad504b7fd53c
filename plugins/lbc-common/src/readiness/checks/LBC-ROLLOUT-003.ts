import { provesAbsence } from '../../inventory/coverage';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { pass, platform, unknown, warn } from './parts/results';

/** Nodes are drained when Kubernetes is upgraded: a budget keeps one alive. */
export const check: ReadinessCheck = {
  code: 'LBC-ROLLOUT-003',
  title: message('check.disruption-budget'),
  reads: ['kubernetes:podDisruptionBudgets'],
  blocking: false,
  when: 'before',
  run({ running, cluster, target }) {
    const { podDisruptionBudget: budget } = running;
    if (budget !== undefined) {
      return [pass(message('readiness.budget', { budget }))];
    }
    if (!provesAbsence(cluster.kinds.podDisruptionBudgets)) {
      return [unknown(message('readiness.budget-unknown'))];
    }
    // A rolling update does not ask budgets.
    return target.kind === 'kubernetes'
      ? [
          warn(message('readiness.no-budget'), {
            remedy: platform(message('readiness.do-set-budget')),
          }),
        ]
      : [pass(message('readiness.no-budget-needed'))];
  },
};
