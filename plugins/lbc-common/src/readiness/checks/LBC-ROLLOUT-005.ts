import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

/** Nothing is begun before the last change is done. */
export const check: ReadinessCheck = {
  code: 'LBC-ROLLOUT-005',
  title: message('check.rollout-now'),
  reads: ['kubernetes:deployments', 'kubernetes:pods'],
  blocking: true,
  when: 'before',
  run({ running }) {
    const { rollout, replicas } = running;
    const versions = [
      ...new Set(
        running.versions.map(({ version, image }) => version ?? image ?? ''),
      ),
    ];
    if (versions.length > 1 || rollout === 'rolling' || rollout === 'stuck') {
      return [
        fail(
          versions.length > 1
            ? message('readiness.two-versions-now', { versions })
            : message(
                rollout === 'stuck'
                  ? 'readiness.rollout-stuck'
                  : 'readiness.rollout-under-way',
              ),
          { remedy: platform(message('readiness.do-finish-rollout')) },
        ),
      ];
    }
    return rollout === 'done' || replicas?.wanted === 0
      ? [pass(message('readiness.rollout-done'))]
      : [unknown(message('readiness.rollout-unknown'))];
  },
};
