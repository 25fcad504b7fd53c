import { message } from '../../messages';
import type { ReadinessCheck, ReadinessSubject } from '../input';
import { fail, firstOf, owners, pass, unknown, warn } from './parts/results';
import { nameOfSubject, servedSubjects } from './parts/subjects';

const FAILING = ['failing', 'stranded', 'stuck-deleting'];

/** What fails before an upgrade fails after it, and hides what the upgrade did. */
export const check: ReadinessCheck = {
  code: 'LBC-NOW-002',
  title: message('check.failing'),
  reads: ['subjects'],
  blocking: true,
  when: 'before',
  run(input) {
    const stacks = servedSubjects(input).filter(
      ({ owners: all }) => all.length > 0,
    );
    const failing = stacks.filter(({ state }) => FAILING.includes(state));
    const settling = stacks.filter(
      ({ state }) => state === 'provisioning' || state === 'degraded',
    );
    const untold = stacks.filter(({ state }) => state === 'unknown');
    const found = [
      ...failing.map(failureOf),
      ...(untold.length > 0
        ? [
            unknown(
              message('readiness.states-unknown', {
                count: untold.length,
                stacks: firstOf(untold.map(nameOfSubject)),
              }),
              {
                evidence: untold.slice(0, 20).map(each => ({
                  message: each.because,
                  source: 'kubernetes' as const,
                  observedAt: each.observedAt,
                  role: 'supports' as const,
                })),
              },
            ),
          ]
        : []),
      ...(settling.length > 0
        ? [
            warn(
              message('readiness.not-settled', {
                count: settling.length,
                stacks: firstOf(settling.map(nameOfSubject)),
              }),
            ),
          ]
        : []),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.none-failing', { count: stacks.length }))];
  },
};

function failureOf(subject: ReadinessSubject) {
  return fail(
    message('readiness.failing', {
      stack: nameOfSubject(subject),
      state: subject.state,
    }),
    {
      evidence: [
        {
          message: subject.because,
          source: 'kubernetes',
          observedAt: subject.observedAt,
          role: 'supports',
        },
      ],
      remedy: owners(message('readiness.do-mend-first')),
    },
  );
}
