import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { withFinding } from './parts/findings';
import { pass, platform, warn } from './parts/results';

/** Protection that stands in AWS alone does not protect: the controller takes it off. */
export const check: ReadinessCheck = {
  code: 'LBC-PROTECT-001',
  title: message('check.protection'),
  reads: ['subjects', 'detail'],
  blocking: false,
  when: 'before',
  run(input) {
    const found = withFinding(input, 'protected-in-aws');
    return found.length > 0
      ? [
          warn(message('readiness.protected-in-aws', found.params), {
            remedy: platform(message('readiness.do-ask-for-protection')),
          }),
        ]
      : [pass(message('readiness.protection-as-asked'))];
  },
};
