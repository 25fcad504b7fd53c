import { KindSnapshot } from './coverage';
import { KubernetesKindName } from './kinds';
import * as o from './objects';
import {
  AwsLoadBalancer,
  AwsResourceTags,
  AwsTargetGroup,
  TargetGroupHealth,
} from './aws';

/** The object type of each kind. @public */
export interface KubernetesObjects {
  namespaces: o.NamespaceObject;
  ingresses: o.IngressObject;
  ingressClasses: o.IngressClassObject;
  ingressClassParams: o.IngressClassParamsObject;
  services: o.ServiceObject;
  targetGroupBindings: o.TargetGroupBindingObject;
  albTargetControlConfigs: o.PlainObject;
  gatewayClasses: o.GatewayClassObject;
  gateways: o.GatewayObject;
  listenerSets: o.PlainObject;
  httpRoutes: o.RouteObject;
  grpcRoutes: o.RouteObject;
  tcpRoutes: o.RouteObject;
  udpRoutes: o.RouteObject;
  tlsRoutes: o.RouteObject;
  referenceGrants: o.PlainObject;
  loadBalancerConfigurations: o.PlainObject;
  targetGroupConfigurations: o.PlainObject;
  listenerRuleConfigurations: o.PlainObject;
  globalAccelerators: o.GlobalAcceleratorObject;
  autoModeIngressClassParams: o.IngressClassParamsObject;
  autoModeTargetGroupBindings: o.TargetGroupBindingObject;
  customResourceDefinitions: o.CustomResourceDefinitionObject;
  deployments: o.DeploymentObject;
  replicaSets: o.PlainObject;
  pods: o.PodObject;
  leases: o.LeaseObject;
  configMaps: o.PlainObject;
  podDisruptionBudgets: o.PlainObject;
  serviceAccounts: o.PlainObject;
  roles: o.PlainObject;
  roleBindings: o.PlainObject;
  clusterRoles: o.PlainObject;
  clusterRoleBindings: o.PlainObject;
  mutatingWebhookConfigurations: o.WebhookConfigurationObject;
  validatingWebhookConfigurations: o.WebhookConfigurationObject;
  endpointSlices: o.EndpointSliceObject;
  events: o.EventObject;
}

/** What is known of one cluster. A kind that is missing was never tried. @public */
export interface ClusterSnapshot {
  /** The portal's name of the cluster. */
  cluster: string;
  /** UID of its `kube-system` namespace: the cluster's identity. */
  uid?: string;
  /** `gitVersion` of `/version`. */
  version?: string;
  kinds: {
    readonly [K in KubernetesKindName]?: KindSnapshot<KubernetesObjects[K]>;
  };
}

/** What is known of one AWS scope. @public */
export interface ScopeSnapshot {
  accountId: string;
  region: string;
  kinds: {
    loadBalancers?: KindSnapshot<AwsLoadBalancer>;
    targetGroups?: KindSnapshot<AwsTargetGroup>;
    tags?: KindSnapshot<AwsResourceTags>;
  };
  /** By target group ARN. Each has an age of its own. */
  health: ReadonlyMap<string, TargetGroupHealth>;
}

/**
 * Who a target turned out to be, read by a detail job for one candidate. Proves
 * presence only: a target that is not found may be anything.
 * @public
 */
export interface TargetIdentities {
  /** ISO 8601. */
  observedAt: string;
  coverage: KindSnapshot<unknown>['coverage'];
  /** By target id (IP address or instance id). */
  found: Record<
    string,
    { kind: 'Pod' | 'Node'; namespace?: string; name: string }
  >;
}
