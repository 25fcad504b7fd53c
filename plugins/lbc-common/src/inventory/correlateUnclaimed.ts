import { bindingsAt } from '../identity/bindings';
import { SubjectCase } from '../lifecycle/case';
import { loadBalancerSubjectId } from './clusterCases';
import { judgeSubject } from './subjects';
import { missingOwners, stackOf } from './cases';
import { copyMemory, newSubjectMemory } from './memory';
import { UnclaimedUnitInput, UnitResult } from './unit';

/**
 * Judges what no cluster's unit holds: load balancers of other makers, and of
 * clusters that are not known here. Nothing here is ever called orphaned: that
 * takes a bound cluster. @public
 */
export function correlateUnclaimed(input: UnclaimedUnitInput): UnitResult {
  const { now, scope, claimed, settings, bindings } = input;
  const memory = copyMemory(input.memory);
  const cases: SubjectCase[] = [];
  for (const [arn, indexed] of scope.loadBalancers) {
    if (claimed.has(arn)) {
      continue;
    }
    const { loadBalancer, tags, identity } = indexed;
    const id = loadBalancerSubjectId(arn);
    const remembered = memory.subjects[id] ?? newSubjectMemory(arn);
    const stack = stackOf(identity);
    const clusters =
      identity?.clusterTag === undefined
        ? []
        : bindingsAt(bindings, {
            clusterTag: identity.clusterTag,
            accountId: scope.snapshot.accountId,
            region: scope.snapshot.region,
            vpcId: loadBalancer.vpcId,
          }).map(({ cluster }) => cluster);
    cases.push({
      now,
      settings,
      id,
      kind: 'load-balancer',
      loadBalancer,
      scope,
      tags,
      identity,
      stack,
      boundElsewhere: [...new Set(clusters)],
      owners: [],
      missing:
        identity?.generation === 'in-tree'
          ? missingOwners(stack, [], remembered)
          : [],
      targetGroups: (scope.targetGroupsOf.get(arn) ?? []).flatMap(
        each => scope.targetGroups.get(each) ?? [],
      ),
      targetGroupsComplete:
        scope.snapshot.kinds.targetGroups?.coverage === 'complete',
      memory: remembered,
      infrastructureTags: [],
    });
  }
  return {
    subjects: cases.map(each => judgeSubject(each, () => undefined).subject),
    targetBindings: [],
    controllers: [],
    bindings: [],
    memory,
    wantedIdentities: [],
  };
}
