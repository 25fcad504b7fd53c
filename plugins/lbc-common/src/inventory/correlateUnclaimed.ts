import { bindingsAt } from '../identity/bindings';
import { opaqueId } from '../identity/names';
import { SubjectCase } from '../lifecycle/case';
import { ALL_ROWS_HOLD, WithoutRows } from '../lifecycle/orphan/rows';
import { noteScopeRead, sight } from '../lifecycle/sightings';
import { missingOwners, stackOf } from './cases';
import { loadBalancerSubjectId, waitingFor } from './clusterCases';
import { goneClusterOf, goneDecidesAt, noteGoneClusters } from './goneClusters';
import { copyMemory, newSubjectMemory } from './memory';
import { IndexedLoadBalancer } from './scopeIndex';
import { unclaimedSecurityGroups } from './securityGroups';
import { judgeSubject } from './subjects';
import { RetiredCluster, UnclaimedUnitInput, UnitResult } from './unit';

/** The operator's word on the cluster of a load balancer's tag, if there is one. */
function retirementOf(
  { loadBalancer, identity }: IndexedLoadBalancer,
  { retired, scope, now }: UnclaimedUnitInput,
  without: WithoutRows,
): RetiredCluster | undefined {
  const { accountId, region } = scope.snapshot;
  const { vpcId } = loadBalancer;
  const clusterTag = identity?.clusterTag;
  if (identity?.generation !== 'lbc' || clusterTag === undefined) {
    return undefined;
  }
  if (without.has('retired')) {
    const place = { clusterTag, accountId, region, vpcId: vpcId ?? '' };
    return { ...place, by: 'nobody', at: now };
  }
  return retired.find(
    each =>
      each.clusterTag === clusterTag &&
      (without.has('retired-place') ||
        (each.accountId === accountId &&
          each.region === region &&
          each.vpcId === vpcId)) &&
      Date.parse(each.at) <= Date.parse(now),
  );
}

/** Known clusters that are bound to a load balancer's cluster tag. */
function boundClusters(
  { loadBalancer, identity }: IndexedLoadBalancer,
  { bindings, scope, elsewhere }: UnclaimedUnitInput,
): string[] {
  if (identity?.clusterTag === undefined) {
    return [];
  }
  const known = new Set(elsewhere.map(({ cluster }) => cluster));
  const { accountId, region } = scope.snapshot;
  const bound = bindingsAt(bindings, {
    clusterTag: identity.clusterTag,
    accountId,
    region,
    vpcId: loadBalancer.vpcId,
  });
  // Bindings outlive clusters that the portal no longer knows.
  return [...new Set(bound.map(({ cluster }) => cluster))].filter(cluster =>
    known.has(cluster),
  );
}

/**
 * Known clusters whose controllers go by a load balancer's cluster tag, and that
 * were not seen anywhere with it: it may be theirs.
 */
function namedClusters(
  { identity }: IndexedLoadBalancer,
  { bindings, elsewhere }: UnclaimedUnitInput,
): string[] {
  const clusterTag = identity?.clusterTag;
  return clusterTag === undefined
    ? []
    : elsewhere
        .filter(
          ({ cluster, names = [] }) =>
            names.includes(clusterTag) &&
            !bindings.some(
              each =>
                each.cluster === cluster && each.clusterTag === clusterTag,
            ),
        )
        .map(({ cluster }) => cluster);
}

/**
 * Notes that nobody but a retired cluster owns it. AWS' own list is both sides
 * of the sighting: there is no cluster to read. Targets that change mean life,
 * and begin the wait anew.
 */
function sightRetired(subject: SubjectCase, without: WithoutRows): void {
  const { memory, scope, targetGroups } = subject;
  const list = scope?.snapshot.kinds.loadBalancers;
  const targets = opaqueId(
    ...targetGroups
      .flatMap(({ health }) => (health?.targets ?? []).map(({ id }) => id))
      .sort(),
  );
  const changed = memory.targets !== undefined && memory.targets !== targets;
  memory.targets = targets;
  if (changed && !without.has('targets-still')) {
    delete memory.sightings['owner-absent'];
  }
  sight({
    memory,
    name: 'owner-absent',
    holds: true,
    clusterSweep: list?.sweptAt,
    without,
  });
  if (list?.coverage === 'complete') {
    noteScopeRead(memory, list.observedAt);
  }
}

/**
 * Judges what no cluster's unit holds: load balancers of other makers, and of
 * clusters that are not known here. Orphaned is said only of what a cluster
 * left that is gone: an operator or EKS says so. @public
 */
export function correlateUnclaimed(input: UnclaimedUnitInput): UnitResult {
  return correlateUnclaimedWithout(input, ALL_ROWS_HOLD);
}

/** The same, with rows of the orphan proof left out: for the check of the checks. */
export function correlateUnclaimedWithout(
  input: UnclaimedUnitInput,
  without: WithoutRows,
): UnitResult {
  const { now, scope, claimed, settings, elsewhere } = input;
  const memory = copyMemory(input.memory);
  const before = memory.subjects;
  memory.subjects = {};
  noteGoneClusters(memory, scope);
  const cases: SubjectCase[] = [];
  for (const [arn, indexed] of scope.loadBalancers) {
    if (claimed.has(arn)) {
      continue;
    }
    const { loadBalancer, tags, identity } = indexed;
    const id = loadBalancerSubjectId(arn);
    const stack = stackOf(identity);
    const retired =
      retirementOf(indexed, input, without) ??
      goneClusterOf({ indexed, scope, bindings: input.bindings, memory });
    const remembered = before[id] ?? newSubjectMemory(arn);
    const subject: SubjectCase = {
      now,
      settings,
      id,
      kind: 'load-balancer',
      loadBalancer,
      scope,
      tags,
      identity,
      stack,
      bound: false,
      ...(retired && { retired }),
      targetBindings: elsewhere,
      boundElsewhere: boundClusters(indexed, input),
      namedElsewhere: namedClusters(indexed, input),
      waitingElsewhere: waitingFor(stack, elsewhere),
      owners: [],
      missing:
        identity?.generation === 'in-tree' || retired
          ? missingOwners(stack, [], remembered)
          : [],
      targetGroups: (scope.targetGroupsOf.get(arn) ?? []).flatMap(
        each => scope.targetGroups.get(each) ?? [],
      ),
      targetGroupsComplete:
        scope.snapshot.kinds.targetGroups?.coverage === 'complete',
      memory: remembered,
      infrastructureTags: input.infrastructureTags ?? [],
      without,
    };
    if (retired) {
      sightRetired(subject, without);
      memory.subjects[id] = remembered;
    }
    cases.push(subject);
  }
  cases.push(...unclaimedSecurityGroups(input, memory));
  const judged = cases.map(each => judgeSubject(each, () => undefined));
  const waits = [
    ...judged.flatMap(({ judgement }) => judgement.decidesAt ?? []),
    ...goneDecidesAt(memory, now),
  ];
  return {
    subjects: judged.map(({ subject }) => subject),
    targetBindings: [],
    controllers: [],
    bindings: [],
    memory,
    wantedIdentities: [],
    ...(waits.length > 0 && {
      nextReviewAt: waits.filter(at => at > now).sort()[0],
    }),
  };
}
