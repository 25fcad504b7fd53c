import { StackRef, stackKey } from '../identity/claims';
import { opaqueId } from '../identity/names';
import { ClusterContext, SubjectCase } from '../lifecycle/case';
import { WithoutRows } from '../lifecycle/orphan/rows';
import {
  ClaimedLoadBalancer,
  OwnerLookup,
  missingOwners,
  ownersOf,
  successorOf,
} from './cases';
import { newSubjectMemory } from './memory';
import { OwnerRecord } from './owners';
import { ScopeIndex } from './scopeIndex';
import { TargetIdentities } from './snapshot';
import { StackDrift } from './stackDrift';
import {
  ClusterUnitInput,
  SubjectMemory,
  TargetBindingsOfCluster,
  UnitMemory,
  WantedIdentities,
} from './unit';

const MAX_WANTED_IDENTITIES = 100;

/** What all cases of one run share. */
export interface UnitContext {
  input: ClusterUnitInput;
  context: ClusterContext;
  memory: UnitMemory;
  targetBindings: readonly TargetBindingsOfCluster[];
  /** Compares stacks that were read live. */
  drift: StackDrift;
  without: WithoutRows;
}

/** The id of a load balancer's subject. @public */
export function loadBalancerSubjectId(arn: string): string {
  return opaqueId('load-balancer', arn);
}

function wasRead(
  stack: StackRef | undefined,
  { families }: ClusterContext,
): boolean {
  return (
    stack !== undefined &&
    stack.family !== 'global-accelerator' &&
    families[stack.family].complete
  );
}

/** Clusters with an owner of a stack whose status names no load balancer. */
export function waitingFor(
  stack: StackRef | undefined,
  elsewhere: readonly TargetBindingsOfCluster[],
): string[] {
  return stack
    ? elsewhere
        .filter(({ waiting }) => waiting?.includes(stackKey(stack)))
        .map(({ cluster }) => cluster)
    : [];
}

/** The case of one load balancer of a cluster. */
export function loadBalancerCase(
  claim: ClaimedLoadBalancer,
  unit: UnitContext & { lookup: OwnerLookup },
): SubjectCase {
  const { input, context, memory, lookup, targetBindings } = unit;
  const { scope, indexed, bound, boundElsewhere } = claim;
  const { loadBalancer } = indexed;
  const id = loadBalancerSubjectId(loadBalancer.arn);
  const remembered = (memory.subjects[id] ??= newSubjectMemory(
    loadBalancer.arn,
  ));
  const { owners, stack } = ownersOf({ indexed, lookup, bound });
  const subject: SubjectCase = {
    now: input.now,
    settings: input.settings,
    id,
    kind: 'load-balancer',
    loadBalancer,
    scope,
    tags: indexed.tags,
    identity: indexed.identity,
    stack,
    cluster: context,
    bound,
    targetBindings,
    boundElsewhere,
    waitingElsewhere: waitingFor(stack, input.elsewhere),
    owners,
    // Nobody is gone who was only not looked for.
    missing: wasRead(stack, context)
      ? missingOwners(stack, owners, remembered)
      : [],
    ...(bound && { rename: claim.byName ? 'name' : 'bindings' }),
    successor: bound
      ? successorOf({ loadBalancer, owners, lookup })
      : undefined,
    targetGroups: (scope.targetGroupsOf.get(loadBalancer.arn) ?? []).flatMap(
      arn => scope.targetGroups.get(arn) ?? [],
    ),
    targetGroupsComplete:
      scope.snapshot.kinds.targetGroups?.coverage === 'complete',
    identities: stillSaid(input.identities.get(id), remembered, {
      uid: context.uid,
      without: unit.without,
    }),
    detail: input.details?.get(id),
    memory: remembered,
    infrastructureTags: input.infrastructureTags ?? [],
    without: unit.without,
  };
  subject.drift = unit.drift.of(subject);
  return subject;
}

function roleWithout({ metadata, claim }: OwnerRecord) {
  if (metadata.deletionTimestamp) {
    return 'leaving';
  }
  return claim.status === 'claimed' || claim.status === 'nobody'
    ? 'member'
    : 'class-missing';
}

/** The case of an owner that has no load balancer anywhere. */
export function ownerCase(
  owner: OwnerRecord,
  scope: ScopeIndex | undefined,
  unit: UnitContext,
): SubjectCase {
  const { input, context, memory, targetBindings } = unit;
  const id = opaqueId('owner', context.uid || context.name, owner.key);
  const remembered = (memory.subjects[id] ??= newSubjectMemory());
  return {
    now: input.now,
    settings: input.settings,
    id,
    kind: 'owner',
    scope,
    stack: owner.claim.stack ?? owner.pendingStacks[0],
    cluster: context,
    bound: false,
    targetBindings,
    boundElsewhere: [],
    owners: [
      {
        record: owner,
        role: roleWithout(owner),
        namesIt: false,
      },
    ],
    missing: [],
    targetGroups: [],
    targetGroupsComplete: true,
    memory: remembered,
    infrastructureTags: [],
  };
}

/**
 * What a detail job found, unless that was before the owner was first seen
 * absent: an address may be somebody else's by now. Nor does it say anything
 * where the portal's name led to another cluster: the Pods are that one's.
 */
export function stillSaid(
  identities: TargetIdentities | undefined,
  { sightings }: SubjectMemory,
  cluster: { uid: string; without?: WithoutRows },
): TargetIdentities | undefined {
  const absence = sightings['owner-absent'];
  const isOld =
    absence !== undefined &&
    identities !== undefined &&
    identities.observedAt < absence.firstClusterSweep;
  const isHere =
    identities?.clusterUid === cluster.uid ||
    cluster.without?.has('targets-here') === true;
  return isOld || !isHere ? undefined : identities;
}

/** Who is behind the healthy targets of a candidate: a detail job finds out. */
export function wantedIdentities(subject: SubjectCase): WantedIdentities[] {
  const { memory, cluster, identities, targetGroups } = subject;
  if (!memory.sightings['owner-absent'] || !cluster) {
    return [];
  }
  const targetIds = [
    ...new Set(
      targetGroups.flatMap(({ health }) =>
        (health?.targets ?? [])
          .filter(({ state }) => state === 'healthy')
          .map(({ id }) => id),
      ),
    ),
  ];
  // All are asked for where one is missing: an answer takes the place of the last.
  return targetIds.some(id => !identities?.found[id]) &&
    targetIds.length <= MAX_WANTED_IDENTITIES
    ? [{ subjectId: subject.id, cluster: cluster.name, targetIds }]
    : [];
}
