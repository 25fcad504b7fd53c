import { bindingsAt } from '../identity/bindings';
import { IndexedLoadBalancer, ScopeIndex } from './scopeIndex';
import { ClusterBinding } from './subject';
import { GoneSighting, RetiredCluster, UnitMemory } from './unit';

/** Between the two answers of EKS that make a cluster gone (DESIGN §5). */
export const CLUSTER_GONE_WAIT_SECONDS = 86_400;

/**
 * Notes which clusters EKS answers ResourceNotFound for. One that it has again
 * begins anew; that it was not asked, or did not answer, changes nothing.
 */
export function noteGoneClusters(memory: UnitMemory, scope: ScopeIndex): void {
  const { eksClusters, loadBalancers } = scope.snapshot.kinds;
  // What an earlier sweep read, before EKS was switched off, is no answer.
  if (
    eksClusters?.sweptAt === undefined ||
    eksClusters.sweptAt !== loadBalancers?.sweptAt
  ) {
    return;
  }
  const known = { ...memory.goneClusters };
  for (const { arn, exists } of eksClusters.items) {
    if (exists) {
      delete known[arn];
    } else {
      const { firstAt = eksClusters.sweptAt } = known[arn] ?? {};
      known[arn] = { firstAt, lastAt: eksClusters.sweptAt };
    }
  }
  if (Object.keys(known).length > 0) {
    memory.goneClusters = known;
  } else {
    delete memory.goneClusters;
  }
}

function isGone({ firstAt, lastAt }: GoneSighting): boolean {
  return (
    Date.parse(lastAt) - Date.parse(firstAt) >= CLUSTER_GONE_WAIT_SECONDS * 1000
  );
}

/** Where the wait is over, the next sweep decides. */
const NEXT_SWEEP_SECONDS = 300;

/** When EKS may have been asked again about clusters that it did not have once. */
export function goneDecidesAt(
  { goneClusters = {} }: UnitMemory,
  now: string,
): string[] {
  return Object.values(goneClusters)
    .filter(each => !isGone(each))
    .map(({ firstAt }) =>
      new Date(
        Math.max(
          Date.parse(firstAt) + CLUSTER_GONE_WAIT_SECONDS * 1000,
          Date.parse(now) + NEXT_SWEEP_SECONDS * 1000,
        ),
      ).toISOString(),
    );
}

/**
 * The cluster of a load balancer's tag, where EKS does not have it any more:
 * every binding of the tag there must be to that one cluster, and for this very
 * VPC. That nothing lives there is the orphan proof's to see.
 */
export function goneClusterOf(options: {
  indexed: IndexedLoadBalancer;
  scope: ScopeIndex;
  bindings: readonly ClusterBinding[];
  memory: UnitMemory;
}): RetiredCluster | undefined {
  const { indexed, scope, bindings, memory } = options;
  const { identity, loadBalancer } = indexed;
  const { accountId, region } = scope.snapshot;
  const { vpcId } = loadBalancer;
  const clusterTag = identity?.clusterTag;
  if (
    identity?.generation !== 'lbc' ||
    clusterTag === undefined ||
    vpcId === undefined
  ) {
    return undefined;
  }
  const place = { clusterTag, accountId, region, vpcId };
  const bound = bindingsAt(bindings, place);
  const [arn, ...others] = new Set(bound.map(({ eksArn }) => eksArn));
  if (
    arn === undefined ||
    others.length > 0 ||
    bound.some(each => each.vpcId !== vpcId)
  ) {
    return undefined;
  }
  const sighting = memory.goneClusters?.[arn];
  return sighting && isGone(sighting)
    ? { ...place, by: 'EKS', at: sighting.lastAt, eks: { arn, ...sighting } }
    : undefined;
}
