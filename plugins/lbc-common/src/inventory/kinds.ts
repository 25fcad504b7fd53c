/** A kind that a cluster's sweep lists. @public */
export interface KubernetesKind {
  /** `<plural>.<group>`, as `kubectl` and CRDs name it; the plural alone for the core group. */
  id: string;
  group: string;
  /** Versions that the product reads, best first. */
  versions: readonly string[];
  plural: string;
  kind: string;
  namespaced: boolean;
  /** A custom kind: absent where no CRD defines it. */
  custom?: boolean;
}

function kind(
  id: string,
  versions: string[],
  kindName: string,
  options: { namespaced?: boolean; custom?: boolean } = {},
): KubernetesKind {
  const [plural, ...group] = id.split('.');
  return {
    id,
    group: group.join('.'),
    versions,
    plural,
    kind: kindName,
    namespaced: options.namespaced ?? true,
    ...(options.custom && { custom: true }),
  };
}

const cluster = { namespaced: false };
const custom = { custom: true };

/**
 * Everything a cluster's sweep lists (DESIGN §4), Secrets never. Pods,
 * ReplicaSets, ConfigMaps, EndpointSlices and Events are narrowed by selectors.
 * @public
 */
export const KUBERNETES_KINDS = {
  namespaces: kind('namespaces', ['v1'], 'Namespace', cluster),
  ingresses: kind('ingresses.networking.k8s.io', ['v1'], 'Ingress'),
  ingressClasses: kind(
    'ingressclasses.networking.k8s.io',
    ['v1'],
    'IngressClass',
    cluster,
  ),
  ingressClassParams: kind(
    'ingressclassparams.elbv2.k8s.aws',
    ['v1beta1'],
    'IngressClassParams',
    { namespaced: false, custom: true },
  ),
  services: kind('services', ['v1'], 'Service'),
  targetGroupBindings: kind(
    'targetgroupbindings.elbv2.k8s.aws',
    ['v1beta1', 'v1alpha1'],
    'TargetGroupBinding',
    custom,
  ),
  albTargetControlConfigs: kind(
    'albtargetcontrolconfigs.elbv2.k8s.aws',
    ['v1beta1'],
    'ALBTargetControlConfig',
    custom,
  ),
  gatewayClasses: kind(
    'gatewayclasses.gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'GatewayClass',
    { namespaced: false, custom: true },
  ),
  gateways: kind(
    'gateways.gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'Gateway',
    custom,
  ),
  listenerSets: kind(
    'listenersets.gateway.networking.k8s.io',
    ['v1'],
    'ListenerSet',
    custom,
  ),
  httpRoutes: kind(
    'httproutes.gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'HTTPRoute',
    custom,
  ),
  grpcRoutes: kind(
    'grpcroutes.gateway.networking.k8s.io',
    ['v1', 'v1alpha2'],
    'GRPCRoute',
    custom,
  ),
  tcpRoutes: kind(
    'tcproutes.gateway.networking.k8s.io',
    ['v1', 'v1alpha2'],
    'TCPRoute',
    custom,
  ),
  udpRoutes: kind(
    'udproutes.gateway.networking.k8s.io',
    ['v1', 'v1alpha2'],
    'UDPRoute',
    custom,
  ),
  tlsRoutes: kind(
    'tlsroutes.gateway.networking.k8s.io',
    ['v1', 'v1alpha3', 'v1alpha2'],
    'TLSRoute',
    custom,
  ),
  referenceGrants: kind(
    'referencegrants.gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'ReferenceGrant',
    custom,
  ),
  loadBalancerConfigurations: kind(
    'loadbalancerconfigurations.gateway.k8s.aws',
    ['v1', 'v1beta1'],
    'LoadBalancerConfiguration',
    custom,
  ),
  targetGroupConfigurations: kind(
    'targetgroupconfigurations.gateway.k8s.aws',
    ['v1', 'v1beta1'],
    'TargetGroupConfiguration',
    custom,
  ),
  listenerRuleConfigurations: kind(
    'listenerruleconfigurations.gateway.k8s.aws',
    ['v1', 'v1beta1'],
    'ListenerRuleConfiguration',
    custom,
  ),
  globalAccelerators: kind(
    'globalaccelerators.aga.k8s.aws',
    ['v1beta1'],
    'GlobalAccelerator',
    custom,
  ),
  autoModeIngressClassParams: kind(
    'ingressclassparams.eks.amazonaws.com',
    ['v1'],
    'IngressClassParams',
    { namespaced: false, custom: true },
  ),
  autoModeTargetGroupBindings: kind(
    'targetgroupbindings.eks.amazonaws.com',
    ['v1'],
    'TargetGroupBinding',
    custom,
  ),
  customResourceDefinitions: kind(
    'customresourcedefinitions.apiextensions.k8s.io',
    ['v1'],
    'CustomResourceDefinition',
    cluster,
  ),
  deployments: kind('deployments.apps', ['v1'], 'Deployment'),
  replicaSets: kind('replicasets.apps', ['v1'], 'ReplicaSet'),
  pods: kind('pods', ['v1'], 'Pod'),
  leases: kind('leases.coordination.k8s.io', ['v1'], 'Lease'),
  configMaps: kind('configmaps', ['v1'], 'ConfigMap'),
  podDisruptionBudgets: kind(
    'poddisruptionbudgets.policy',
    ['v1'],
    'PodDisruptionBudget',
  ),
  serviceAccounts: kind('serviceaccounts', ['v1'], 'ServiceAccount'),
  roles: kind('roles.rbac.authorization.k8s.io', ['v1'], 'Role'),
  roleBindings: kind(
    'rolebindings.rbac.authorization.k8s.io',
    ['v1'],
    'RoleBinding',
  ),
  clusterRoles: kind(
    'clusterroles.rbac.authorization.k8s.io',
    ['v1'],
    'ClusterRole',
    cluster,
  ),
  clusterRoleBindings: kind(
    'clusterrolebindings.rbac.authorization.k8s.io',
    ['v1'],
    'ClusterRoleBinding',
    cluster,
  ),
  mutatingWebhookConfigurations: kind(
    'mutatingwebhookconfigurations.admissionregistration.k8s.io',
    ['v1'],
    'MutatingWebhookConfiguration',
    cluster,
  ),
  validatingWebhookConfigurations: kind(
    'validatingwebhookconfigurations.admissionregistration.k8s.io',
    ['v1'],
    'ValidatingWebhookConfiguration',
    cluster,
  ),
  endpointSlices: kind(
    'endpointslices.discovery.k8s.io',
    ['v1'],
    'EndpointSlice',
  ),
  events: kind('events', ['v1'], 'Event'),
} as const satisfies Record<string, KubernetesKind>;

/** Short names of the kinds, as the snapshot's keys. @public */
export type KubernetesKindName = keyof typeof KUBERNETES_KINDS;

/** What a scope's sweep reads; the last three only where they are switched on. @public */
export const AWS_KINDS = [
  'loadBalancers',
  'targetGroups',
  'tags',
  'securityGroups',
  'eksClusters',
  'iamRoles',
] as const;

/** What a scope's sweep reads. @public */
export type AwsKindName = (typeof AWS_KINDS)[number];
