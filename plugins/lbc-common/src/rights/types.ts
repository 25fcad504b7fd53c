import type { AwsKindName, KubernetesKindName } from '../inventory/kinds';

/**
 * What nobody can say where a right is missing. Each is a sentence,
 * `rights.hides-…`.
 * @public
 */
export type HiddenWithout =
  | 'cluster-identity'
  | 'version'
  | 'ingresses'
  | 'services'
  | 'gateways'
  | 'target-group-bindings'
  | 'accelerators'
  | 'controllers'
  | 'locks'
  | 'webhooks'
  | 'crds'
  | 'rbac'
  | 'disruption-budgets'
  | 'events'
  | 'nodes'
  | 'load-balancers'
  | 'target-groups'
  | 'tags'
  | 'health'
  | 'stack'
  | 'security-groups'
  | 'eks-clusters'
  | 'pod-identities'
  | 'roles';

/** What a cluster is asked for that is no kind of a sweep. @public */
export type KubernetesQuestion = KubernetesKindName | 'nodes' | 'version';

/** One thing that a cluster must allow. @public */
export interface KubernetesRight {
  /** What it lets be read. */
  kind: KubernetesQuestion;
  /** Empty for the core group. */
  apiGroup: string;
  /** As RBAC names it; empty where `nonResourceURLs` are what is allowed. */
  resource: string;
  verbs: ReadonlyArray<'get' | 'list'>;
  /** Only objects of these names. */
  resourceNames?: readonly string[];
  nonResourceURLs?: readonly string[];
  hides: HiddenWithout;
}

/** Switches of `lbc.aws.optional`. @public */
export const OPTIONAL_AWS_SERVICES = ['ec2', 'eks', 'iam'] as const;

/** A switch of `lbc.aws.optional`. @public */
export type OptionalAwsService = (typeof OPTIONAL_AWS_SERVICES)[number];

/** What an action is needed for: always, for one stack, or by a switch. @public */
export type AwsRightGroup =
  | 'inventory'
  | 'health'
  | 'stack'
  | OptionalAwsService;

/** One action that AWS must allow. @public */
export interface AwsRight {
  /** As in `elasticloadbalancing:DescribeTags`. */
  action: string;
  /** What it lets be read, as coverage names it. */
  kind: AwsKindName | 'targetHealth' | 'stack';
  group: AwsRightGroup;
  hides: HiddenWithout;
  /** Whether `Resource` may be narrowed; where not, AWS takes only `*`. */
  narrowable?: boolean;
}
