import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { pass, platform, unknown, warn } from './parts/results';

/** Defaults of flags that the jump changes and nobody set. */
export const check: ReadinessCheck = {
  code: 'LBC-FLAGS-002',
  title: message('check.flag-defaults'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run({ delta, running }) {
    if (!delta?.flags.known) {
      return [unknown(message('readiness.flags-unknown'))];
    }
    const found = Object.entries(delta.flags.changed)
      .filter(([name, { from, to }]) => {
        const isSet = running.flags[name] !== undefined;
        return !isSet && from.default !== to.default;
      })
      .map(([flag, { from, to }]) => {
        const params = { flag, was: from.default, is: to.default };
        return warn(message('readiness.flag-default', params), {
          remedy: platform(message('readiness.do-set-flag', params)),
        });
      });
    return found.length > 0
      ? found
      : [pass(message('readiness.flag-defaults-same'))];
  },
};
