import { ClaimedLoadBalancer } from './cases';
import { loadBalancerSubjectId } from './clusterCases';
import { confirmedGone } from './confirmations';
import { ClusterUnitInput, UnitMemory } from './unit';

/**
 * Namespaces that must still be listed: owners were in them of load balancers,
 * and of security groups of theirs, that are there. Changes the memory that it
 * is given: words of operators that no longer hold end.
 */
export function namespacesToSee(options: {
  input: ClusterUnitInput;
  memory: UnitMemory;
  claimed: readonly ClaimedLoadBalancer[];
}): string[] {
  const { input, memory, claimed } = options;
  const { cluster, scopes, confirmations, now } = input;
  const owners = [
    ...claimed.flatMap(({ indexed }) => {
      const id = loadBalancerSubjectId(indexed.loadBalancer.arn);
      return memory.subjects[id]?.owners ?? [];
    }),
    // A group outlives its load balancer, and may still be its owner's.
    ...Object.entries(memory.witnessedGroups ?? {}).flatMap(([arn, of]) =>
      scopes.some(({ securityGroups }) => securityGroups.has(arn)) ? of : [],
    ),
  ];
  const namespaces = new Set(owners.map(({ namespace }) => namespace));
  const leaving = new Set([
    ...terminatingNamespaces(input),
    ...confirmedGone({ cluster, memory, confirmations, now }),
  ]);
  return [...namespaces].filter(each => !leaving.has(each)).sort();
}

function terminatingNamespaces({ cluster }: ClusterUnitInput): Set<string> {
  return new Set(
    (cluster.kinds.namespaces?.items ?? [])
      .filter(
        ({ metadata, status }) =>
          metadata.deletionTimestamp !== undefined ||
          status?.phase === 'Terminating',
      )
      .map(({ metadata }) => metadata.name),
  );
}
