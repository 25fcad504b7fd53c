import { Tags } from '../identity/tags';
import { Message } from '../messages';

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
  /** Of Kubernetes, as `1.34`. */
  version?: string;
  platformVersion?: string;
  /** What EKS itself finds wrong with it, by EKS' own codes. */
  issues?: Array<{ code: string; message?: string }>;
  /** How long EKS supports this version; absent where EKS was not asked or does not say. */
  support?: AwsEksSupport;
  /**
   * Pod Identity associations of the service accounts that controllers run as;
   * absent where EKS was not asked.
   */
  podIdentities?: AwsPodIdentity[];
  /** Actions of IAM that EKS refused, beyond DescribeCluster. */
  denied?: string[];
}

/** EKS' support of a version of Kubernetes. @public */
export interface AwsEksSupport {
  status: 'standard' | 'extended' | 'ended' | 'unknown';
  /** A day, as `2026-12-02`. */
  standardEnds?: string;
  /** A day, as `2027-12-02`. */
  extendedEnds?: string;
}

/** A role that EKS gives to the Pods of a service account. @public */
export interface AwsPodIdentity {
  namespace: string;
  serviceAccount: string;
  roleArn: string;
  /** A role that is assumed from the first one, in another account maybe. */
  targetRoleArn?: string;
}

/** A service account that a role is for. @public */
export interface IamRoleUser {
  /** The portal's name of the cluster. */
  cluster: string;
  namespace: string;
  /** The service account's name; absent where a TargetGroupBinding names the role. */
  serviceAccount?: string;
  /** The TargetGroupBinding that names the role to assume. */
  targetGroupBinding?: string;
}

/** A policy as IAM says it, or why its text is not known. @public */
export interface IamDocument {
  /** Name of the policy. */
  name: string;
  /** Absent for a policy that is written into the role. */
  arn?: string;
  /** The parsed JSON; judged by the domain, nothing is promised of it. */
  document?: unknown;
  /**
   * Why there is no document: its text is no JSON, it is larger than any policy
   * may be, or it was not read.
   */
  problem?: 'not-json' | 'too-large' | 'not-read';
}

/** An IAM role that a controller has, or had. @public */
export interface AwsIamRole {
  arn: string;
  name: string;
  /** False: IAM answered that there is no such role. */
  exists: boolean;
  /** Who has it, as the clusters say; empty where nobody has it any more. */
  usedBy: IamRoleUser[];
  /** Since when nobody has it any more (ISO 8601). */
  unusedSince?: string;
  /** Who had it last, where nobody has it any more. */
  lastUsedBy?: IamRoleUser[];
  /** ISO 8601. */
  createdAt?: string;
  /** Who may assume it. */
  trust?: IamDocument;
  /** Inline and attached policies. */
  policies: IamDocument[];
  boundary?: IamDocument;
  /** What of it could not be read, and why. */
  unread: Array<{ action: string; reason: Message }>;
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
