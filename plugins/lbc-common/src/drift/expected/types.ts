import { Message } from '../../messages';
import { Fact, NotModelledReason, Reference } from '../facts';

/** @public */
export interface ExpectedSubnet {
  allocationId?: Fact<string>;
  privateIpv4Address?: Fact<string>;
  ipv6Address?: Fact<string>;
  sourceNatIpv6Prefix?: Fact<string>;
}

/** What the controller makes of the load balancer itself. @public */
export interface ExpectedLoadBalancer {
  name: Fact<string>;
  type: 'application' | 'network';
  scheme: Fact<string>;
  ipAddressType: string;
  enablePrefixForIpv6SourceNat?: string;
  /**
   * By subnet ID. Absent where the controller keeps those that the load
   * balancer has: nothing is asked for.
   */
  subnets?: Fact<Record<string, ExpectedSubnet>>;
  /** In the controller's order. None is asked for where absent. */
  securityGroups?: Fact<Array<Fact<Reference | string>>>;
  inboundRulesOnPrivateLink?: string;
  customerOwnedIpv4Pool?: string;
  ipv4IpamPool?: string;
  minimumCapacity?: number;
  /** Only the keys that are named: the controller never resets another one. */
  attributes: Record<string, string>;
  /** Without those the controller finds its resources by. */
  tags: Record<string, string>;
}

/** @public */
export interface ExpectedAction {
  type: string;
  targetGroups?: Array<{
    targetGroup: Fact<Reference | string>;
    weight?: number;
  }>;
  stickiness?: { enabled?: boolean; durationSeconds?: number };
  redirect?: {
    host?: string;
    path?: string;
    port?: string;
    protocol?: string;
    query?: string;
    statusCode: string;
  };
  fixedResponse?: {
    contentType?: string;
    messageBody?: string;
    statusCode: string;
  };
  /** Settings of `authenticate-…` and `jwt-validation`, as the model names them. */
  other?: Record<string, Fact<unknown>>;
}

/** @public */
export interface ExpectedListener {
  loadBalancer: Reference;
  port: number;
  protocol: string;
  /** The first is the default one. */
  certificates?: Fact<Array<Fact<string>>>;
  sslPolicy?: string;
  alpnPolicy?: string[];
  mutualAuthentication?: {
    mode: string;
    trustStoreArn?: Fact<string>;
    ignoreClientCertificateExpiry?: boolean;
    advertiseTrustStoreCaNames?: string;
  };
  defaultActions: ExpectedAction[];
  attributes: Record<string, string>;
  tags: Record<string, string>;
}

/** @public */
export interface ExpectedCondition {
  field: string;
  values?: string[];
  regexValues?: string[];
  httpHeaderName?: string;
  queryString?: Array<{ key?: string; value: string }>;
}

/** @public */
export interface ExpectedTransform {
  type: string;
  rewrites: Array<{ regex: string; replace: string }>;
}

/** @public */
export interface ExpectedRule {
  /** Resource ID of its listener. */
  listener: string;
  priority: number;
  conditions: ExpectedCondition[];
  actions: ExpectedAction[];
  transforms?: ExpectedTransform[];
  tags: Record<string, string>;
}

/** @public */
export interface ExpectedHealthCheck {
  port: string;
  protocol: string;
  path?: string;
  matcher?: { httpCode?: string; grpcCode?: string };
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

/** @public */
export interface ExpectedTargetGroup {
  name: string;
  targetType: string;
  port: number;
  protocol: string;
  protocolVersion?: string;
  ipAddressType: string;
  targetControlPort?: number;
  /** The port of the ALB that is its target, for an NLB in front of one. */
  albPort?: number;
  healthCheck: ExpectedHealthCheck;
  attributes: Record<string, string>;
  tags: Record<string, string>;
}

/** Who may reach the targets: what the binding asks of their security groups. @public */
export interface ExpectedNetworkingRule {
  from: Fact<Array<Fact<Reference | string>>>;
  ports: Array<{ protocol: string; port?: number | string }>;
}

/** @public */
export interface ExpectedTargetGroupBinding {
  namespace: string;
  name: string;
  targetType: string;
  serviceRef: { name: string; port: number | string };
  networking?: Fact<ExpectedNetworkingRule[]>;
  nodeSelector?: unknown;
  ipAddressType: string;
  vpcId: Fact<string>;
  multiCluster?: boolean;
  targetGroupProtocol: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** A security group that the controller makes and keeps the rules of. @public */
export interface ExpectedSecurityGroup {
  name: string;
  description: string;
  tags: Record<string, string>;
  /** `tcp 443-443 192.0.2.0/24` and the like, each `true`. */
  ingress: Record<string, true>;
}

/**
 * What the controller builds of a stack, by its own resource IDs, which are the
 * values of the `…/resource` tags.
 * @public
 */
export interface ExpectedModel {
  /** `<namespace>/<name>` or a group's name. */
  stack: string;
  loadBalancers: Record<string, ExpectedLoadBalancer>;
  listeners: Record<string, ExpectedListener>;
  rules: Record<string, ExpectedRule>;
  targetGroups: Record<string, ExpectedTargetGroup>;
  targetGroupBindings: Record<string, ExpectedTargetGroupBinding>;
  securityGroups: Record<string, ExpectedSecurityGroup>;
  webAcl?: Fact<string>;
  shield?: boolean;
  /**
   * The tags that mark all of it, but for `…/resource`: the cluster tag and
   * the stack tag.
   */
  trackingTags: Record<string, string>;
  /** The key whose value is the resource ID. */
  resourceTagKey: string;
  /** Keys of tags that the controller leaves to others. */
  externalManagedTags: string[];
  /** Whether listeners and rules carry tags. */
  tagsListeners: boolean;
}

/**
 * What an owner asks for:
 *
 * - `built`: the controller builds this model, as far as the spec decides it
 * - `refused`: it builds none, because of the spec itself
 * - `not-modelled`: whether it does cannot be told from what was read
 * @public
 */
export type Expected =
  | { status: 'built'; model: ExpectedModel }
  | { status: 'refused'; reason: Message }
  | { status: 'not-modelled'; reason: NotModelledReason };

/** An empty model. */
export function emptyModel(options: {
  stack: string;
  prefix: string;
  clusterTag: string;
  externalManagedTags: string[];
  tagsListeners: boolean;
}): ExpectedModel {
  const { stack, prefix, clusterTag, externalManagedTags, tagsListeners } =
    options;
  return {
    stack,
    loadBalancers: {},
    listeners: {},
    rules: {},
    targetGroups: {},
    targetGroupBindings: {},
    securityGroups: {},
    trackingTags: {
      'elbv2.k8s.aws/cluster': clusterTag,
      [`${prefix}/stack`]: stack,
    },
    resourceTagKey: `${prefix}/resource`,
    externalManagedTags,
    tagsListeners,
  };
}
