import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { iamOf, resultsOf } from './parts/axes';
import { pass } from './parts/results';

/** Rights that only some need: without them a feature fails, not the controller. */
export const check: ReadinessCheck = {
  code: 'LBC-IAM-005',
  title: message('check.iam-features'),
  reads: ['iam', 'knowledge'],
  blocking: false,
  when: 'before',
  run(input) {
    const found = resultsOf(iamOf(input), ({ code, status }) =>
      code === 'iam-feature-action-missing' ? status : undefined,
    );
    return found.length > 0
      ? found
      : [pass(message('readiness.features-allowed'))];
  },
};
