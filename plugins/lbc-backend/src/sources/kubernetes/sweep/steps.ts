import {
  configMapsStep,
  deploymentsStep,
  leasesStep,
  podsStep,
  replicaSetsStep,
  serviceAccountsStep,
} from './controllers';
import { eventsStep } from './events';
import { namespacesStep } from './namespaces';
import {
  clusterRoleBindingsStep,
  clusterRolesStep,
  roleBindingsStep,
  rolesStep,
} from './rbac';
import { SweepStep, listStep } from './step';
import {
  endpointSlicesStep,
  mutatingWebhooksStep,
  validatingWebhooksStep,
} from './webhooks';

/** Each brings its schemas, and some are of the size of a book. */
const CRD_PAGE_SIZE = 50;

/** The kinds of a sweep, those first that others are narrowed by. */
export const SWEEP_STEPS: readonly SweepStep[] = [
  namespacesStep,
  deploymentsStep,
  mutatingWebhooksStep,
  validatingWebhooksStep,
  listStep('customResourceDefinitions', { pageSize: CRD_PAGE_SIZE }),
  listStep('ingressClassParams'),
  listStep('ingressClasses'),
  listStep('ingresses'),
  listStep('services'),
  listStep('targetGroupBindings'),
  listStep('albTargetControlConfigs'),
  listStep('gatewayClasses'),
  listStep('gateways'),
  listStep('listenerSets'),
  listStep('httpRoutes'),
  listStep('grpcRoutes'),
  listStep('tcpRoutes'),
  listStep('udpRoutes'),
  listStep('tlsRoutes'),
  listStep('referenceGrants'),
  listStep('loadBalancerConfigurations'),
  listStep('targetGroupConfigurations'),
  listStep('listenerRuleConfigurations'),
  listStep('globalAccelerators'),
  listStep('autoModeIngressClassParams'),
  listStep('autoModeTargetGroupBindings'),
  replicaSetsStep,
  podsStep,
  leasesStep,
  configMapsStep,
  listStep('podDisruptionBudgets'),
  serviceAccountsStep,
  roleBindingsStep,
  clusterRoleBindingsStep,
  rolesStep,
  clusterRolesStep,
  endpointSlicesStep,
  eventsStep,
];
