import { AwsLoadBalancer } from '../../../inventory/aws';
import { CLUSTER_TAG, identifyTags } from '../../../identity/tags';
import { message } from '../../../messages';
import { aws } from '../commands';
import { PathContext } from '../input';
import { Tagged, taggedWith } from '../tagged';
import { RemovalCommand, RemovalGate } from '../types';
import { gate } from './gate';

/** Load balancers that AWS has under the cluster's name. */
export function taggedLoadBalancers(
  context: PathContext,
): Tagged<AwsLoadBalancer> {
  return taggedWith(
    context,
    'loadBalancers',
    ({ kinds }) => kinds.loadBalancers,
  );
}

/** They count what is tagged, and only read. */
export function countCommands(
  { names, region }: PathContext,
  type: 'loadbalancer' | 'targetgroup',
): RemovalCommand[] {
  return names.map(name =>
    aws(
      region,
      message('removal-command.tagged', { name }),
      'resourcegroupstaggingapi',
      'get-resources',
      '--resource-type-filters',
      `elasticloadbalancing:${type}`,
      '--tag-filters',
      `Key=${CLUSTER_TAG},Values=${name}`,
      '--query',
      'ResourceTagMappingList[].ResourceARN',
    ),
  );
}

export function groupCommands({
  names,
  region,
}: PathContext): RemovalCommand[] {
  return names.map(name =>
    aws(
      region,
      message('removal-command.security-groups', { name }),
      'ec2',
      'describe-security-groups',
      '--filters',
      `Name=tag:${CLUSTER_TAG},Values=${name}`,
      '--query',
      'SecurityGroups[].[GroupId,GroupName]',
    ),
  );
}

/** Nothing that the controller made may be left in AWS, save what goes with it. */
export function awsGates(
  context: PathContext,
  loadBalancers: Tagged<AwsLoadBalancer>,
): RemovalGate[] {
  const targetGroups = taggedWith(
    context,
    'targetGroups',
    ({ kinds }) => kinds.targetGroups,
  );
  const securityGroups = taggedWith(
    context,
    'securityGroups',
    ({ kinds }) => kinds.securityGroups,
  );
  return [
    gate({
      id: 'load-balancers',
      items: loadBalancers.items.map(({ item }) => item.arn),
      notSeen: loadBalancers.notSeen,
      observedAt: loadBalancers.observedAt,
      commands: countCommands(context, 'loadbalancer'),
      says: {
        none: message('removal-gate.load-balancers-none'),
        some: count => message('removal-gate.load-balancers', { count }),
      },
    }),
    gate({
      id: 'target-groups',
      items: targetGroups.items.map(({ item }) => item.arn),
      notSeen: targetGroups.notSeen,
      observedAt: targetGroups.observedAt,
      commands: countCommands(context, 'targetgroup'),
      says: {
        none: message('removal-gate.target-groups-none'),
        some: count => message('removal-gate.target-groups', { count }),
      },
    }),
    gate({
      id: 'security-groups',
      // The shared one goes last; it is a leftover.
      items: securityGroups.items
        .filter(
          ({ tags }) => identifyTags(tags).role !== 'backend-security-group',
        )
        .map(({ item }) => item.id),
      notSeen: securityGroups.notSeen,
      observedAt: securityGroups.observedAt,
      commands: groupCommands(context),
      says: {
        none: message('removal-gate.security-groups-none'),
        some: count => message('removal-gate.security-groups', { count }),
      },
    }),
  ];
}
