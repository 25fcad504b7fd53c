import { StackRef, sameStack, stackKey } from '../identity/claims';
import {
  bindingsAt,
  isBoundTo,
  loadBalancersOfStatus,
} from '../identity/bindings';
import { TagIdentity, stackObject } from '../identity/tags';
import { OwnerCase, SubjectCase } from '../lifecycle/case';
import { WithoutRows } from '../lifecycle/orphan/rows';
import { AwsLoadBalancer } from './aws';
import { OwnerRecord } from './owners';
import { IndexedLoadBalancer, ScopeIndex } from './scopeIndex';
import { ClusterBinding, OwnerKind } from './subject';
import { SubjectMemory } from './unit';

const KIND_OF_FAMILY: Record<StackRef['family'], OwnerKind> = {
  ingress: 'Ingress',
  service: 'Service',
  gateway: 'Gateway',
  'global-accelerator': 'GlobalAccelerator',
};

/** The stack that a resource's tags name. */
export function stackOf(
  identity: TagIdentity | undefined,
): StackRef | undefined {
  return identity?.family && identity.stack !== undefined
    ? { family: identity.family, value: identity.stack }
    : undefined;
}

/** Owners of one cluster, ready to be asked by stack and by load balancer. */
export class OwnerLookup {
  readonly #byKey: ReadonlyMap<string, OwnerRecord>;
  readonly #byStack = new Map<string, OwnerRecord[]>();
  readonly #byArn = new Map<string, OwnerRecord[]>();
  readonly #named = new Map<
    string,
    Array<{ scope: ScopeIndex; loadBalancer: AwsLoadBalancer }>
  >();
  readonly owners: readonly OwnerRecord[];

  constructor(owners: readonly OwnerRecord[], scopes: readonly ScopeIndex[]) {
    this.owners = owners;
    this.#byKey = new Map(owners.map(owner => [owner.key, owner]));
    for (const owner of owners) {
      const stacks = new Set(
        [owner.claim.stack, ...owner.pendingStacks].flatMap(stack =>
          stack ? [stackKey(stack)] : [],
        ),
      );
      for (const stack of stacks) {
        this.#push(this.#byStack, stack, owner);
      }
      const named = loadBalancersOfStatus(owner, scopes).map(
        ({ scope, indexed }) => ({ scope, loadBalancer: indexed.loadBalancer }),
      );
      this.#named.set(owner.key, named);
      for (const { loadBalancer } of named) {
        this.#push(this.#byArn, loadBalancer.arn, owner);
      }
    }
  }

  #push(map: Map<string, OwnerRecord[]>, key: string, owner: OwnerRecord) {
    const list = map.get(key);
    if (list) {
      list.push(owner);
    } else {
      map.set(key, [owner]);
    }
  }

  /** Owners that belong, or still hold on, to a stack. */
  ofStack(stack: StackRef): readonly OwnerRecord[] {
    return this.#byStack.get(stackKey(stack)) ?? [];
  }

  /** Owners whose status names a load balancer. */
  naming(arn: string): readonly OwnerRecord[] {
    return this.#byArn.get(arn) ?? [];
  }

  /** Load balancers that an owner's status names and that exist. */
  namedBy(owner: OwnerRecord) {
    return this.#named.get(owner.key) ?? [];
  }

  /** ARNs of all load balancers that any status names. */
  get namedArns(): IterableIterator<string> {
    return this.#byArn.keys();
  }

  /** An object by kind, namespace and name, whether or not it claims anything. */
  find(kind: OwnerKind, namespace: string, name: string) {
    return this.#byKey.get(`${kind}/${namespace}/${name}`);
  }
}

function roleOf(
  owner: OwnerRecord,
  stack: StackRef | undefined,
): OwnerCase['role'] {
  const { claim, metadata, pendingStacks } = owner;
  if (metadata.deletionTimestamp) {
    return 'leaving';
  }
  if (claim.status === 'class-missing' || claim.status === 'unknown') {
    return 'class-missing';
  }
  if (claim.status === 'claimed') {
    if (
      !stack ||
      claim.by === 'cloud-controller' ||
      (claim.stack && sameStack(claim.stack, stack))
    ) {
      return 'member';
    }
  }
  return stack && pendingStacks.some(pending => sameStack(pending, stack))
    ? 'leaving'
    : 'disowner';
}

/** Owners of a load balancer, by its stack tag and by who names it. */
export function ownersOf(options: {
  /** A load balancer, or something else that carries its tags. */
  indexed: {
    loadBalancer: Pick<AwsLoadBalancer, 'arn'>;
    identity?: TagIdentity;
  };
  lookup: OwnerLookup;
  /** Its cluster tag is bound to this cluster. */
  bound: boolean;
}): { owners: OwnerCase[]; stack: StackRef | undefined } {
  const { indexed, lookup, bound } = options;
  const { loadBalancer, identity } = indexed;
  const naming = new Set(lookup.naming(loadBalancer.arn));
  const tagged = stackOf(identity);
  const stack = tagged ?? [...naming][0]?.claim.stack;
  const found = new Set(naming);
  if (stack && bound) {
    for (const owner of lookup.ofStack(stack)) {
      found.add(owner);
    }
    const object = stackObject(stack.value);
    const named =
      object &&
      lookup.find(KIND_OF_FAMILY[stack.family], object.namespace, object.name);
    if (named) {
      found.add(named);
    }
  }
  return {
    stack,
    owners: [...found].map(record => ({
      record,
      role: roleOf(record, stack),
      namesIt: naming.has(record),
    })),
  };
}

/**
 * Another load balancer that an owner has now. One that is older than this one
 * is no successor: the status lags behind while a new one is made.
 */
export function successorOf(options: {
  loadBalancer: AwsLoadBalancer;
  owners: readonly OwnerCase[];
  lookup: OwnerLookup;
}): AwsLoadBalancer | undefined {
  const { loadBalancer, owners, lookup } = options;
  if (owners.some(({ namesIt }) => namesIt)) {
    return undefined;
  }
  return owners
    .filter(({ role }) => role === 'member' || role === 'disowner')
    .flatMap(({ record }) => lookup.namedBy(record))
    .map(named => named.loadBalancer)
    .find(
      other =>
        other.arn !== loadBalancer.arn &&
        other.type === loadBalancer.type &&
        Date.parse(other.createdAt ?? '') >
          Date.parse(loadBalancer.createdAt ?? ''),
    );
}

/** Owners that ought to be there and are not, by tags and history. */
export function missingOwners(
  stack: StackRef | undefined,
  owners: readonly OwnerCase[],
  memory: SubjectMemory,
): SubjectCase['missing'] {
  if (owners.length > 0 || !stack) {
    return [];
  }
  const object = stackObject(stack.value);
  if (object) {
    return [{ kind: KIND_OF_FAMILY[stack.family], ...object }];
  }
  const kind = KIND_OF_FAMILY[stack.family];
  return memory.owners
    .filter(owner => owner.kind === kind)
    .map(({ namespace, name }) => ({ kind, namespace, name }))
    .slice(0, 20);
}

/** A load balancer of a cluster, with how the cluster came to it. */
export interface ClaimedLoadBalancer {
  scope: ScopeIndex;
  indexed: IndexedLoadBalancer;
  bound: boolean;
  boundElsewhere: string[];
  /** Nothing binds its tag: its name holds the UID of an owner here. */
  byName?: boolean;
}

/**
 * The load balancers that belong to a cluster: named by an owner's status,
 * tagged with a value that is bound to this cluster alone, or remembered. Where
 * two clusters are bound to one value, only names in a status count.
 */
export function claimLoadBalancers(options: {
  cluster: { name: string; uid: string | undefined };
  scopes: readonly ScopeIndex[];
  bindings: readonly ClusterBinding[];
  lookup: OwnerLookup;
  rememberedArns: readonly string[];
  /** DNS names that other clusters' owners name. */
  namedElsewhere: ReadonlySet<string>;
  /** Values of `--cluster-name`: they suggest, and prove nothing. */
  suggested: readonly string[];
  without: WithoutRows;
}): ClaimedLoadBalancer[] {
  const { cluster, scopes, bindings, lookup, namedElsewhere, without } =
    options;
  const suggested = without.has('bound') ? options.suggested : [];
  const claimed = new Map<string, ClaimedLoadBalancer>();
  const readPlace = (scope: ScopeIndex, indexed: IndexedLoadBalancer) => {
    const clusterTag = indexed.identity?.clusterTag;
    const at =
      clusterTag === undefined || indexed.identity?.generation !== 'lbc'
        ? []
        : bindingsAt(bindings, {
            clusterTag,
            accountId: scope.snapshot.accountId,
            region: scope.snapshot.region,
            vpcId: indexed.loadBalancer.vpcId,
            anyVpc: without.has('vpc'),
          });
    const mine = at.filter(
      each =>
        cluster.uid !== undefined &&
        (isBoundTo(each, { name: cluster.name, uid: cluster.uid }) ||
          (without.has('same-cluster') && each.cluster === cluster.name)),
    );
    const others = [
      ...new Set(
        at
          .filter(
            each =>
              each.cluster !== cluster.name && !without.has('single-binding'),
          )
          .map(each => each.cluster),
      ),
    ];
    const bound =
      mine.length > 0 ||
      (clusterTag !== undefined && suggested.includes(clusterTag));
    return { at, bound, boundElsewhere: others };
  };
  const consider = (
    scope: ScopeIndex,
    arn: string,
    how: 'named' | 'tagged' | 'remembered',
  ) => {
    const indexed = scope.loadBalancers.get(arn);
    if (!indexed || claimed.has(arn)) {
      return;
    }
    const { at, bound, boundElsewhere } = readPlace(scope, indexed);
    if (how === 'named') {
      const [first] = [...at].sort((a, b) =>
        a.firstSeenAt + a.cluster < b.firstSeenAt + b.cluster ? -1 : 1,
      );
      const contested = namedElsewhere.has(
        indexed.loadBalancer.dnsName.toLowerCase(),
      );
      if (contested && first && first.cluster !== cluster.name) {
        return;
      }
    } else if (boundElsewhere.length > 0 || (how === 'tagged' && !bound)) {
      return;
    }
    claimed.set(arn, { scope, indexed, bound, boundElsewhere });
  };
  for (const scope of scopes) {
    for (const arn of lookup.namedArns) {
      consider(scope, arn, 'named');
    }
    for (const binding of bindings) {
      if (
        binding.cluster === cluster.name &&
        binding.accountId === scope.snapshot.accountId &&
        binding.region === scope.snapshot.region
      ) {
        for (const arn of scope.byClusterTag.get(binding.clusterTag) ?? []) {
          consider(scope, arn, 'tagged');
        }
      }
    }
    for (const clusterTag of suggested) {
      for (const arn of scope.byClusterTag.get(clusterTag) ?? []) {
        consider(scope, arn, 'tagged');
      }
    }
    for (const arn of options.rememberedArns) {
      consider(scope, arn, 'remembered');
    }
  }
  return [...claimed.values()];
}
