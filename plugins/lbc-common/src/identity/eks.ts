import { ClusterSnapshot } from '../inventory/snapshot';
import { ScopeIndex } from '../inventory/scopeIndex';
import { ClusterBinding } from '../inventory/subject';

function hostOf(address: string | undefined): string | undefined {
  const match = /^https:\/\/([^/:?#]+)(?::\d+)?(?:[/?#]|$)/i.exec(
    address ?? '',
  );
  return match?.[1].toLowerCase();
}

/**
 * The EKS cluster that a cluster is: the one whose API server EKS itself names
 * by the address that the portal uses, or the one that an operator names and
 * that EKS has. Two that answer are none.
 */
export function eksArnOf(
  cluster: Pick<ClusterSnapshot, 'apiServer' | 'eksArn'>,
  scopes: readonly ScopeIndex[],
): string | undefined {
  const host = hostOf(cluster.apiServer);
  const existing = scopes
    .flatMap(({ snapshot }) => snapshot.kinds.eksClusters?.items ?? [])
    .filter(({ exists }) => exists);
  const byHost = existing.filter(
    ({ endpoint }) => host !== undefined && hostOf(endpoint) === host,
  );
  if (byHost.length > 0) {
    return byHost.length === 1 ? byHost[0].arn : undefined;
  }
  // A word that was never true must not make a cluster gone.
  return existing.find(({ arn }) => arn === cluster.eksArn)?.arn;
}

/** Writes the EKS cluster on bindings that are seen now. */
export function withEksArn(
  bindings: readonly ClusterBinding[],
  eksArn: string | undefined,
): ClusterBinding[] {
  return bindings.map(binding =>
    eksArn === undefined ? binding : { ...binding, eksArn },
  );
}

/** The EKS cluster of a cluster's bindings, where EKS does not have it now. */
export function missingInEks(
  cluster: { name: string; uid: string | undefined },
  bindings: readonly ClusterBinding[],
  scopes: readonly ScopeIndex[],
): { arn: string; observedAt?: string } | undefined {
  const arns = new Set(
    bindings
      .filter(
        each =>
          each.cluster === cluster.name && each.clusterUid === cluster.uid,
      )
      .map(({ eksArn }) => eksArn),
  );
  for (const { snapshot } of scopes) {
    const { items = [], observedAt } = snapshot.kinds.eksClusters ?? {};
    const gone = items.find(({ arn, exists }) => !exists && arns.has(arn));
    if (gone) {
      return { arn: gone.arn, ...(observedAt !== undefined && { observedAt }) };
    }
  }
  return undefined;
}
