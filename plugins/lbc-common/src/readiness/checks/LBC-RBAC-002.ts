import { controllerAxis } from '../../compatibility/axes/controller';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asNow, resultsOf } from './parts/axes';
import { notApplicable, pass } from './parts/results';

/** An image that was changed alone has the RBAC and webhooks of another release. */
export const check: ReadinessCheck = {
  code: 'LBC-RBAC-002',
  title: message('check.image-and-chart'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: false,
  when: 'before',
  run(input) {
    const found = resultsOf(controllerAxis(asNow(input)), ({ code, status }) =>
      code === 'image-differs-from-chart' ? status : undefined,
    );
    if (found.length > 0) {
      return found;
    }
    const { chart } = input.running;
    return [
      chart
        ? pass(
            message('readiness.image-of-chart', {
              chart: chart.version,
              version: input.running.version ?? '',
            }),
          )
        : notApplicable(message('readiness.no-chart')),
    ];
  },
};
