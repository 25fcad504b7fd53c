import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { iamOf, resultsOf } from './parts/axes';
import { atMostWarn, pass, unknown } from './parts/results';

const BROAD = /^iam-(too-broad|trust-(any-service-account|instances))$/;

/** A role that may more than it needs, or that others may have. */
export const check: ReadinessCheck = {
  code: 'LBC-IAM-003',
  title: message('check.iam-broad'),
  reads: ['iam'],
  blocking: false,
  when: 'after',
  run(input) {
    const axis = iamOf(input);
    const found = resultsOf(axis, ({ code, status }) =>
      BROAD.test(code) ? atMostWarn(status) : undefined,
    );
    if (found.length > 0) {
      return found;
    }
    return [
      axis.findings.some(({ code }) => code === 'iam-granted')
        ? pass(message('readiness.role-not-broad'))
        : unknown(message('readiness.role-not-read')),
    ];
  },
};
