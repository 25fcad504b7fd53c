import { KindSnapshot } from './coverage';
import { KubernetesKindName } from './kinds';
import {
  CustomResourceDefinitionObject,
  DeploymentObject,
  EndpointSliceObject,
  EventObject,
  GatewayClassObject,
  GatewayObject,
  GlobalAcceleratorObject,
  IngressClassObject,
  IngressClassParamsObject,
  IngressObject,
  LeaseObject,
  NamespaceObject,
  PlainObject,
  PodObject,
  RouteObject,
  ServiceObject,
  TargetGroupBindingObject,
  WebhookConfigurationObject,
} from './objects';
import {
  AwsEksCluster,
  AwsIamRole,
  AwsLoadBalancer,
  AwsResourceTags,
  ManagedSecurityGroup,
  AwsTargetGroup,
  TargetGroupHealth,
} from './aws';

/** The object type of each kind. @public */
export interface KubernetesObjects {
  namespaces: NamespaceObject;
  ingresses: IngressObject;
  ingressClasses: IngressClassObject;
  ingressClassParams: IngressClassParamsObject;
  services: ServiceObject;
  targetGroupBindings: TargetGroupBindingObject;
  albTargetControlConfigs: PlainObject;
  gatewayClasses: GatewayClassObject;
  gateways: GatewayObject;
  listenerSets: PlainObject;
  httpRoutes: RouteObject;
  grpcRoutes: RouteObject;
  tcpRoutes: RouteObject;
  udpRoutes: RouteObject;
  tlsRoutes: RouteObject;
  referenceGrants: PlainObject;
  loadBalancerConfigurations: PlainObject;
  targetGroupConfigurations: PlainObject;
  listenerRuleConfigurations: PlainObject;
  globalAccelerators: GlobalAcceleratorObject;
  autoModeIngressClassParams: IngressClassParamsObject;
  autoModeTargetGroupBindings: TargetGroupBindingObject;
  customResourceDefinitions: CustomResourceDefinitionObject;
  deployments: DeploymentObject;
  replicaSets: PlainObject;
  pods: PodObject;
  leases: LeaseObject;
  configMaps: PlainObject;
  podDisruptionBudgets: PlainObject;
  serviceAccounts: PlainObject;
  roles: PlainObject;
  roleBindings: PlainObject;
  clusterRoles: PlainObject;
  clusterRoleBindings: PlainObject;
  mutatingWebhookConfigurations: WebhookConfigurationObject;
  validatingWebhookConfigurations: WebhookConfigurationObject;
  endpointSlices: EndpointSliceObject;
  events: EventObject;
}

/** What is known of one cluster. A kind that is missing was never tried. @public */
export interface ClusterSnapshot {
  /** The portal's name of the cluster. */
  cluster: string;
  /** UID of its `kube-system` namespace: the cluster's identity. */
  uid?: string;
  /** `gitVersion` of `/version`. */
  version?: string;
  /** Address of its API server, where configuration has it. */
  apiServer?: string;
  /** The EKS cluster that an operator says it is (`lbc.eksClusters`). */
  eksArn?: string;
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
    /** Only where `lbc.aws.optional.ec2` is on. */
    securityGroups?: KindSnapshot<ManagedSecurityGroup>;
    /** Only where `lbc.aws.optional.eks` is on. */
    eksClusters?: KindSnapshot<AwsEksCluster>;
    /**
     * Only where `lbc.aws.optional.iam` is on, and only in the first scope of an
     * account: IAM is global. No input of correlate.
     */
    iamRoles?: KindSnapshot<AwsIamRole>;
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
  /**
   * UID of `kube-system` of the cluster that was asked, the same before and
   * after. Without it nobody knows whose Pods these are.
   */
  clusterUid?: string;
  /** By target id (IP address or instance id). */
  found: Record<
    string,
    { kind: 'Pod' | 'Node'; namespace?: string; name: string }
  >;
}
