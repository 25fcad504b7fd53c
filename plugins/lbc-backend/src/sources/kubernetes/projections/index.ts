import {
  KubernetesKindName,
  KubernetesObjects,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { customResourceDefinitionProjection } from './customResourceDefinitions';
import { eventProjection } from './events';
import {
  gatewayClassProjection,
  gatewayProjection,
  routeProjection,
} from './gateways';
import {
  ingressClassParamsProjection,
  ingressClassProjection,
  ingressProjection,
} from './ingresses';
import { leaseProjection } from './leases';
import { namespaceProjection } from './namespaces';
import {
  globalAcceleratorProjection,
  metadataProjection,
  plainProjection,
} from './plain';
import { bindingProjection, roleProjection } from './rbac';
import { serviceProjection } from './services';
import { targetGroupBindingProjection } from './targetGroupBindings';
import {
  endpointSliceProjection,
  webhookConfigurationProjection,
} from './webhooks';
import {
  deploymentProjection,
  podProjection,
  replicaSetProjection,
} from './workloads';

export { isController } from './controllerImage';
export { nameOnly } from './metadata';

/** What is kept of an object of each kind, checked while it is taken out. */
export const PROJECTIONS: {
  readonly [K in KubernetesKindName]: z.ZodType<KubernetesObjects[K]>;
} = {
  namespaces: namespaceProjection,
  ingresses: ingressProjection,
  ingressClasses: ingressClassProjection,
  ingressClassParams: ingressClassParamsProjection,
  services: serviceProjection,
  targetGroupBindings: targetGroupBindingProjection,
  albTargetControlConfigs: plainProjection,
  gatewayClasses: gatewayClassProjection,
  gateways: gatewayProjection,
  listenerSets: plainProjection,
  httpRoutes: routeProjection,
  grpcRoutes: routeProjection,
  tcpRoutes: routeProjection,
  udpRoutes: routeProjection,
  tlsRoutes: routeProjection,
  referenceGrants: plainProjection,
  loadBalancerConfigurations: plainProjection,
  targetGroupConfigurations: plainProjection,
  listenerRuleConfigurations: plainProjection,
  globalAccelerators: globalAcceleratorProjection,
  autoModeIngressClassParams: ingressClassParamsProjection,
  autoModeTargetGroupBindings: targetGroupBindingProjection,
  customResourceDefinitions: customResourceDefinitionProjection,
  deployments: deploymentProjection,
  replicaSets: replicaSetProjection,
  pods: podProjection,
  leases: leaseProjection,
  configMaps: metadataProjection,
  podDisruptionBudgets: plainProjection,
  serviceAccounts: metadataProjection,
  roles: roleProjection,
  roleBindings: bindingProjection,
  clusterRoles: roleProjection,
  clusterRoleBindings: bindingProjection,
  mutatingWebhookConfigurations: webhookConfigurationProjection,
  validatingWebhookConfigurations: webhookConfigurationProjection,
  endpointSlices: endpointSliceProjection,
  events: eventProjection,
};
