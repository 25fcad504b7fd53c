import { TagIdentity, Tags, identifyTags } from '../identity/tags';
import {
  AwsLoadBalancer,
  ManagedSecurityGroup,
  AwsTargetGroup,
  TargetGroupHealth,
} from './aws';
import { ScopeSnapshot } from './snapshot';

/** A load balancer with what its tags say; `tags` is absent where nobody read them. @public */
export interface IndexedLoadBalancer {
  loadBalancer: AwsLoadBalancer;
  tags?: Tags;
  identity?: TagIdentity;
}

/** @public */
export interface IndexedTargetGroup {
  targetGroup: AwsTargetGroup;
  tags?: Tags;
  identity?: TagIdentity;
  health?: TargetGroupHealth;
}

/** A security group that carries a controller's tag. @public */
export interface IndexedSecurityGroup {
  securityGroup: ManagedSecurityGroup;
  identity: TagIdentity;
  /** ARNs of the load balancers that have it. */
  usedBy: readonly string[];
}

/**
 * A scope's snapshot, indexed once for all units that read it: by ARN, by DNS
 * name (lower case) and by cluster tag.
 * @public
 */
export interface ScopeIndex {
  /** `account/region`. */
  id: string;
  snapshot: ScopeSnapshot;
  loadBalancers: ReadonlyMap<string, IndexedLoadBalancer>;
  targetGroups: ReadonlyMap<string, IndexedTargetGroup>;
  byDnsName: ReadonlyMap<string, IndexedLoadBalancer>;
  /** ARNs of load balancers by value of the cluster tag. */
  byClusterTag: ReadonlyMap<string, readonly string[]>;
  /** ARNs of target groups by load balancer ARN. */
  targetGroupsOf: ReadonlyMap<string, readonly string[]>;
  /** By ARN; empty where EC2 is not read. */
  securityGroups: ReadonlyMap<string, IndexedSecurityGroup>;
}

function push(map: Map<string, string[]>, key: string, value: string) {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}

/** Groups with the load balancers that have them, unless EC2 was switched off since. */
function indexSecurityGroups({
  kinds: { securityGroups, loadBalancers },
}: ScopeSnapshot): Map<string, IndexedSecurityGroup> {
  const indexed = new Map<string, IndexedSecurityGroup>();
  if (
    !securityGroups ||
    securityGroups.attemptedAt < (loadBalancers?.attemptedAt ?? '')
  ) {
    return indexed;
  }
  const users = new Map<string, string[]>();
  for (const { arn, securityGroups: ids } of loadBalancers?.items ?? []) {
    for (const id of ids) {
      push(users, id, arn);
    }
  }
  for (const securityGroup of securityGroups.items) {
    indexed.set(securityGroup.arn, {
      securityGroup,
      identity: identifyTags(securityGroup.tags),
      usedBy: users.get(securityGroup.id) ?? [],
    });
  }
  return indexed;
}

/** Indexes a scope's snapshot. @public */
export function indexScope(snapshot: ScopeSnapshot): ScopeIndex {
  const tagsByArn = new Map(
    (snapshot.kinds.tags?.items ?? []).map(({ arn, tags }) => [arn, tags]),
  );
  const loadBalancers = new Map<string, IndexedLoadBalancer>();
  const byDnsName = new Map<string, IndexedLoadBalancer>();
  const byClusterTag = new Map<string, string[]>();
  for (const loadBalancer of snapshot.kinds.loadBalancers?.items ?? []) {
    const tags = tagsByArn.get(loadBalancer.arn);
    const identity = tags && identifyTags(tags);
    const indexed = { loadBalancer, tags, identity };
    loadBalancers.set(loadBalancer.arn, indexed);
    byDnsName.set(loadBalancer.dnsName.toLowerCase(), indexed);
    if (identity?.clusterTag !== undefined) {
      push(byClusterTag, identity.clusterTag, loadBalancer.arn);
    }
  }
  const targetGroups = new Map<string, IndexedTargetGroup>();
  const targetGroupsOf = new Map<string, string[]>();
  for (const targetGroup of snapshot.kinds.targetGroups?.items ?? []) {
    const tags = tagsByArn.get(targetGroup.arn);
    targetGroups.set(targetGroup.arn, {
      targetGroup,
      tags,
      identity: tags && identifyTags(tags),
      health: snapshot.health.get(targetGroup.arn),
    });
    for (const arn of targetGroup.loadBalancerArns) {
      push(targetGroupsOf, arn, targetGroup.arn);
    }
  }
  return {
    id: `${snapshot.accountId}/${snapshot.region}`,
    snapshot,
    loadBalancers,
    targetGroups,
    byDnsName,
    byClusterTag,
    targetGroupsOf,
    securityGroups: indexSecurityGroups(snapshot),
  };
}
