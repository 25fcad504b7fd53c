import { gatewayApiAxis } from '../../compatibility/axes/gatewayApi';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asTarget, resultsOf } from './parts/axes';
import { notApplicable } from './parts/results';

/** The CRDs of the Gateway API that the target looks for as it starts. */
export const check: ReadinessCheck = {
  code: 'LBC-GWAPI-001',
  title: message('check.gateway-crds'),
  reads: [
    'kubernetes:gatewayClasses',
    'kubernetes:customResourceDefinitions',
    'knowledge',
  ],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const axis = gatewayApiAxis(asTarget(input));
    if (axis.status === 'not-applicable') {
      return [notApplicable(axis.because)];
    }
    return resultsOf(axis, ({ code, status }) => {
      switch (code) {
        // The start that counts is the next one.
        case 'gateway-crds-after-start':
          return undefined;
        // It is off now, too: the jump changes nothing of it.
        case 'gateway-gate-off':
          return 'warn';
        // Which CRDs are there is seen; what made them need not be.
        case 'gateway-bundle-unknown':
          return 'pass';
        default:
          return status;
      }
    });
  },
};
