import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

/** A flag that the target does not know ends it at start. */
export const check: ReadinessCheck = {
  code: 'LBC-FLAGS-001',
  title: message('check.flags-gone'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run({ delta, running, to }) {
    const set = Object.keys(running.flags);
    if (!delta || (!delta.flags.known && set.length > 0)) {
      return [
        unknown(message('readiness.flags-unknown'), { blocking: !delta }),
      ];
    }
    const version = to?.version ?? '';
    const gone = set.filter(name =>
      Object.prototype.hasOwnProperty.call(delta.flags.removed, name),
    );
    return gone.length > 0
      ? gone.map(flag =>
          fail(message('readiness.flag-gone', { flag, version }), {
            remedy: platform(message('readiness.do-remove-flag', { flag })),
          }),
        )
      : [pass(message('readiness.flags-kept', { version }))];
  },
};
