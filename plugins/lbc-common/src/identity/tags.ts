/** Tags of one AWS resource. @public */
export type Tags = Readonly<Record<string, string>>;

/** Which controller made a resource. @public */
export type Generation =
  | 'alb-ingress-v1'
  | 'lbc'
  | 'in-tree'
  | 'eks-auto-mode'
  | 'unmanaged';

/** Which kind of owner a stack is built from. @public */
export type Family = 'ingress' | 'service' | 'gateway' | 'global-accelerator';

/** What part of a stack a resource is, by the value of `<prefix>/resource`. @public */
export type ResourceRole =
  | 'load-balancer'
  | 'frontend-nlb'
  | 'managed-security-group'
  | 'backend-security-group'
  | 'other';

/** Tracking tags that a resource of the controller ought to have and lacks. @public */
export type MissingTrackingTag = 'cluster' | 'stack' | 'resource';

/**
 * What the tags of a resource say of its maker (decision table of
 * facts/tags-and-identity.md §1). Tags hold namespace and name, never UIDs.
 * @public
 */
export interface TagIdentity {
  generation: Generation;
  /** Row of the decision table, 1 to 9; 0 where none matches. */
  row: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  family?: Family;
  /** For family gateway. */
  gatewayType?: 'alb' | 'nlb';
  /**
   * The cluster's name as this generation wrote it: `elbv2.k8s.aws/cluster`,
   * `eks:eks-cluster-name` or `ingress.k8s.aws/cluster`. In-tree resources have
   * none: `kubernetes.io/cluster/<name>` is not the cluster tag (DESIGN §5).
   */
  clusterTag?: string;
  /** Value of the `…/stack` tag, or the in-tree Service's `namespace/name`. */
  stack?: string;
  role?: ResourceRole;
  /** Value of the `…/resource` tag. */
  resource?: string;
  missing?: MissingTrackingTag[];
}

/** The cluster tag: the cluster's name, chosen by hand. @public */
export const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';
const BACKEND_SG_TAG = 'elbv2.k8s.aws/resource';

/** A prefix of the controller's tags, and which family it marks. @public */
export interface StackPrefix {
  prefix: string;
  family: Family;
  row: 2 | 3 | 4 | 5;
  gatewayType?: 'alb' | 'nlb';
}

/** Prefixes of the controller's tags, by family (`pkg/shared_constants/tag_keys.go`). @public */
export const STACK_PREFIXES: readonly StackPrefix[] = [
  { prefix: 'ingress.k8s.aws', family: 'ingress', row: 2 },
  { prefix: 'service.k8s.aws', family: 'service', row: 3 },
  {
    prefix: 'gateway.k8s.aws.alb',
    family: 'gateway',
    row: 4,
    gatewayType: 'alb',
  },
  {
    prefix: 'gateway.k8s.aws.nlb',
    family: 'gateway',
    row: 4,
    gatewayType: 'nlb',
  },
  { prefix: 'aga.k8s.aws', family: 'global-accelerator', row: 5 },
];

/** The keys of each prefix: made once, for thousands of resources are asked by them. */
const STACK_KEYS = STACK_PREFIXES.map(each => ({
  ...each,
  stackKey: `${each.prefix}/stack`,
  resourceKey: `${each.prefix}/resource`,
}));

const AUTO_MODE_PREFIXES: Array<[string, Family]> = [
  ['ingress.eks.amazonaws.com', 'ingress'],
  ['service.eks.amazonaws.com', 'service'],
  ['gateway.eks.amazonaws.com', 'gateway'],
];

function roleOf(resource: string | undefined): ResourceRole | undefined {
  switch (resource) {
    case undefined:
      return undefined;
    case 'LoadBalancer':
      return 'load-balancer';
    case 'FrontendNlb':
      return 'frontend-nlb';
    case 'ManagedLBSecurityGroup':
      return 'managed-security-group';
    default:
      return 'other';
  }
}

function own(tags: Tags, key: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(tags, key)
    ? tags[key]
    : undefined;
}

function autoModeIdentity(tags: Tags): TagIdentity | undefined {
  const clusterTag = own(tags, 'eks:eks-cluster-name');
  if (clusterTag === undefined) {
    return undefined;
  }
  const keys = Object.keys(tags);
  const found = AUTO_MODE_PREFIXES.find(([prefix]) =>
    keys.some(key => key.startsWith(`${prefix}/`)),
  );
  if (!found) {
    return undefined;
  }
  const [prefix, family] = found;
  const resource = own(tags, `${prefix}/resource`);
  return {
    generation: 'eks-auto-mode',
    row: 1,
    family,
    clusterTag,
    stack: own(tags, `${prefix}/stack`),
    resource,
    role: roleOf(resource),
  };
}

function controllerIdentity(tags: Tags): TagIdentity | undefined {
  const clusterTag = own(tags, CLUSTER_TAG);
  if (clusterTag === undefined) {
    return undefined;
  }
  for (const each of STACK_KEYS) {
    const stack = own(tags, each.stackKey);
    const resource = own(tags, each.resourceKey);
    const { family, row, gatewayType } = each;
    if (stack !== undefined || resource !== undefined) {
      const missing: MissingTrackingTag[] = [
        ...(stack === undefined ? (['stack'] as const) : []),
        ...(resource === undefined ? (['resource'] as const) : []),
      ];
      return {
        generation: 'lbc',
        row,
        family,
        ...(gatewayType && { gatewayType }),
        clusterTag,
        stack,
        resource,
        role: roleOf(resource),
        ...(missing.length > 0 && { missing }),
      };
    }
  }
  if (own(tags, BACKEND_SG_TAG) === 'backend-sg') {
    return {
      generation: 'lbc',
      row: 6,
      clusterTag,
      resource: 'backend-sg',
      role: 'backend-security-group',
    };
  }
  return {
    generation: 'lbc',
    row: 0,
    clusterTag,
    missing: ['stack', 'resource'],
  };
}

function legacyIdentity(tags: Tags): TagIdentity | undefined {
  const v1Cluster = own(tags, 'ingress.k8s.aws/cluster');
  const ingressStack = own(tags, 'ingress.k8s.aws/stack');
  if (v1Cluster !== undefined && ingressStack !== undefined) {
    const resource = own(tags, 'ingress.k8s.aws/resource');
    return {
      generation: 'alb-ingress-v1',
      row: 7,
      family: 'ingress',
      clusterTag: v1Cluster,
      stack: ingressStack,
      resource,
      role: roleOf(resource),
    };
  }
  for (const each of STACK_KEYS) {
    const stack = own(tags, each.stackKey);
    const { family, row, gatewayType } = each;
    if (stack !== undefined) {
      // The controller's stack tag without its cluster tag: someone took it off.
      const resource = own(tags, each.resourceKey);
      return {
        generation: 'lbc',
        row,
        family,
        ...(gatewayType && { gatewayType }),
        stack,
        resource,
        role: roleOf(resource),
        missing: [
          'cluster',
          ...(resource === undefined ? (['resource'] as const) : []),
        ],
      };
    }
  }
  const ingressName = own(tags, 'kubernetes.io/ingress-name');
  const namespace = own(tags, 'kubernetes.io/namespace');
  if (ingressName !== undefined && namespace !== undefined) {
    return {
      generation: 'alb-ingress-v1',
      row: 8,
      family: 'ingress',
      stack: `${namespace}/${ingressName}`,
    };
  }
  return undefined;
}

function inTreeIdentity(tags: Tags): TagIdentity | undefined {
  const service = own(tags, 'kubernetes.io/service-name');
  const owned =
    own(tags, 'KubernetesCluster') !== undefined ||
    Object.entries(tags).some(
      ([key, value]) =>
        key.startsWith('kubernetes.io/cluster/') && value === 'owned',
    );
  return service !== undefined && owned
    ? { generation: 'in-tree', row: 9, family: 'service', stack: service }
    : undefined;
}

/** What a resource's tags say of its maker; first row that matches wins. @public */
export function identifyTags(tags: Tags): TagIdentity {
  return (
    autoModeIdentity(tags) ??
    controllerIdentity(tags) ??
    legacyIdentity(tags) ??
    inTreeIdentity(tags) ?? { generation: 'unmanaged', row: 0 }
  );
}

/** Namespace and name a stack value names; undefined for an explicit group. @public */
export function stackObject(
  stack: string,
): { namespace: string; name: string } | undefined {
  const slash = stack.indexOf('/');
  return slash > 0 && slash < stack.length - 1
    ? { namespace: stack.slice(0, slash), name: stack.slice(slash + 1) }
    : undefined;
}
