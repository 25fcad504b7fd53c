import { MatchingFacts } from '../identity/entities/types';
import { stackObject } from '../identity/tags';
import { SubjectCase } from '../lifecycle/case';
import { readDrift } from '../lifecycle/drift';
import { explain } from '../lifecycle/explain';
import { facetsOf } from '../lifecycle/facets';
import { findingsOf } from '../lifecycle/findings';
import { familyGaps, ownerReadAt } from '../lifecycle/gaps';
import { Judgement, judge } from '../lifecycle/machine';
import { ownersWithState } from '../lifecycle/ownerStates';
import { removalFactsOf } from '../removal/factsOf';
import { message } from '../messages';
import { commandsFor } from './commands';
import { matchingObject } from './owners';
import { IndexedTargetGroup } from './scopeIndex';
import {
  Evidence,
  Subject,
  SubjectMember,
  SubjectTargetGroup,
} from './subject';

const MAX_NOT_HEALTHY = 20;

function targetGroupOf(
  { targetGroup, health }: IndexedTargetGroup,
  targetBinding: string | undefined,
): SubjectTargetGroup {
  const byState: Record<string, number> = {};
  const notHealthy: NonNullable<SubjectTargetGroup['notHealthy']> = [];
  for (const target of health?.targets ?? []) {
    const { id, port, state, reason, description } = target;
    byState[state] = (byState[state] ?? 0) + 1;
    if (state !== 'healthy' && notHealthy.length < MAX_NOT_HEALTHY) {
      notHealthy.push({ id, port, state, reason, description });
    }
  }
  const { arn, name, targetType, protocol, port } = targetGroup;
  return {
    arn,
    name,
    targetType,
    protocol,
    port,
    ...(health && { health: { observedAt: health.observedAt, byState } }),
    ...(notHealthy.length > 0 && { notHealthy }),
    ...(targetBinding !== undefined && { targetBinding }),
  };
}

function stackNames(subject: SubjectCase): string[] {
  const { stack } = subject;
  const names = new Set(
    [
      ...subject.owners.map(({ record }) => ({
        kind: record.kind,
        namespace: record.metadata.namespace,
        name: record.metadata.name,
      })),
      ...subject.missing,
    ].map(
      ({ kind, namespace, name }) =>
        `${kind.toLowerCase()}/${namespace}/${name}`,
    ),
  );
  if (stack) {
    const object = stackObject(stack.value);
    names.add(
      object
        ? `${stack.family}/${object.namespace}/${object.name}`
        : `group/${stack.value}`,
    );
  }
  return [...names];
}

function matchingBackends({ owners }: SubjectCase): MatchingFacts['backends'] {
  const backends: Array<MatchingFacts['backends'][number]> = [];
  for (const { record } of owners) {
    for (const { service, routes } of record.backends) {
      if (service) {
        const { kind, namespace, name, labels, annotations } = service;
        backends.push({ kind, namespace, name, labels, annotations, routes });
      }
    }
  }
  return backends;
}

function matchingOf(subject: SubjectCase): MatchingFacts {
  const { loadBalancer, scope, tags = {}, cluster } = subject;
  return {
    ...(cluster && { cluster: cluster.name }),
    ...(scope && {
      accountId: scope.snapshot.accountId,
      region: scope.snapshot.region,
    }),
    ...(loadBalancer && {
      arn: loadBalancer.arn,
      dnsName: loadBalancer.dnsName.toLowerCase(),
    }),
    stacks: stackNames(subject),
    tags,
    owners: subject.owners.map(({ record }) =>
      matchingObject(record.kind, record.metadata),
    ),
    backends: matchingBackends(subject),
  };
}

function oldest(times: Array<string | undefined>): string | undefined {
  return times.filter((each): each is string => each !== undefined).sort()[0];
}

/** Judges a case and puts together the subject that people see. */
export function judgeSubject(
  subject: SubjectCase,
  bindingOf: (targetGroupArn: string) => string | undefined,
): { subject: Subject; judgement: Judgement } {
  const judgement = judge(subject);
  const facets = facetsOf(subject, judgement);
  const known = findingsOf({ subject, judgement, facets });
  const explanation = explain(subject, judgement, facets, known.remedies);
  const { loadBalancer, scope, cluster, identity, stack, tags = {} } = subject;
  const { securityGroup } = subject;
  const vpcId = loadBalancer?.vpcId ?? securityGroup?.vpcId;
  const generation = identity?.generation ?? 'unmanaged';
  const gaps = familyGaps(subject);
  const { drift } = readDrift(subject);
  // One literal and then what not all have: thousands are made in a run, and a
  // literal with many spreads takes several times as long.
  const judged: Subject = {
    id: subject.id,
    kind: subject.kind,
    // An owner without a load balancer asks the controller for one.
    generation: subject.kind === 'owner' ? askedOf(subject) : generation,
    targetGroups: subject.targetGroups.map(each =>
      targetGroupOf(each, bindingOf(each.targetGroup.arn)),
    ),
    owners: ownersWithState(subject, judgement),
    backends: backendsOf(subject),
    removal: removalFactsOf(subject, judgement),
    controller: controllerOf(subject),
    state: judgement.state,
    because: judgement.because,
    facets,
    evidence: [...judgement.evidence, ...contextOf(subject)],
    findings: known.findings,
    notExamined: [...judgement.notExamined, ...gaps, ...known.notExamined],
    whatHappens: explanation.whatHappens,
    whatToDo: explanation.whatToDo,
    ifYouDeploy: explanation.ifYouDeploy,
    traffic: explanation.traffic,
    commands: commandsFor(subject),
    tags,
    matching: matchingOf(subject),
    observedAt:
      oldest([
        scope?.snapshot.kinds.loadBalancers?.observedAt,
        subject.owners[0] &&
          ownerReadAt(subject, subject.owners[0].record.kind),
        cluster?.controllers.observedAt,
      ]) ?? subject.now,
  };
  if (cluster) {
    judged.cluster = cluster.name;
  }
  // Other generations have a cluster's name too, in tags of their own.
  if (identity?.generation === 'lbc' && identity.clusterTag !== undefined) {
    judged.clusterTag = identity.clusterTag;
  }
  if (scope) {
    judged.accountId = scope.snapshot.accountId;
    judged.region = scope.snapshot.region;
  }
  if (vpcId) {
    judged.vpcId = vpcId;
  }
  if (securityGroup) {
    const { id, name, arn } = securityGroup;
    judged.securityGroup = { id, name, arn };
  }
  if (stack) {
    judged.family = stack.family;
    judged.stack = stack.value;
  }
  if (loadBalancer) {
    judged.loadBalancer = {
      arn: loadBalancer.arn,
      name: loadBalancer.name,
      dnsName: loadBalancer.dnsName,
      type: loadBalancer.type,
      ...(loadBalancer.scheme && { scheme: loadBalancer.scheme }),
      state: loadBalancer.state.code,
      ...(loadBalancer.createdAt && { createdAt: loadBalancer.createdAt }),
    };
  }
  if (subject.owners.length + subject.missing.length > 1) {
    judged.members = membersOf(subject);
  }
  if (judgement.candidates) {
    judged.candidates = judgement.candidates;
  }
  if (judgement.wouldDecide) {
    judged.wouldDecide = judgement.wouldDecide;
  }
  if (judgement.grade) {
    judged.grade = judgement.grade;
  }
  if (judgement.disowned) {
    judged.disowned = true;
  }
  if (drift) {
    judged.drift = drift;
  }
  return { judgement, subject: judged };
}

/** Rules of all owners that route to a Service. */
function backendsOf({ owners }: SubjectCase): Subject['backends'] {
  const backends: Subject['backends'] = [];
  for (const { record } of owners) {
    for (const { namespace, name, routes } of record.backends) {
      backends.push({ namespace, name, routes });
    }
  }
  return backends;
}

/** What each of several owners brings. */
function membersOf({ owners }: SubjectCase): SubjectMember[] {
  return owners.map(({ record }) => ({
    kind: record.kind,
    namespace: record.metadata.namespace,
    name: record.metadata.name,
    backends: record.backends.length,
    hosts: [
      ...new Set([
        ...(record.hosts ?? []),
        ...record.backends.flatMap(({ routes }) =>
          routes.map(route => route.split('/')[0]),
        ),
      ]),
    ].filter(host => host !== '*' && host !== ''),
  }));
}

/** What is good to know beside the verdict. */
function contextOf({ cluster }: SubjectCase): Evidence[] {
  const { notInEks } = cluster ?? {};
  return cluster && notInEks
    ? [
        {
          message: message('evidence.cluster-not-in-eks', {
            cluster: cluster.name,
            arn: notInEks.arn,
          }),
          source: 'aws',
          ...(notInEks.observedAt !== undefined && {
            observedAt: notInEks.observedAt,
          }),
          role: 'context',
        },
      ]
    : [];
}

function askedOf({ owners }: SubjectCase): Subject['generation'] {
  return owners.some(({ record }) => record.claim.by === 'eks-auto-mode')
    ? 'eks-auto-mode'
    : 'lbc';
}

function controllerOf({ cluster }: SubjectCase): Subject['controller'] {
  if (!cluster) {
    return 'unknown';
  }
  const { liveness, decisivelyGone } = cluster.controllers;
  return liveness === 'unknown' && decisivelyGone ? 'gone' : liveness;
}
