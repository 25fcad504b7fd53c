import { GatewayClassObject, GatewayObject } from '../../inventory/objects';
import { message } from '../../messages';
import { Claim } from './types';

const CONTROLLERS = ['gateway.k8s.aws/alb', 'gateway.k8s.aws/nlb'];
const AUTO_MODE_CONTROLLERS = [
  'eks.amazonaws.com/gateway-alb',
  'eks.amazonaws.com/gateway-nlb',
];

/**
 * Who serves a Gateway (`pkg/gateway/constants/controller_constants.go` at v3.5.0).
 *
 * @param classes - undefined where GatewayClasses were not read completely.
 */
export function claimOfGateway(
  gateway: GatewayObject,
  classes: ReadonlyMap<string, GatewayClassObject> | undefined,
): Claim {
  const { namespace, name, finalizers = [] } = gateway.metadata;
  const stack = { family: 'gateway', value: `${namespace}/${name}` } as const;
  const className = gateway.spec?.gatewayClassName;
  if (classes === undefined) {
    return {
      status: 'unknown',
      by: 'other',
      stack,
      reason: message('claim.classes-unread'),
    };
  }
  const gatewayClass =
    className === undefined ? undefined : classes.get(className);
  if (!gatewayClass) {
    // Only the finalizer tells that it was this controller's.
    return finalizers.some(each => CONTROLLERS.includes(each))
      ? {
          status: 'class-missing',
          by: 'controller',
          stack,
          reason: message('claim.gateway-class-missing', {
            name: className ?? '',
          }),
        }
      : { status: 'unknown', by: 'other' };
  }
  const { controllerName = '' } = gatewayClass.spec ?? {};
  if (CONTROLLERS.includes(controllerName)) {
    return { status: 'claimed', by: 'controller', stack };
  }
  return AUTO_MODE_CONTROLLERS.includes(controllerName)
    ? { status: 'claimed', by: 'eks-auto-mode', stack }
    : { status: 'other', by: 'other' };
}
