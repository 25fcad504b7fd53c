import { bindingsAt, isBoundTo } from '../identity/bindings';
import { sameStack } from '../identity/claims';
import { opaqueId } from '../identity/names';
import { SubjectCase } from '../lifecycle/case';
import { OwnerLookup, missingOwners, ownersOf, stackOf } from './cases';
import { UnitContext } from './clusterCases';
import { newSubjectMemory } from './memory';
import { IndexedSecurityGroup, ScopeIndex } from './scopeIndex';
import { ClusterBinding } from './subject';
import { UnclaimedUnitInput, UnitMemory } from './unit';

/** The id of a security group's subject. */
export function securityGroupSubjectId(arn: string): string {
  return opaqueId('security-group', arn);
}

/** Groups that a controller of this product's made: one a stack, one shared. */
function isManaged({ identity }: IndexedSecurityGroup): boolean {
  return (
    identity.generation === 'lbc' &&
    (identity.role === 'managed-security-group' ||
      identity.role === 'backend-security-group')
  );
}

function boundTo(
  { identity, securityGroup }: IndexedSecurityGroup,
  scope: ScopeIndex,
  bindings: readonly ClusterBinding[],
): ClusterBinding[] {
  return identity.clusterTag === undefined
    ? []
    : bindingsAt(bindings, {
        clusterTag: identity.clusterTag,
        accountId: scope.snapshot.accountId,
        region: scope.snapshot.region,
        vpcId: securityGroup.vpcId,
      });
}

/** The clusters of the portal that a group's tag is bound to. */
function knownClusters(
  bound: readonly ClusterBinding[],
  known: ReadonlySet<string>,
): string[] {
  return [...new Set(bound.map(({ cluster }) => cluster))].filter(cluster =>
    known.has(cluster),
  );
}

/** What both units say of a group that no load balancer has. */
function caseOf(
  group: IndexedSecurityGroup,
  scope: ScopeIndex,
  memory: UnitMemory,
) {
  const { securityGroup, identity } = group;
  const id = securityGroupSubjectId(securityGroup.arn);
  return {
    id,
    kind: 'security-group' as const,
    securityGroup,
    scope,
    tags: securityGroup.tags,
    identity,
    stack: stackOf(identity),
    targetGroups: [],
    targetGroupsComplete: true,
    memory: memory.subjects[id] ?? newSubjectMemory(),
  };
}

/**
 * Notes which owners were seen with a load balancer that has a group of their
 * stack: EC2 does not tell when a group was made, so that one which is left
 * over can only be called so if it was seen in use.
 */
function witnessGroups(
  cases: readonly SubjectCase[],
  memory: UnitMemory,
  now: string,
): void {
  const witnessed = { ...memory.witnessedGroups };
  for (const { loadBalancer, scope, stack, owners } of cases) {
    const naming = owners.filter(({ namesIt }) => namesIt);
    if (!loadBalancer || !stack || naming.length === 0) {
      continue;
    }
    for (const id of loadBalancer.securityGroups) {
      const arn = groupArn(scope, id);
      const group =
        arn === undefined ? undefined : scope?.securityGroups.get(arn);
      const own = group && stackOf(group.identity);
      if (!arn || !own || !sameStack(own, stack)) {
        continue;
      }
      witnessed[arn] = naming.map(({ record }) => {
        const { namespace, name, uid } = record.metadata;
        const before = witnessed[arn]?.find(each => each.uid === uid);
        return {
          kind: record.kind,
          namespace,
          name,
          uid,
          firstSeenAt: before?.firstSeenAt ?? now,
          lastSeenAt: now,
          witnessed: true,
        };
      });
    }
  }
  if (Object.keys(witnessed).length > 0) {
    memory.witnessedGroups = witnessed;
  }
}

const arnsById = new WeakMap<ScopeIndex, ReadonlyMap<string, string>>();

function groupArn(
  scope: ScopeIndex | undefined,
  id: string,
): string | undefined {
  if (!scope) {
    return undefined;
  }
  let arns = arnsById.get(scope);
  if (!arns) {
    arns = new Map(
      [...scope.securityGroups.values()].map(({ securityGroup }) => [
        securityGroup.id,
        securityGroup.arn,
      ]),
    );
    arnsById.set(scope, arns);
  }
  return arns.get(id);
}

/** Forgets groups that EC2 does not have any more. */
function forgetGroups(memory: UnitMemory, scopes: readonly ScopeIndex[]): void {
  const { witnessedGroups } = memory;
  const whole = scopes.every(
    ({ snapshot }) => snapshot.kinds.securityGroups?.coverage === 'complete',
  );
  if (witnessedGroups && whole) {
    memory.witnessedGroups = Object.fromEntries(
      Object.entries(witnessedGroups).filter(([arn]) =>
        scopes.some(({ securityGroups }) => securityGroups.has(arn)),
      ),
    );
  }
}

/** Whether a group is to be shown: it is not in use, as far as is known. */
function isLeftOver(
  group: IndexedSecurityGroup,
  scope: ScopeIndex,
  memory: UnitMemory,
): boolean {
  const { coverage } = scope.snapshot.kinds.loadBalancers ?? {};
  const id = securityGroupSubjectId(group.securityGroup.arn);
  return (
    isManaged(group) &&
    group.usedBy.length === 0 &&
    // Load balancers that were not listed may have it.
    (coverage === 'complete' || memory.subjects[id] !== undefined)
  );
}

/**
 * Security groups of a cluster that no load balancer has and that no owner
 * there is still going to use or to delete.
 */
export function securityGroupCases(
  unit: UnitContext & { lookup: OwnerLookup },
  options: {
    cases: readonly SubjectCase[];
    bindings: readonly ClusterBinding[];
  },
): SubjectCase[] {
  const { input, context, memory, lookup, targetBindings } = unit;
  const { scopes, settings, now } = input;
  witnessGroups(options.cases, memory, now);
  forgetGroups(memory, scopes);
  const known = new Set([
    context.name,
    ...input.elsewhere.map(({ cluster }) => cluster),
  ]);
  const found: SubjectCase[] = [];
  for (const scope of scopes) {
    for (const [arn, group] of scope.securityGroups) {
      if (!isLeftOver(group, scope, memory)) {
        continue;
      }
      const bound = boundTo(group, scope, options.bindings);
      const clusters = knownClusters(bound, known);
      const isOurs =
        clusters.length === 1 &&
        bound.some(each =>
          isBoundTo(each, { name: context.name, uid: context.uid }),
        );
      if (!isOurs) {
        continue;
      }
      const { owners, stack } = ownersOf({
        indexed: { loadBalancer: { arn }, identity: group.identity },
        lookup,
        bound: true,
      });
      if (owners.some(({ role }) => role !== 'disowner')) {
        continue;
      }
      const base = caseOf(group, scope, memory);
      base.memory.owners = memory.witnessedGroups?.[arn] ?? [];
      memory.subjects[base.id] = base.memory;
      found.push({
        ...base,
        now,
        settings,
        cluster: context,
        bound: true,
        targetBindings,
        boundElsewhere: [
          ...new Set(bound.map(({ cluster }) => cluster)),
        ].filter(cluster => cluster !== context.name),
        owners,
        missing: missingOwners(stack, owners, base.memory),
        infrastructureTags: input.infrastructureTags ?? [],
        without: unit.without,
      });
    }
  }
  return found;
}

/** Security groups that no load balancer has, of clusters that are not known here. */
export function unclaimedSecurityGroups(
  input: UnclaimedUnitInput,
  memory: UnitMemory,
): SubjectCase[] {
  const { scope, elsewhere, now, settings } = input;
  const known = new Set(elsewhere.map(({ cluster }) => cluster));
  const found: SubjectCase[] = [];
  for (const group of scope.securityGroups.values()) {
    if (!isLeftOver(group, scope, input.memory)) {
      continue;
    }
    const clusters = knownClusters(
      boundTo(group, scope, input.bindings),
      known,
    );
    if (clusters.length === 1) {
      continue;
    }
    const base = caseOf(group, scope, memory);
    // So that it stays while load balancers can't be listed.
    memory.subjects[base.id] = base.memory;
    found.push({
      ...base,
      now,
      settings,
      bound: false,
      targetBindings: elsewhere,
      boundElsewhere: clusters,
      owners: [],
      missing: [],
      infrastructureTags: input.infrastructureTags ?? [],
    });
  }
  return found;
}
