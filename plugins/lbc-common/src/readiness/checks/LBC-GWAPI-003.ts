import { bundleOf } from '../../compatibility/axes/gatewayBundle';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import {
  gatewayUse,
  minorOfBundle,
  otherGatewayControllers,
} from './parts/gateways';
import { notApplicable, pass, platform, unknown } from './parts/results';

/** Others in the cluster read the same CRDs: whether they bear newer ones, only people know. */
export const check: ReadinessCheck = {
  code: 'LBC-GWAPI-003',
  title: message('check.gateway-others'),
  reads: ['kubernetes:gatewayClasses', 'kubernetes:customResourceDefinitions'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const use = gatewayUse(input);
    if (!use.alb && !use.nlb) {
      return [notApplicable(message('readiness.gateway-not-used'))];
    }
    const others = otherGatewayControllers(input);
    if (others.length === 0) {
      return [pass(message('readiness.gateway-alone'))];
    }
    const wanted = input.to?.gatewayApi?.builtFor;
    const crd = input.cluster.kinds.customResourceDefinitions?.items.find(
      ({ metadata }) => metadata.name === 'gateways.gateway.networking.k8s.io',
    );
    const has = minorOfBundle(crd && bundleOf(crd).bundle);
    const wants = minorOfBundle(wanted);
    if (has !== undefined && wants !== undefined && has >= wants) {
      return [
        pass(
          message('readiness.gateway-others-stay', {
            controllers: others,
            bundle: wanted ?? '',
          }),
        ),
      ];
    }
    return [
      unknown(
        message('readiness.gateway-others', {
          controllers: others,
          bundle: wanted ?? '',
        }),
        {
          remedy: platform(
            message('readiness.do-ask-others', { controllers: others }),
          ),
        },
      ),
    ];
  },
};
