import { resourcesAxis } from '../../compatibility/axes/resources';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asTarget, resultsOf } from './parts/axes';
import { pass } from './parts/results';

/** Whether the target finds what stands in AWS, by who made it. */
export const check: ReadinessCheck = {
  code: 'LBC-GEN-001',
  title: message('check.generations'),
  reads: ['subjects', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const axis = resourcesAxis(asTarget(input));
    return axis.status === 'not-applicable'
      ? [pass(axis.because)]
      : resultsOf(axis, ({ status }) => status);
  },
};
