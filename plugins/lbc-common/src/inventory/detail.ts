import { Tags } from '../identity/tags';
import { Message } from '../messages';
import { AwsLoadBalancer, AwsTargetGroup, TargetGroupHealth } from './aws';

/**
 * What a detail job read of one load balancer: an overlay with its own time.
 * It proves that something is there, never that something is not. A part that
 * could not be read is missing (`undefined`), which is not the same as empty.
 * @public
 */
export interface StackDetail {
  loadBalancerArn: string;
  /** ISO 8601. */
  observedAt: string;
  loadBalancer?: AwsLoadBalancer;
  /** Attribute key to value, as AWS says it. */
  loadBalancerAttributes?: Record<string, string>;
  listeners?: AwsListener[];
  targetGroups?: AwsTargetGroupDetail[];
  /** Tags by ARN (security groups: by ID). */
  tags?: Record<string, Tags>;
  securityGroups?: AwsSecurityGroup[];
  /** What could not be read: one item an API operation, with why. */
  notRead: NotRead[];
}

/** An operation of a detail job that could not be done, once for all its ARNs. @public */
export interface NotRead {
  /** Such as `elasticloadbalancing:DescribeRules`, or `pods`. */
  operation: string;
  reason: Message;
}

/** A listener with its rules. @public */
export interface AwsListener {
  arn: string;
  port: number;
  protocol: string;
  sslPolicy?: string;
  alpnPolicy?: string[];
  /** The default certificate. */
  certificateArn?: string;
  /** DescribeListenerCertificates without the default one. */
  extraCertificateArns?: string[];
  mutualAuthentication?: { mode?: string; trustStoreArn?: string };
  attributes?: Record<string, string>;
  defaultActions: AwsAction[];
  /** Without the default rule; `undefined` where rules were not read. */
  rules?: AwsRule[];
}

/** A listener rule. @public */
export interface AwsRule {
  arn: string;
  priority: number;
  conditions: AwsRuleCondition[];
  actions: AwsAction[];
  /** What the rule rewrites; `undefined` where AWS did not say. */
  transforms?: Array<{
    type: string;
    rewrites: Array<{ regex: string; replace: string }>;
  }>;
}

/** A condition of a rule, as DescribeRules says it. @public */
export interface AwsRuleCondition {
  field: string;
  /** Values of hosts, paths, methods, source IPs. */
  values: string[];
  httpHeaderName?: string;
  queryString?: Array<{ key?: string; value: string }>;
}

/** An action of a listener or a rule. @public */
export interface AwsAction {
  type: string;
  order?: number;
  /** `forward`: weights are AWS' own. */
  targetGroups?: Array<{ arn: string; weight?: number }>;
  stickiness?: { enabled?: boolean; durationSeconds?: number };
  redirect?: {
    protocol?: string;
    host?: string;
    port?: string;
    path?: string;
    query?: string;
    statusCode?: string;
  };
  fixedResponse?: {
    statusCode?: string;
    contentType?: string;
    messageBody?: string;
  };
  /** Settings of `authenticate-cognito`, `authenticate-oidc` and others. */
  other?: Record<string, string>;
}

/** A target group of the stack. @public */
export interface AwsTargetGroupDetail {
  targetGroup: AwsTargetGroup;
  attributes?: Record<string, string>;
  health?: TargetGroupHealth;
}

/** A security group with what it lets in. @public */
export interface AwsSecurityGroup {
  id: string;
  name: string;
  vpcId?: string;
  description?: string;
  tags: Tags;
  ingress?: AwsSecurityGroupRule[];
}

/** One permission into a security group, flattened to one source. @public */
export interface AwsSecurityGroupRule {
  protocol: string;
  fromPort?: number;
  toPort?: number;
  /** A CIDR, a prefix list's ID or a security group's ID. */
  source: string;
  description?: string;
}
