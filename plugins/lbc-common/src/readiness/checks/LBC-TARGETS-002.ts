import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { firstOf, owners, pass, unknown, warn } from './parts/results';
import { loadBalancersOf, nameOfSubject } from './parts/subjects';
import { singleTargets } from './parts/targets';

/** One target alone: if its Pod moves in the gap, nobody registers the next. */
export const check: ReadinessCheck = {
  code: 'LBC-TARGETS-002',
  title: message('check.single-targets'),
  reads: ['subjects'],
  blocking: false,
  when: 'during',
  run(input) {
    const stacks = loadBalancersOf(input);
    const single = stacks.filter(each => singleTargets(each) === true);
    const unread = stacks.filter(each => singleTargets(each) === undefined);
    const found = [
      ...(single.length > 0
        ? [
            warn(
              message('readiness.single-targets', {
                count: single.length,
                stacks: firstOf(single.map(nameOfSubject)),
              }),
              { remedy: owners(message('readiness.do-second-target')) },
            ),
          ]
        : []),
      ...(unread.length > 0
        ? [
            unknown(
              message('readiness.targets-unread', { count: unread.length }),
            ),
          ]
        : []),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.no-single-targets'))];
  },
};
