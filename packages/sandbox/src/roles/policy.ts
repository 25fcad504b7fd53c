import { JsonObject } from '../json';

const CLUSTER = 'elbv2.k8s.aws/cluster';
const REQUEST = `aws:RequestTag/${CLUSTER}`;
const RESOURCE = `aws:ResourceTag/${CLUSTER}`;
const OURS = { Null: { [RESOURCE]: 'false' } };
const TO_BE_OURS = { Null: { [REQUEST]: 'false' } };
/** Tags of ours may change, but for the one that makes it ours. */
const TAGS_OF_OURS = { Null: { [REQUEST]: 'true', [RESOURCE]: 'false' } };

const READ: Record<string, string[]> = {
  ec2: [
    'DescribeAccountAttributes',
    'DescribeAddresses',
    'DescribeAvailabilityZones',
    'DescribeCoipPools',
    'DescribeInstances',
    'DescribeInternetGateways',
    'DescribeIpamPools',
    'DescribeNetworkInterfaces',
    'DescribeRouteTables',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeTags',
    'DescribeVpcPeeringConnections',
    'DescribeVpcs',
    'GetCoipPoolUsage',
    'GetSecurityGroupsForVpc',
  ],
  elasticloadbalancing: [
    'DescribeCapacityReservation',
    'DescribeListenerAttributes',
    'DescribeListenerCertificates',
    'DescribeListeners',
    'DescribeLoadBalancerAttributes',
    'DescribeLoadBalancers',
    'DescribeRules',
    'DescribeSSLPolicies',
    'DescribeTags',
    'DescribeTargetGroupAttributes',
    'DescribeTargetGroups',
    'DescribeTargetHealth',
    'DescribeTrustStores',
  ],
  acm: ['DescribeCertificate', 'ListCertificates'],
  'cognito-idp': ['DescribeUserPoolClient'],
  iam: ['GetServerCertificate', 'ListServerCertificates'],
  shield: [
    'CreateProtection',
    'DeleteProtection',
    'DescribeProtection',
    'GetSubscriptionState',
  ],
  'waf-regional': [
    'AssociateWebACL',
    'DisassociateWebACL',
    'GetWebACL',
    'GetWebACLForResource',
  ],
  wafv2: [
    'AssociateWebACL',
    'DisassociateWebACL',
    'GetWebACL',
    'GetWebACLForResource',
  ],
};

interface Rule {
  service: string;
  actions: string[];
  resources?: string[];
  condition?: JsonObject;
}

function rules(): Rule[] {
  const elb = (kinds: string[]) =>
    kinds.map(kind => `arn:aws:elasticloadbalancing:*:*:${kind}`);
  const groups = ['arn:aws:ec2:*:*:security-group/*'];
  const main = elb([
    'targetgroup/*/*',
    'loadbalancer/net/*/*',
    'loadbalancer/app/*/*',
  ]);
  const inside = elb([
    'listener/net/*/*/*',
    'listener/app/*/*/*',
    'listener-rule/net/*/*/*',
    'listener-rule/app/*/*/*',
  ]);
  const balancing = 'elasticloadbalancing';
  return [
    {
      service: 'iam',
      actions: ['CreateServiceLinkedRole'],
      condition: {
        StringEquals: {
          'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com',
        },
      },
    },
    ...Object.entries(READ).map(([service, actions]) => ({ service, actions })),
    {
      service: 'ec2',
      actions: [
        'AuthorizeSecurityGroupIngress',
        'CreateSecurityGroup',
        'RevokeSecurityGroupIngress',
      ],
    },
    {
      service: 'ec2',
      actions: ['CreateTags'],
      resources: groups,
      condition: {
        StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup' },
        ...TO_BE_OURS,
      },
    },
    {
      service: 'ec2',
      actions: ['CreateTags', 'DeleteTags'],
      resources: groups,
      condition: TAGS_OF_OURS,
    },
    {
      service: 'ec2',
      actions: [
        'AuthorizeSecurityGroupIngress',
        'DeleteSecurityGroup',
        'RevokeSecurityGroupIngress',
      ],
      condition: OURS,
    },
    {
      service: balancing,
      actions: ['CreateLoadBalancer', 'CreateTargetGroup'],
      condition: TO_BE_OURS,
    },
    {
      service: balancing,
      actions: ['CreateListener', 'CreateRule', 'DeleteListener', 'DeleteRule'],
    },
    {
      service: balancing,
      actions: ['AddTags', 'RemoveTags'],
      resources: main,
      condition: TAGS_OF_OURS,
    },
    {
      service: balancing,
      actions: ['AddTags', 'RemoveTags'],
      resources: inside,
    },
    {
      service: balancing,
      actions: [
        'DeleteLoadBalancer',
        'DeleteTargetGroup',
        'ModifyCapacityReservation',
        'ModifyIpPools',
        'ModifyListenerAttributes',
        'ModifyLoadBalancerAttributes',
        'ModifyTargetGroup',
        'ModifyTargetGroupAttributes',
        'SetIpAddressType',
        'SetSecurityGroups',
        'SetSubnets',
      ],
      condition: OURS,
    },
    {
      service: balancing,
      actions: ['AddTags'],
      resources: main,
      condition: {
        StringEquals: {
          'elasticloadbalancing:CreateAction': [
            'CreateTargetGroup',
            'CreateLoadBalancer',
          ],
        },
        ...TO_BE_OURS,
      },
    },
    {
      service: balancing,
      actions: ['DeregisterTargets', 'RegisterTargets'],
      resources: elb(['targetgroup/*/*']),
    },
    {
      service: balancing,
      actions: [
        'AddListenerCertificates',
        'ModifyListener',
        'ModifyRule',
        'RemoveListenerCertificates',
        'SetRulePriorities',
        'SetWebAcl',
      ],
    },
  ];
}

/**
 * What the controller's policy allows since release 2.13.0, with all releases
 * that the worlds have, and without some actions where told so.
 */
export function controllerPolicy(
  options: { without?: readonly string[] } = {},
): JsonObject {
  const { without = [] } = options;
  return {
    Version: '2012-10-17',
    Statement: rules().flatMap(({ service, actions, resources, condition }) => {
      const allowed = actions
        .map(action => `${service}:${action}`)
        .filter(action => !without.includes(action));
      return allowed.length === 0
        ? []
        : [
            {
              Effect: 'Allow',
              Action: allowed,
              Resource: resources ?? '*',
              ...(condition && { Condition: condition }),
            },
          ];
    }),
  };
}
