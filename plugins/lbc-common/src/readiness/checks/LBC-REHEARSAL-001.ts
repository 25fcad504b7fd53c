import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { pass, platform, warn } from './parts/results';

/** Whether another cluster runs the target already, and how it went. */
export const check: ReadinessCheck = {
  code: 'LBC-REHEARSAL-001',
  title: message('check.rehearsal'),
  reads: ['fleet'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run({ rehearsals, to }) {
    const version = to?.version ?? '';
    const verified = rehearsals.find(
      ({ verification }) =>
        verification === 'verified' || verification === 'changed-as-expected',
    );
    const [first] = rehearsals;
    if (!first) {
      return [
        warn(message('readiness.not-rehearsed', { version }), {
          remedy: platform(message('readiness.do-rehearse')),
        }),
      ];
    }
    const { cluster, since, covers, of } = verified ?? first;
    const params = { cluster, version, sinceAt: since, covers, of };
    return verified
      ? [pass(message('readiness.rehearsed-verified', params))]
      : [warn(message('readiness.rehearsed-only', params))];
  },
};
