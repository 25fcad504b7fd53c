import { Message, message } from '../messages';
import { OwnerRecord } from '../inventory/owners/types';
import { TargetGroupBindingObject } from '../inventory/objects';
import { IndexedLoadBalancer, ScopeIndex } from '../inventory/scopeIndex';
import { ClusterBinding } from '../inventory/subject';

/** `clusterUid` of a binding that configuration makes: it holds for the name. */
export const ANY_CLUSTER_UID = '*';

/** Labels that the controller puts on the TargetGroupBindings it makes. */
const STACK_LABEL =
  /^(ingress|service|gateway)\.k8s\.aws(\.(alb|nlb))?\/stack(-name|-namespace)?$/;

/** Whether a TargetGroupBinding was written by a user: it has no stack labels. */
export function isByUser(binding: TargetGroupBindingObject): boolean {
  return !Object.keys(binding.metadata.labels ?? {}).some(label =>
    STACK_LABEL.test(label),
  );
}

function bindingKey(binding: ClusterBinding): string {
  return [
    binding.clusterTag,
    binding.accountId,
    binding.region,
    binding.vpcId ?? '',
    binding.cluster,
    binding.clusterUid,
  ].join('\u0000');
}

/** The load balancers that an owner's status names, wherever they are. */
export function loadBalancersOfStatus(
  owner: Pick<OwnerRecord, 'hostnames' | 'arns'>,
  scopes: readonly ScopeIndex[],
): Array<{ scope: ScopeIndex; indexed: IndexedLoadBalancer }> {
  const found = new Map<
    string,
    { scope: ScopeIndex; indexed: IndexedLoadBalancer }
  >();
  for (const scope of scopes) {
    for (const hostname of owner.hostnames) {
      // A Service's dual-stack name has a prefix that AWS' own has not.
      const indexed =
        scope.byDnsName.get(hostname) ??
        scope.byDnsName.get(hostname.replace(/^dualstack\./, ''));
      if (indexed) {
        found.set(indexed.loadBalancer.arn, { scope, indexed });
      }
    }
    for (const arn of owner.arns) {
      const indexed = scope.loadBalancers.get(arn);
      if (indexed) {
        found.set(arn, { scope, indexed });
      }
    }
  }
  return [...found.values()];
}

/**
 * Bindings that this cluster's objects prove now (DESIGN §5): an owner's status
 * names a load balancer, or a TargetGroupBinding of the controller names a
 * target group, that carries the cluster tag X. `--cluster-name` alone proves
 * nothing, but where it says another name there is no proof.
 */
export function observeBindings(options: {
  cluster: string;
  clusterUid: string;
  owners: readonly OwnerRecord[];
  targetGroupBindings: readonly TargetGroupBindingObject[];
  scopes: readonly ScopeIndex[];
  /** The cluster tags that load balancers had when they were first seen, by ARN. */
  firstTags: ReadonlyMap<string, string>;
  /** Values of `--cluster-name` of the cluster's controllers. */
  saidNames: ReadonlySet<string>;
  now: string;
}): ClusterBinding[] {
  const { cluster, clusterUid, owners, scopes, now } = options;
  const { firstTags, saidNames } = options;
  const bindings = new Map<string, ClusterBinding>();
  // Thousands of objects prove the same: only the first one's evidence is made.
  const add = (
    scope: ScopeIndex,
    found: Pick<ClusterBinding, 'clusterTag'> & { vpcId: string },
    evidence: () => Message,
  ) => {
    const { clusterTag, vpcId } = found;
    const key = `${scope.id}\u0000${vpcId}\u0000${clusterTag}`;
    if (!bindings.has(key)) {
      const { accountId, region } = scope.snapshot;
      bindings.set(key, {
        clusterTag,
        vpcId,
        evidence: evidence(),
        accountId,
        region,
        cluster,
        clusterUid,
        firstSeenAt: now,
        lastSeenAt: now,
      });
    }
  };
  // One whose tag was changed since is on its way to another cluster, and so is
  // one that is tagged as none of this cluster's controllers tags.
  const keptTag = (arn: string, clusterTag: string) =>
    (firstTags.get(arn) ?? clusterTag) === clusterTag &&
    (saidNames.size === 0 || saidNames.has(clusterTag));
  for (const owner of owners) {
    for (const { scope, indexed } of loadBalancersOfStatus(owner, scopes)) {
      const { identity, loadBalancer } = indexed;
      if (
        identity?.generation === 'lbc' &&
        identity.clusterTag !== undefined &&
        keptTag(loadBalancer.arn, identity.clusterTag) &&
        loadBalancer.vpcId !== undefined
      ) {
        const { clusterTag } = identity;
        add(scope, { clusterTag, vpcId: loadBalancer.vpcId }, () =>
          message('binding.status', {
            kind: owner.kind,
            namespace: owner.metadata.namespace,
            name: owner.metadata.name,
            loadBalancer: loadBalancer.name,
          }),
        );
      }
    }
  }
  for (const binding of options.targetGroupBindings) {
    const arn = binding.spec?.targetGroupARN;
    if (arn === undefined || isByUser(binding)) {
      continue;
    }
    for (const scope of scopes) {
      const indexed = scope.targetGroups.get(arn);
      const clusterTag = indexed?.identity?.clusterTag;
      const vpcId = indexed?.targetGroup.vpcId;
      if (
        indexed?.identity?.generation === 'lbc' &&
        clusterTag !== undefined &&
        indexed.targetGroup.loadBalancerArns.every(each =>
          keptTag(each, clusterTag),
        ) &&
        vpcId !== undefined
      ) {
        add(scope, { clusterTag, vpcId }, () =>
          message('binding.target-group', {
            namespace: binding.metadata.namespace,
            name: binding.metadata.name,
            targetGroup: indexed.targetGroup.name,
          }),
        );
      }
    }
  }
  return [...bindings.values()];
}

/** Bindings with those seen now folded in: first evidence stays, times move on. */
export function mergeBindings(
  stored: readonly ClusterBinding[],
  seen: readonly ClusterBinding[],
): ClusterBinding[] {
  const merged = new Map(stored.map(each => [bindingKey(each), each]));
  for (const binding of seen) {
    const key = bindingKey(binding);
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? {
            ...known,
            lastSeenAt: binding.lastSeenAt,
            ...(binding.eksArn !== undefined && { eksArn: binding.eksArn }),
          }
        : binding,
    );
  }
  return [...merged.values()];
}

/** Where a resource with a cluster tag is. */
export interface TaggedPlace {
  clusterTag: string;
  accountId: string;
  region: string;
  vpcId: string | undefined;
  /** A check of the checks: as if the VPC said nothing. */
  anyVpc?: boolean;
}

/** The bindings that say whose a value of the cluster tag is at a place. */
export function bindingsAt(
  bindings: readonly ClusterBinding[],
  place: TaggedPlace,
): ClusterBinding[] {
  return bindings.filter(
    binding =>
      binding.clusterTag === place.clusterTag &&
      binding.accountId === place.accountId &&
      binding.region === place.region &&
      (binding.vpcId === undefined ||
        binding.vpcId === place.vpcId ||
        place.anyVpc === true),
  );
}

/** Whether a binding is to this very cluster: its name and `kube-system` UID. */
export function isBoundTo(
  binding: ClusterBinding,
  cluster: { name: string; uid: string },
): boolean {
  return (
    binding.cluster === cluster.name &&
    (binding.clusterUid === ANY_CLUSTER_UID ||
      binding.clusterUid === cluster.uid)
  );
}
