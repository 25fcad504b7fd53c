import { GatewayObject } from '../../../inventory/objects';
import { BuildContext } from '../context';
import { DriftObjects } from '../objects';
import { bool, obj, str, strMap } from '../parts/read';
import { UndecidedError } from '../parts/refused';
import { checkExternalTags, withDefaultTags } from '../parts/tags';
import { attachRoutes } from './attach';
import { gatewayConfig } from './config';
import { buildGatewayListeners } from './listeners';
import { buildGatewayGroups, buildGatewayLoadBalancer } from './loadBalancer';

const CONTROLLERS: Readonly<Record<string, 'alb' | 'nlb'>> = {
  'gateway.k8s.aws/alb': 'alb',
  'gateway.k8s.aws/nlb': 'nlb',
};

function typeOf(
  objects: DriftObjects,
  { spec }: GatewayObject,
): 'alb' | 'nlb' | undefined {
  const name =
    objects.gatewayClasses.get(spec?.gatewayClassName ?? '')?.spec
      ?.controllerName ?? '';
  return Object.hasOwn(CONTROLLERS, name) ? CONTROLLERS[name] : undefined;
}

/** The prefix of the tags of a Gateway's stack; undefined for another controller's. */
export function gatewayPrefix(
  objects: DriftObjects,
  gateway: GatewayObject,
): string | undefined {
  const type = typeOf(objects, gateway);
  return type && `gateway.k8s.aws.${type}`;
}

/** ListenerSets that name the Gateway are not modelled: they add listeners. */
function hasListenerSets({ objects, settings }: BuildContext, gateway: string) {
  return (
    settings.listenerSets &&
    objects.listenerSets.some(({ metadata, spec }) => {
      const parent = obj(spec?.parentRef);
      const namespace = str(parent?.namespace) ?? metadata.namespace;
      return `${namespace}/${str(parent?.name) ?? ''}` === gateway;
    })
  );
}

/** `baseModelBuilder.Build` of `pkg/gateway/model` at v3.5.0. */
export function buildGatewayModel(
  context: BuildContext,
  gateway: GatewayObject,
): void {
  const { objects, settings, model } = context;
  const type = typeOf(objects, gateway);
  if (!objects.complete.gateways) {
    throw new UndecidedError('objects-unread');
  }
  if (!type || hasListenerSets(context, model.stack)) {
    throw new UndecidedError('object-version');
  }
  const config = gatewayConfig(objects, gateway);
  const { loadBalancer: spec } = config;
  const named = strMap(spec.tags);
  checkExternalTags(named, settings);
  const tags = withDefaultTags(named, settings);
  const attached = attachRoutes({ objects, gateway, type });
  const loadBalancer = buildGatewayLoadBalancer({
    context,
    gateway,
    type,
    config: spec,
    tags,
  });
  const { groups, backend } = buildGatewayGroups({
    context,
    gateway,
    type,
    config: spec,
    listeners: attached.listeners,
    ipAddressType: loadBalancer.ipAddressType,
    tags,
  });
  loadBalancer.securityGroups = groups;
  model.loadBalancers.LoadBalancer = loadBalancer;
  buildGatewayListeners({
    shared: {
      context,
      type,
      gateway: gateway.metadata,
      ipAddressType: loadBalancer.ipAddressType,
      backendGroup: backend,
      isWithoutGroups: groups === undefined,
      infrastructure: {
        annotations: gateway.spec?.infrastructure?.annotations,
        labels: gateway.spec?.infrastructure?.labels,
      },
    },
    attached,
    config,
    tags,
  });
  const acl = str(obj(spec.wafV2)?.webACL);
  if (acl) {
    model.webAcl = acl;
  }
  if (bool(obj(spec.shieldConfiguration)?.enabled)) {
    model.shield = true;
  }
}
