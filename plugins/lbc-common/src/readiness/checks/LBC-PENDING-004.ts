import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { firstOf, pass, platform, unknown, warn } from './parts/results';
import { nameOfSubject, servedSubjects } from './parts/subjects';

/** How long nobody looked after them: all of that time happens at once. */
export const check: ReadinessCheck = {
  code: 'LBC-PENDING-004',
  title: message('check.pending-unattended'),
  reads: ['subjects', 'kubernetes:deployments'],
  blocking: false,
  when: 'before',
  run(input) {
    const { running } = input;
    const unattended = servedSubjects(input).filter(
      ({ state }) => state === 'unattended' || state === 'unserved',
    );
    if (running.liveness === 'unknown') {
      return [unknown(message('readiness.liveness-unknown'))];
    }
    if (unattended.length === 0 && running.liveness === 'alive') {
      return [pass(message('readiness.attended'))];
    }
    const [since] = unattended.flatMap(each => each.since ?? []).sort();
    return [
      warn(
        since === undefined
          ? message('readiness.controller-gone')
          : message('readiness.unattended', {
              count: unattended.length,
              stacks: firstOf(unattended.map(nameOfSubject)),
              sinceAt: since,
            }),
        { remedy: platform(message('readiness.do-start-old-first')) },
      ),
    ];
  },
};
