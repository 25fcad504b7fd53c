import { ServiceObject } from '../../inventory/objects';
import { message } from '../../messages';
import { Claim } from './types';

const PREFIX = 'service.beta.kubernetes.io';
const TYPE = `${PREFIX}/aws-load-balancer-type`;
const TARGET_TYPE = `${PREFIX}/aws-load-balancer-nlb-target-type`;
const AUTO_MODE_CLASS = 'eks.amazonaws.com/nlb';

/**
 * Who serves a Service: `isServiceSupported` of
 * `pkg/service/service_utils.go:46-80` at v3.5.0.
 *
 * @param classes - `--load-balancer-class` of each controller.
 */
export function claimOfService(
  service: ServiceObject,
  classes: readonly string[],
): Claim {
  const { namespace, name, annotations = {} } = service.metadata;
  const stack = { family: 'service', value: `${namespace}/${name}` } as const;
  if (service.spec?.type !== 'LoadBalancer') {
    return { status: 'other', by: 'other' };
  }
  const { loadBalancerClass } = service.spec;
  if (loadBalancerClass !== undefined) {
    if (classes.includes(loadBalancerClass)) {
      return { status: 'claimed', by: 'controller', stack };
    }
    return loadBalancerClass === AUTO_MODE_CLASS
      ? { status: 'claimed', by: 'eks-auto-mode', stack }
      : { status: 'other', by: 'other' };
  }
  const type = annotations[TYPE];
  if (type === 'nlb-ip') {
    return { status: 'claimed', by: 'controller', stack };
  }
  if (type === 'external') {
    const targetType = annotations[TARGET_TYPE];
    return targetType === 'ip' || targetType === 'instance'
      ? { status: 'claimed', by: 'controller', stack }
      : {
          status: 'nobody',
          by: 'controller',
          stack,
          reason: message('claim.external-without-target-type', {
            annotation: TARGET_TYPE,
          }),
        };
  }
  return { status: 'claimed', by: 'cloud-controller', stack };
}
