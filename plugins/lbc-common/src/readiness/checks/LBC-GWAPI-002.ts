import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { gatewayUse, l4Step } from './parts/gateways';
import { jumpOf } from './parts/jump';
import { notApplicable, pass, platform, unknown, warn } from './parts/results';

/** In which order CRDs and controller go, and what is down in between. */
export const check: ReadinessCheck = {
  code: 'LBC-GWAPI-002',
  title: message('check.gateway-order'),
  reads: ['kubernetes:gatewayClasses', 'knowledge'],
  blocking: false,
  when: 'during',
  targets: ['controller'],
  run(input) {
    const use = gatewayUse(input);
    const { from, to } = input;
    if (!use.alb && !use.nlb) {
      return [notApplicable(message('readiness.gateway-not-used'))];
    }
    if (!from || !to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    const [was, is] = [from.gatewayApi?.builtFor, to.gatewayApi?.builtFor];
    if (was === is || is === undefined) {
      return [
        pass(
          message('readiness.gateway-same', {
            ...jumpOf(input),
            bundle: is ?? '',
          }),
        ),
      ];
    }
    const params = { ...jumpOf(input), bundle: is, before: was ?? '' };
    return use.nlb && l4Step(input)
      ? [
          warn(message('readiness.gateway-l4-window', params), {
            remedy: platform(message('readiness.do-keep-window-short')),
          }),
        ]
      : [pass(message('readiness.gateway-order', params))];
  },
};
