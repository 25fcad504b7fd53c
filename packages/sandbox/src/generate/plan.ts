/**
 * What a generated fleet consists of, before anything of it is written as
 * Kubernetes or AWS would answer it. A plan is small: it is all that is kept.
 */
export interface FleetPlan {
  seed: number;
  scopes: ScopePlan[];
  clusters: ClusterPlan[];
}

/** One AWS account and Region with one VPC. */
export interface ScopePlan {
  accountId: string;
  region: string;
  vpcId: string;
  /** By place: zones a, b and c. */
  publicSubnets: string[];
  privateSubnets: string[];
  foreign: ForeignPlan[];
}

export interface ClusterPlan {
  /** Its `--cluster-name`, its cluster tag and its name in recordings. */
  name: string;
  scope: ScopePlan;
  /** The controller's release. */
  release: 'v3.5.0' | 'v2.17.1';
  /** Whether the controller runs. */
  attended: boolean;
  /** Milliseconds since the epoch. */
  createdAt: number;
  nodes: NodePlan[];
  backendGroup: SecurityGroupPlan;
  nodeGroupId: string;
  stacks: StackPlan[];
}

export interface NodePlan {
  name: string;
  ip: string;
  zone: string;
}

export interface SecurityGroupPlan {
  id: string;
  name: string;
}

export type Family = 'ingress' | 'group' | 'service' | 'gateway';

/** What becomes of a stack beside being served. */
export type Fate = 'well' | 'unhealthy' | 'deleted' | 'ownerless';

/** What the controller builds from one owner or group. */
export interface StackPlan {
  cluster: ClusterPlan;
  family: Family;
  fate: Fate;
  /** The value of the stack tag: `namespace/name`, or the group. */
  stack: string;
  scheme: 'internet-facing' | 'internal';
  createdAt: number;
  /** The team whose tag it carries, if any. */
  team?: string;
  https: boolean;
  owners: OwnerPlan[];
  backends: BackendPlan[];
  loadBalancer: LoadBalancerPlan;
  securityGroup: SecurityGroupPlan;
  /** Only on stacks that are well: a load balancer that was made in step 1 and changed in step 2. */
  changes: boolean;
}

export interface OwnerPlan {
  kind: 'Ingress' | 'Service' | 'Gateway';
  namespace: string;
  name: string;
  uid: string;
  createdAt: number;
  deletedAt?: number;
}

/** One target group and what is behind it. */
export interface BackendPlan {
  owner: OwnerPlan;
  workload: WorkloadPlan;
  port: number;
  targetPort: number;
  targetGroup: { name: string; id: string; arn: string };
  /** How many of the targets are unhealthy. */
  unhealthy: number;
}

/** A Service with its Deployment and Pods. */
export interface WorkloadPlan {
  namespace: string;
  name: string;
  serviceUid: string;
  ports: Array<{ port: number; targetPort: number }>;
  pods: number;
  /** The place of its first Pod among all addresses of the VPC. */
  firstAddress: number;
  createdAt: number;
}

export interface LoadBalancerPlan {
  type: 'application' | 'network';
  name: string;
  id: string;
  arn: string;
  dnsName: string;
  createdAt: number;
}

/** A load balancer that no controller of the fleet made. */
export interface ForeignPlan {
  loadBalancer: LoadBalancerPlan;
  scheme: StackPlan['scheme'];
  tags: Array<{ Key: string; Value: string }>;
  targetGroup?: { name: string; arn: string };
}
