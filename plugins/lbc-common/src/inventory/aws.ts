import { Tags } from '../identity/tags';

/** A load balancer as DescribeLoadBalancers says it. @public */
export interface AwsLoadBalancer {
  arn: string;
  name: string;
  dnsName: string;
  type: 'application' | 'network' | 'gateway';
  scheme?: string;
  vpcId?: string;
  state: { code: string; reason?: string };
  /** ISO 8601. */
  createdAt?: string;
  ipAddressType?: string;
  availabilityZones: Array<{ zoneName?: string; subnetId?: string }>;
  securityGroups: string[];
}

/** A target group as DescribeTargetGroups says it. @public */
export interface AwsTargetGroup {
  arn: string;
  name: string;
  protocol?: string;
  protocolVersion?: string;
  port?: number;
  vpcId?: string;
  targetType?: string;
  ipAddressType?: string;
  loadBalancerArns: string[];
  healthCheck?: {
    protocol?: string;
    port?: string;
    path?: string;
    intervalSeconds?: number;
    timeoutSeconds?: number;
    healthyThresholdCount?: number;
    unhealthyThresholdCount?: number;
    matcher?: string;
  };
}

/**
 * Tags of one ARN. A resource that is not among the `tags` items has tags that
 * nobody read: that is not the same as none.
 * @public
 */
export interface AwsResourceTags {
  arn: string;
  tags: Tags;
}

/**
 * A security group that carries a tag of a controller, as DescribeSecurityGroups
 * says it. Whether something uses it, EC2 does not say.
 * @public
 */
export interface ManagedSecurityGroup {
  arn: string;
  id: string;
  name: string;
  description?: string;
  vpcId?: string;
  tags: Tags;
}

/** What EKS says of one cluster. @public */
export interface AwsEksCluster {
  arn: string;
  name: string;
  /** False: EKS answered ResourceNotFound when asked for it. */
  exists: boolean;
  /** Address of its API server. */
  endpoint?: string;
  status?: string;
  /** ISO 8601. */
  createdAt?: string;
}

/** One target's health, as AWS said it. @public */
export interface TargetHealth {
  id: string;
  port?: number;
  availabilityZone?: string;
  state: string;
  reason?: string;
  description?: string;
  administrativeOverride?: string;
}

/** A target group's health at a time of its own. @public */
export interface TargetGroupHealth {
  targetGroupArn: string;
  /** ISO 8601. */
  observedAt: string;
  targets: TargetHealth[];
}
