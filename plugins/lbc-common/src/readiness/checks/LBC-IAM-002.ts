import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { iamOf, resultsOf } from './parts/axes';
import { notApplicable } from './parts/results';

/** Roles in other accounts that TargetGroupBindings ask to assume. */
export const check: ReadinessCheck = {
  code: 'LBC-IAM-002',
  title: message('check.iam-assumed'),
  reads: ['iam', 'kubernetes:targetGroupBindings'],
  blocking: false,
  when: 'before',
  run(input) {
    const found = resultsOf(iamOf(input), ({ code, status }) =>
      code.startsWith('iam-assumed-') ? status : undefined,
    );
    return found.length > 0
      ? found
      : [notApplicable(message('readiness.no-assumed-roles'))];
  },
};
