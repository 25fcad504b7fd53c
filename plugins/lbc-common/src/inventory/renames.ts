import { bindingsAt } from '../identity/bindings';
import { uidLoadBalancerName } from '../identity/names';
import { stackObject } from '../identity/tags';
import { ClaimedLoadBalancer, OwnerLookup } from './cases';
import { IndexedLoadBalancer, ScopeIndex } from './scopeIndex';
import { ClusterBinding } from './subject';

const KINDS = { service: 'Service', gateway: 'Gateway' } as const;

/**
 * Whether a load balancer's name was made of its own cluster tag and the UID of
 * an object that is there now. No other object, of whatever cluster, has that
 * UID. Ingresses' names hold none.
 */
export function isNamedAfterLivingOwner(
  { loadBalancer, identity }: IndexedLoadBalancer,
  lookup: Pick<OwnerLookup, 'find'>,
): boolean {
  const { generation, family, clusterTag, stack, role } = identity ?? {};
  const object = stack === undefined ? undefined : stackObject(stack);
  if (
    generation !== 'lbc' ||
    role !== 'load-balancer' ||
    (family !== 'service' && family !== 'gateway') ||
    clusterTag === undefined ||
    !object ||
    loadBalancer.scheme === undefined
  ) {
    return false;
  }
  const owner = lookup.find(KINDS[family], object.namespace, object.name);
  return (
    owner !== undefined &&
    owner.metadata.uid !== '' &&
    loadBalancer.name ===
      uidLoadBalancerName({
        ...object,
        clusterTag,
        uid: owner.metadata.uid,
        scheme: loadBalancer.scheme,
      })
  );
}

/**
 * Load balancers that a cluster made under a name that it no longer has, where
 * nothing binds that name to anybody: told by the owner's UID in their names
 * (DESIGN §5). The name itself is not bound by it.
 */
export function claimRenamed(options: {
  scopes: readonly ScopeIndex[];
  bindings: readonly ClusterBinding[];
  claimed: readonly ClaimedLoadBalancer[];
  lookup: OwnerLookup;
}): ClaimedLoadBalancer[] {
  const { scopes, bindings, lookup } = options;
  const taken = new Map(
    options.claimed.map(each => [each.indexed.loadBalancer.arn, each]),
  );
  const renamed: ClaimedLoadBalancer[] = [];
  for (const scope of scopes) {
    const { accountId, region } = scope.snapshot;
    for (const [arn, indexed] of scope.loadBalancers) {
      const clusterTag = indexed.identity?.clusterTag;
      // One that is only remembered is proven anew, or it is not bound.
      if (
        clusterTag === undefined ||
        taken.get(arn)?.bound ||
        !isNamedAfterLivingOwner(indexed, lookup)
      ) {
        continue;
      }
      const { vpcId } = indexed.loadBalancer;
      const place = { clusterTag, accountId, region, vpcId };
      if (bindingsAt(bindings, place).length === 0) {
        renamed.push({
          scope,
          indexed,
          bound: true,
          boundElsewhere: [],
          byName: true,
        });
      }
    }
  }
  return renamed;
}
