import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { jumpOf } from './parts/jump';
import { fail, pass, platform, unknown } from './parts/results';

/** A jump that must stop on the way, or can't be made by any stop. */
export const check: ReadinessCheck = {
  code: 'LBC-HOP-001',
  title: message('check.stops'),
  reads: ['knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const { delta, running } = input;
    const jump = jumpOf(input);
    if (!delta?.stops) {
      return [unknown(message('readiness.stops-unknown', jump))];
    }
    const { stops, blocked } = delta.stops;
    if (blocked.length > 0) {
      return blocked.map(each => fail(each));
    }
    if (stops.length === 0) {
      return [pass(message('readiness.no-stops', jump))];
    }
    // Two that never run at once need no lock in common.
    const isAlone =
      running.replicas?.wanted === 0 ||
      (running.strategy ?? '').startsWith('Recreate');
    return stops.map(({ version, because, sureness }) => {
      const only = because.every(({ code }) => code === 'stop.leader-lock');
      const said = message(
        sureness === 'documented'
          ? 'readiness.stop-at'
          : 'readiness.stop-at-inferred',
        { ...jump, stop: version },
      );
      const more = {
        evidence: because.map(each => ({
          message: each,
          source: 'configuration' as const,
          role: 'supports' as const,
        })),
        remedy: platform(
          message(
            only ? 'readiness.do-stop-at-or-scale' : 'readiness.do-stop-at',
            { stop: version },
          ),
        ),
      };
      return only && isAlone ? pass(said, more) : fail(said, more);
    });
  },
};
