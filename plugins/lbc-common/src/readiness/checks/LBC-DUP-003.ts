import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { withFinding } from './parts/findings';
import { fail, pass, platform } from './parts/results';

/** Two clusters under one name fight over the same stacks. */
export const check: ReadinessCheck = {
  code: 'LBC-DUP-003',
  title: message('check.name-twice'),
  reads: ['subjects'],
  blocking: true,
  when: 'before',
  run(input) {
    const found = withFinding(input, 'same-name-twice');
    return found.length > 0
      ? [
          fail(
            message('readiness.name-twice', {
              ...found.params,
              name: input.running.clusterName ?? '',
            }),
            { remedy: platform(message('readiness.do-rename-cluster')) },
          ),
        ]
      : [pass(message('readiness.name-once'))];
  },
};
