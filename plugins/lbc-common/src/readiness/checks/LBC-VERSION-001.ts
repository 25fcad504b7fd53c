import { controllerAxis } from '../../compatibility/axes/controller';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asNow, resultsOf } from './parts/axes';
import { unknown } from './parts/results';

/** Codes of the axis that say which version runs. */
const VERSION = /^version-/;

/** Without the release that runs, no jump can be judged. */
export const check: ReadinessCheck = {
  code: 'LBC-VERSION-001',
  title: message('check.version'),
  reads: ['kubernetes:deployments', 'kubernetes:pods', 'knowledge'],
  blocking: true,
  when: 'before',
  run(input) {
    const found = resultsOf(controllerAxis(asNow(input)), ({ code, status }) =>
      VERSION.test(code) ? status : undefined,
    );
    return input.from
      ? found
      : [
          ...found,
          ...(found.some(({ status }) => status === 'unknown')
            ? []
            : [unknown(message('readiness.version-unknown'))]),
        ];
  },
};
