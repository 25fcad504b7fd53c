import {
  loadBalancersOfStatus,
  mergeBindings,
  observeBindings,
} from '../identity/bindings';
import { eksArnOf, missingInEks, withEksArn } from '../identity/eks';
import { StackRef, stackKey } from '../identity/claims';
import { ClusterContext, SubjectCase } from '../lifecycle/case';
import { ALL_ROWS_HOLD, WithoutRows } from '../lifecycle/orphan/rows';
import { OwnerLookup, claimLoadBalancers } from './cases';
import { loadBalancerCase, ownerCase, wantedIdentities } from './clusterCases';
import { ControllersReading, findControllers } from './controllers';
import { KUBERNETES_KINDS } from './kinds';
import { ClusterSnapshot } from './snapshot';
import { namespaceGaps, readFamily } from './families';
import { copyMemory, rememberCase, rememberOwnerCount } from './memory';
import { OwnerRecord, collectOwners } from './owners';
import { claimRenamed } from './renames';
import { namespacesToSee } from './namespacesToSee';
import { ScopeIndex } from './scopeIndex';
import { StackDrift } from './stackDrift';
import { securityGroupCases } from './securityGroups';
import { ClusterBinding, Subject } from './subject';
import { judgeSubject } from './subjects';
import { judgeTargetBindings, publishTargetBindings } from './targetBindings';
import {
  ClusterUnitInput,
  EMPTY_UNIT_MEMORY,
  UnitMemory,
  UnitResult,
} from './unit';

function flagValues(
  { controllers }: ControllersReading,
  flag: string,
  fallback: string,
): string[] {
  return controllers.length === 0
    ? [fallback]
    : [...new Set(controllers.map(({ flags }) => flags[flag] ?? fallback))];
}

/** What this cluster's controllers call it, where any of them says. */
function saidNames({ controllers }: ControllersReading): Set<string> {
  return new Set(
    controllers.flatMap(({ flags }) => flags['cluster-name'] ?? []),
  );
}

/**
 * Whether the last sweep itself read this UID of `kube-system`: else nobody knows
 * which cluster its objects are of, and they bind nothing.
 */
function isConfirmed({ kinds }: ClusterSnapshot, uid: string): boolean {
  const { namespaces } = kinds;
  return (
    (namespaces?.coverage === 'complete' ||
      namespaces?.coverage === 'partial') &&
    namespaces.items.some(({ metadata }) => metadata.uid === uid)
  );
}

/** The scope that a cluster's load balancers are in, by its bindings. */
function homeScope(
  cluster: string,
  bindings: readonly ClusterBinding[],
  scopes: readonly ScopeIndex[],
): ScopeIndex | undefined {
  const ids = new Set(
    bindings
      .filter(binding => binding.cluster === cluster)
      .map(({ accountId, region }) => `${accountId}/${region}`),
  );
  const homes = scopes.filter(({ id }) => ids.has(id));
  return homes.length === 1 && ids.size === 1 ? homes[0] : undefined;
}

/** Stacks that owners ask for, or hold on to, whose status names nothing. */
function waitingStacks(owners: readonly OwnerRecord[]): string[] {
  const stacks = owners
    .filter(({ hostnames, arns }) => hostnames.length + arns.length === 0)
    .flatMap(({ claim, pendingStacks }) => [claim.stack, ...pendingStacks]);
  return [...new Set(stacks.flatMap(each => (each ? stackKey(each) : [])))];
}

/** The cluster tags that load balancers had when they were first seen, by ARN. */
function firstTagsOf({ subjects }: UnitMemory): Map<string, string> {
  return new Map(
    Object.values(subjects).flatMap(({ arn, clusterTag }) =>
      arn !== undefined && clusterTag !== undefined ? [[arn, clusterTag]] : [],
    ),
  );
}

/** An owner that asks, or still holds a finalizer, and has no load balancer anywhere. */
function asksWithout(owner: OwnerRecord): boolean {
  if (owner.metadata.deletionTimestamp) {
    return owner.finalizers.length > 0;
  }
  return (
    owner.finalizers.length > 0 ||
    ((owner.claim.by === 'controller' || owner.claim.by === 'eks-auto-mode') &&
      owner.claim.status !== 'unknown')
  );
}

/**
 * Joins a cluster with the scopes that hold its load balancers and judges every
 * subject of it. Pure: the same input gives the same result. @public
 */
export function correlateCluster(input: ClusterUnitInput): UnitResult {
  return correlateClusterWithout(input, ALL_ROWS_HOLD);
}

/** The same, with rows of the orphan proof left out: for the check of the checks. */
export function correlateClusterWithout(
  input: ClusterUnitInput,
  without: WithoutRows,
): UnitResult {
  const { now, cluster, scopes, settings } = input;
  const known = input.memory;
  const sameCluster =
    cluster.uid === undefined ||
    known.clusterUid === cluster.uid ||
    without.has('same-cluster');
  // Another kube-system under the same name is another cluster; of which one was
  // read before its UID was, nobody knows.
  const memory = copyMemory(sameCluster ? known : EMPTY_UNIT_MEMORY);
  const uid = cluster.uid ?? memory.clusterUid;
  memory.clusterUid = uid;

  const controllers = findControllers({
    cluster,
    memory,
    now,
    unattendedAfterSeconds: settings.unattendedAfterSeconds,
  });
  const owners = collectOwners(cluster, {
    ingressClasses: flagValues(controllers, 'ingress-class', 'alb'),
    loadBalancerClasses: flagValues(
      controllers,
      'load-balancer-class',
      'service.k8s.aws/nlb',
    ),
  });
  const seenBindings =
    uid === undefined || !isConfirmed(cluster, uid)
      ? []
      : withEksArn(
          observeBindings({
            cluster: cluster.cluster,
            clusterUid: uid,
            owners,
            targetGroupBindings: cluster.kinds.targetGroupBindings?.items ?? [],
            scopes,
            firstTags: firstTagsOf(memory),
            saidNames: saidNames(controllers),
            now,
          }),
          eksArnOf(cluster, scopes),
        );
  const bindings = mergeBindings(input.bindings, seenBindings);
  const lookup = new OwnerLookup(owners, scopes);
  const firmly = claimLoadBalancers({
    cluster: { name: cluster.cluster, uid },
    scopes,
    bindings,
    lookup,
    rememberedArns: Object.values(memory.subjects).flatMap(({ arn }) =>
      arn === undefined ? [] : [arn],
    ),
    namedElsewhere: new Set(
      input.elsewhere.flatMap(({ hostnames }) => hostnames ?? []),
    ),
    suggested: flagValues(controllers, 'cluster-name', ''),
    without,
  });
  const renamed = claimRenamed({ scopes, bindings, claimed: firmly, lookup });
  const renamedArns = new Set(
    renamed.map(({ indexed }) => indexed.loadBalancer.arn),
  );
  const claimed = [
    ...firmly.filter(
      ({ indexed }) => !renamedArns.has(indexed.loadBalancer.arn),
    ),
    ...renamed,
  ];
  memory.namespacesWithOwners = namespacesToSee({
    input,
    memory,
    claimed,
  });
  const families = {
    ingress: readFamily(cluster, 'ingress', memory, without),
    service: readFamily(cluster, 'service', memory, without),
    gateway: readFamily(cluster, 'gateway', memory, without),
  };
  rememberOwnerCount({
    memory,
    count: owners.filter(each => each.finalizers.length > 0).length,
    clusterSweep: families.ingress.sweptAt,
    complete: Object.values(families).every(({ complete }) => complete),
    confirmedLosses: input.confirmations?.losses,
    now,
  });
  const published = {
    ...publishTargetBindings(cluster),
    hostnames: owners.flatMap(({ hostnames }) => hostnames),
    waiting: waitingStacks(owners),
    names: [...saidNames(controllers)],
  };
  const notInEks = missingInEks(
    { name: cluster.cluster, uid },
    bindings,
    scopes,
  );
  const context: ClusterContext = {
    snapshot: cluster,
    name: cluster.cluster,
    uid: uid ?? '',
    controllers,
    families,
    massLoss: memory.massLossSince !== undefined,
    ...(notInEks && { notInEks }),
  };

  const unit = {
    input,
    context,
    memory,
    lookup,
    targetBindings: [published, ...input.elsewhere],
    drift: StackDrift.create(context),
    without,
  };
  const cases = claimed.map(each => loadBalancerCase(each, unit));
  const served = new Set(
    cases.flatMap(({ owners: of }) =>
      of
        .filter(({ role, namesIt }) => namesIt || role !== 'disowner')
        .map(({ record }) => record.key),
    ),
  );
  const home = homeScope(cluster.cluster, bindings, scopes);
  cases.push(
    ...owners
      .filter(owner => !served.has(owner.key) && asksWithout(owner))
      .filter(owner => loadBalancersOfStatus(owner, scopes).length === 0)
      .map(owner => ownerCase(owner, home, unit)),
  );
  cases.push(...securityGroupCases(unit, { cases, bindings }));

  return assemble({
    cases,
    input,
    controllers,
    memory,
    bindings: seenBindings,
    published,
    doubts: doubtsOf(cluster, memory),
  });
}

/** A list of namespaces that ended and lacks some that must be there. */
function doubtsOf(
  cluster: ClusterSnapshot,
  memory: UnitMemory,
): NonNullable<UnitResult['doubts']> {
  const { namespaces } = cluster.kinds;
  const [gap] =
    namespaces?.coverage === 'complete' ? namespaceGaps(cluster, memory) : [];
  return gap ? { [KUBERNETES_KINDS.namespaces.id]: gap } : {};
}

/** Finds the subject of a target binding: by its stack, or by its target group. */
function subjectFinder(cases: readonly SubjectCase[]) {
  const byStack = new Map<string, SubjectCase>();
  const byArn = new Map<string, SubjectCase>();
  for (const each of [...cases].reverse()) {
    if (each.stack) {
      byStack.set(stackKey(each.stack), each);
    }
    for (const { targetGroup } of each.targetGroups) {
      byArn.set(targetGroup.arn, each);
    }
  }
  return (stack: StackRef | undefined, arn?: string) => {
    const found = stack ? byStack.get(stackKey(stack)) : byArn.get(arn ?? '');
    return found && { id: found.id, ownerExists: found.owners.length > 0 };
  };
}

function assemble(options: {
  cases: readonly SubjectCase[];
  input: ClusterUnitInput;
  controllers: ControllersReading;
  memory: UnitMemory;
  bindings: ClusterBinding[];
  published: UnitResult['published'];
  doubts: UnitResult['doubts'];
}): UnitResult {
  const { cases, input, controllers, memory } = options;
  const { now, cluster, scopes } = input;
  const bindingNames = new Map(
    (cluster.kinds.targetGroupBindings?.items ?? []).flatMap(
      ({ metadata, spec }) =>
        spec?.targetGroupARN
          ? [[spec.targetGroupARN, `${metadata.namespace}/${metadata.name}`]]
          : [],
    ),
  );
  const waits: string[] = controllers.decidesAt ? [controllers.decidesAt] : [];
  const subjects: Subject[] = [];
  for (const each of cases) {
    rememberCase(each);
    const { subject, judgement } = judgeSubject(each, arn =>
      bindingNames.get(arn),
    );
    subjects.push(subject);
    if (judgement.decidesAt) {
      waits.push(judgement.decidesAt);
    }
  }
  const ids = new Set(cases.map(({ id }) => id));
  const listsComplete = scopes.every(
    ({ snapshot }) => snapshot.kinds.loadBalancers?.coverage === 'complete',
  );
  if (listsComplete) {
    for (const id of Object.keys(memory.subjects)) {
      if (!ids.has(id)) {
        delete memory.subjects[id];
      }
    }
  }
  return {
    subjects,
    targetBindings: judgeTargetBindings({
      now,
      cluster,
      scopes,
      controllers,
      elsewhere: input.elsewhere,
      stuckAfterSeconds: input.settings.stuckAfterSeconds,
      subjectOf: subjectFinder(cases),
    }),
    controllers: controllers.controllers,
    bindings: options.bindings,
    memory,
    wantedIdentities: cases.flatMap(wantedIdentities),
    published: options.published,
    doubts: options.doubts,
    ...(waits.length > 0 && {
      nextReviewAt: waits.filter(at => at > now).sort()[0],
    }),
  };
}
