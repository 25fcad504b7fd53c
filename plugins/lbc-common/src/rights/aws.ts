import { OPTIONAL_AWS_SERVICES } from './types';
import type { AwsRight, AwsRightGroup } from './types';

/** An action of ELBv2 that reads a part of one stack. */
function ofStack(operation: string): AwsRight {
  return {
    action: `elasticloadbalancing:${operation}`,
    kind: 'stack',
    group: 'stack',
    hides: 'stack',
  };
}

/** Actions on the roles of controllers, or on their policies. */
function ofRoles(operation: string): AwsRight {
  return {
    action: `iam:${operation}`,
    kind: 'iamRoles',
    group: 'iam',
    hides: 'roles',
    narrowable: true,
  };
}

/**
 * What every account must allow, one entry an action: everything that is ever
 * called there, and nothing more. The shipped policies, the documentation, the
 * doctor and the banners are made of it.
 * @public
 */
export const AWS_RIGHTS: readonly AwsRight[] = [
  {
    action: 'elasticloadbalancing:DescribeLoadBalancers',
    kind: 'loadBalancers',
    group: 'inventory',
    hides: 'load-balancers',
  },
  {
    action: 'elasticloadbalancing:DescribeTargetGroups',
    kind: 'targetGroups',
    group: 'inventory',
    hides: 'target-groups',
  },
  {
    action: 'tag:GetResources',
    kind: 'tags',
    group: 'inventory',
    hides: 'tags',
  },
  {
    action: 'elasticloadbalancing:DescribeTags',
    kind: 'tags',
    group: 'inventory',
    hides: 'tags',
  },
  {
    action: 'elasticloadbalancing:DescribeTargetHealth',
    kind: 'targetHealth',
    group: 'health',
    hides: 'health',
  },
  ofStack('DescribeLoadBalancerAttributes'),
  ofStack('DescribeListeners'),
  ofStack('DescribeListenerAttributes'),
  ofStack('DescribeListenerCertificates'),
  ofStack('DescribeRules'),
  ofStack('DescribeTargetGroupAttributes'),
  {
    action: 'ec2:DescribeSecurityGroups',
    kind: 'securityGroups',
    group: 'ec2',
    hides: 'security-groups',
  },
  {
    action: 'eks:ListClusters',
    kind: 'eksClusters',
    group: 'eks',
    hides: 'eks-clusters',
  },
  {
    action: 'eks:DescribeCluster',
    kind: 'eksClusters',
    group: 'eks',
    hides: 'eks-clusters',
    narrowable: true,
  },
  {
    action: 'eks:DescribeClusterVersions',
    kind: 'eksClusters',
    group: 'eks',
    hides: 'eks-clusters',
  },
  {
    action: 'eks:ListPodIdentityAssociations',
    kind: 'eksClusters',
    group: 'eks',
    hides: 'pod-identities',
    narrowable: true,
  },
  {
    action: 'eks:DescribePodIdentityAssociation',
    kind: 'eksClusters',
    group: 'eks',
    hides: 'pod-identities',
    narrowable: true,
  },
  ofRoles('GetRole'),
  ofRoles('ListRolePolicies'),
  ofRoles('GetRolePolicy'),
  ofRoles('ListAttachedRolePolicies'),
  ofRoles('GetPolicy'),
  ofRoles('GetPolicyVersion'),
];

/** Groups of actions, as statements of a policy. @public */
export const AWS_RIGHT_GROUPS: readonly AwsRightGroup[] = [
  'inventory',
  'health',
  'stack',
  ...OPTIONAL_AWS_SERVICES,
];

const BY_ACTION = new Map(AWS_RIGHTS.map(each => [each.action, each]));

/** The actions that a kind of coverage is read with. @public */
export function awsRightsOf(kind: string): AwsRight[] {
  return AWS_RIGHTS.filter(each => each.kind === kind);
}

/** What is known of an action that was refused. @public */
export function findAwsRight(action: string): AwsRight | undefined {
  return BY_ACTION.get(action);
}
