import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { iamOf, resultsOf } from './parts/axes';
import { pass } from './parts/results';

/** Roles of earlier controllers that can still be assumed. */
export const check: ReadinessCheck = {
  code: 'LBC-IAM-004',
  title: message('check.iam-left'),
  reads: ['iam'],
  blocking: false,
  when: 'after',
  run(input) {
    const found = resultsOf(iamOf(input), ({ code, status }) =>
      code === 'iam-role-left' ? status : undefined,
    );
    return found.length > 0
      ? found
      : [pass(message('readiness.no-roles-left'))];
  },
};
