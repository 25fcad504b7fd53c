import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { withFinding } from './parts/findings';
import { firstOf, pass, platform, warn } from './parts/results';
import { nameOfSubject } from './parts/subjects';

/** Two load balancers of one stack, and those that were left over. */
export const check: ReadinessCheck = {
  code: 'LBC-DUP-001',
  title: message('check.duplicates'),
  reads: ['subjects'],
  blocking: false,
  when: 'before',
  run(input) {
    const twice = withFinding(input, 'duplicates');
    const left = input.subjects.items.filter(
      ({ state }) => state === 'superseded' || state === 'orphaned',
    );
    const found = [
      ...(twice.length > 0
        ? [
            warn(message('readiness.duplicates', twice.params), {
              remedy: platform(message('readiness.do-remove-duplicate')),
            }),
          ]
        : []),
      ...(left.length > 0
        ? [
            warn(
              message('readiness.left-over', {
                count: left.length,
                stacks: firstOf(left.map(nameOfSubject)),
              }),
              { when: 'after' },
            ),
          ]
        : []),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.no-duplicates'))];
  },
};
