import { JsonObject, JsonValue } from '../json';
import { Files } from '../worlds';
import {
  attributes,
  describeForeign,
  describeForeignGroup,
  describeListeners,
  describeLoadBalancer,
  describeRules,
  describeTargetGroup,
  describeTargetHealth,
  loadBalancerAttributes,
  targetGroupAttributes,
} from './awsLoadBalancers';
import { eksClusters, eksVersions } from './awsEks';
import { iamRoles } from './awsIam';
import { networkTags, securityGroups, subnets, vpcs } from './awsNetwork';
import { listenersOf, tagDescriptions } from './awsTags';
import { keptFiles } from './LazyFiles';
import { MakeContext } from './objects';
import { ClusterPlan, ForeignPlan, ScopePlan, StackPlan } from './plan';

/** What one AWS scope answers, made when it is asked for and then kept. */
export function awsFiles(options: {
  scope: ScopePlan;
  clusters: ClusterPlan[];
  context: MakeContext;
}): Files {
  const { scope, context } = options;
  const clusters = options.clusters.filter(each => each.scope === scope);
  // As AWS lists them: in the order in which they were made.
  const stacks = clusters
    .flatMap(cluster => cluster.stacks)
    .sort((a, b) => a.createdAt - b.createdAt);
  return keptFiles(
    new Map<string, () => JsonValue>([
      ...elbLists(scope, stacks, context),
      ...elbKeyed(scope, stacks, context),
      ['ec2/DescribeVpcs', () => ({ Vpcs: vpcs(scope) })],
      ['ec2/DescribeSubnets', () => ({ Subnets: subnets(scope) })],
      [
        'ec2/DescribeSecurityGroups',
        () => ({ SecurityGroups: clusters.flatMap(securityGroups) }),
      ],
      ['eks/DescribeCluster', () => eksClusters(scope, clusters)],
      ['eks/DescribeClusterVersions', eksVersions],
      ['eks/DescribePodIdentityAssociation', () => ({})],
      ...iamRoles(options.clusters, scope),
      [
        'resourcegroupstaggingapi/GetResources',
        () => ({
          ResourceTagMappingList: [
            ...networkTags(scope, clusters),
            ...resourceTags(scope, stacks, context),
          ],
        }),
      ],
    ]),
  );
}

type Makers = Array<[string, () => JsonValue]>;

function elbLists(
  scope: ScopePlan,
  stacks: StackPlan[],
  { ids }: MakeContext,
): Makers {
  const { foreign } = scope;
  return [
    [
      'elbv2/DescribeLoadBalancers',
      () => ({
        LoadBalancers: [
          ...foreign.map(each => describeForeign(scope, each)),
          ...stacks.map(describeLoadBalancer),
        ],
      }),
    ],
    [
      'elbv2/DescribeTargetGroups',
      () => ({
        TargetGroups: [
          ...foreign.flatMap(each => describeForeignGroup(scope, each)),
          ...stacks.flatMap(stack =>
            stack.backends.map(backend => describeTargetGroup(stack, backend)),
          ),
        ],
      }),
    ],
    [
      'elbv2/DescribeTags',
      () => ({
        TagDescriptions: [
          ...foreign.flatMap(foreignTags),
          ...stacks.flatMap(stack => tagDescriptions(stack, ids)),
        ],
      }),
    ],
  ];
}

/** Operations that take one ARN. */
function elbKeyed(
  scope: ScopePlan,
  stacks: StackPlan[],
  context: MakeContext,
): Makers {
  const { foreign } = scope;
  const byArn = (entries: () => Array<[string, JsonObject]>) => () =>
    Object.fromEntries(entries());
  const foreignGroups = () =>
    foreign.flatMap(({ targetGroup }) =>
      targetGroup ? [targetGroup.arn] : [],
    );
  return [
    [
      'elbv2/DescribeListeners',
      byArn(() => [
        ...foreign.map(({ loadBalancer }): [string, JsonObject] => [
          loadBalancer.arn,
          { Listeners: [] },
        ]),
        ...stacks.map((stack): [string, JsonObject] => [
          stack.loadBalancer.arn,
          describeListeners(stack, context),
        ]),
      ]),
    ],
    [
      'elbv2/DescribeRules',
      byArn(() => stacks.flatMap(stack => describeRules(stack, context))),
    ],
    [
      'elbv2/DescribeListenerAttributes',
      byArn(() =>
        stacks.flatMap(stack =>
          listenersOf(stack, context.ids).map(
            ({ arn, protocol }): [string, JsonObject] => [
              arn,
              attributes(
                protocol === 'TCP'
                  ? { 'tcp.idle_timeout.seconds': '350' }
                  : { 'routing.http.response.server.enabled': 'true' },
              ),
            ],
          ),
        ),
      ),
    ],
    [
      'elbv2/DescribeTargetHealth',
      byArn(() => [
        ...foreignGroups().map((arn): [string, JsonObject] => [
          arn,
          { TargetHealthDescriptions: [] },
        ]),
        ...stacks.flatMap(stack =>
          stack.backends.map((backend): [string, JsonObject] => [
            backend.targetGroup.arn,
            describeTargetHealth(stack, backend, context),
          ]),
        ),
      ]),
    ],
    [
      'elbv2/DescribeLoadBalancerAttributes',
      byArn(() => [
        ...foreign.map(({ loadBalancer }): [string, JsonObject] => [
          loadBalancer.arn,
          attributes({ 'deletion_protection.enabled': 'false' }),
        ]),
        ...stacks.map((stack): [string, JsonObject] => [
          stack.loadBalancer.arn,
          loadBalancerAttributes(stack, context),
        ]),
      ]),
    ],
    [
      'elbv2/DescribeTargetGroupAttributes',
      byArn(() => [
        ...foreignGroups().map((arn): [string, JsonObject] => [
          arn,
          attributes({ 'deregistration_delay.timeout_seconds': '300' }),
        ]),
        ...stacks.flatMap(stack =>
          stack.backends.map(({ targetGroup }): [string, JsonObject] => [
            targetGroup.arn,
            targetGroupAttributes(stack),
          ]),
        ),
      ]),
    ],
  ];
}

/** The tagging API lists load balancers and target groups, not what is inside of them. */
function resourceTags(
  scope: ScopePlan,
  stacks: StackPlan[],
  { ids }: MakeContext,
): JsonObject[] {
  return [
    ...scope.foreign.flatMap(foreignTags),
    ...stacks.flatMap(stack => tagDescriptions(stack, ids)),
  ]
    .filter(({ ResourceArn, Tags }) => {
      const resource = String(ResourceArn).split(':')[5];
      return (
        /^(loadbalancer|targetgroup)\//.test(resource) &&
        Array.isArray(Tags) &&
        Tags.length > 0
      );
    })
    .map(({ ResourceArn, Tags }) => ({ ResourceARN: ResourceArn, Tags }));
}

function foreignTags({
  loadBalancer,
  targetGroup,
  tags,
}: ForeignPlan): JsonObject[] {
  return [
    { ResourceArn: loadBalancer.arn, Tags: tags },
    ...(targetGroup ? [{ ResourceArn: targetGroup.arn, Tags: [] }] : []),
  ];
}
