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
  for (const { state } of health?.targets ?? []) {
    byState[state] = (byState[state] ?? 0) + 1;
  }
  const notHealthy = (health?.targets ?? [])
    .filter(({ state }) => state !== 'healthy')
    .slice(0, MAX_NOT_HEALTHY)
    .map(({ id, port, state, reason, description }) => ({
      id,
      port,
      state,
      reason,
      description,
    }));
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
    backends: subject.owners.flatMap(({ record }) =>
      record.backends.flatMap(({ service, routes }) =>
        service ? [{ ...service, routes }] : [],
      ),
    ),
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
  return {
    judgement,
    subject: {
      id: subject.id,
      kind: subject.kind,
      ...(cluster && { cluster: cluster.name }),
      // Other generations have a cluster's name too, in tags of their own.
      ...(identity?.generation === 'lbc' &&
        identity.clusterTag !== undefined && {
          clusterTag: identity.clusterTag,
        }),
      ...(scope && {
        accountId: scope.snapshot.accountId,
        region: scope.snapshot.region,
      }),
      ...(vpcId && { vpcId }),
      ...(securityGroup && {
        securityGroup: {
          id: securityGroup.id,
          name: securityGroup.name,
          arn: securityGroup.arn,
        },
      }),
      // An owner without a load balancer asks the controller for one.
      generation: subject.kind === 'owner' ? askedOf(subject) : generation,
      ...(stack && { family: stack.family, stack: stack.value }),
      ...(loadBalancer && {
        loadBalancer: {
          arn: loadBalancer.arn,
          name: loadBalancer.name,
          dnsName: loadBalancer.dnsName,
          type: loadBalancer.type,
          ...(loadBalancer.scheme && { scheme: loadBalancer.scheme }),
          state: loadBalancer.state.code,
          ...(loadBalancer.createdAt && { createdAt: loadBalancer.createdAt }),
        },
      }),
      targetGroups: subject.targetGroups.map(each =>
        targetGroupOf(each, bindingOf(each.targetGroup.arn)),
      ),
      owners: ownersWithState(subject, judgement),
      backends: subject.owners.flatMap(({ record }) =>
        record.backends.map(({ namespace, name, routes }) => ({
          namespace,
          name,
          routes,
        })),
      ),
      ...(subject.owners.length + subject.missing.length > 1 && {
        members: membersOf(subject),
      }),
      removal: removalFactsOf(subject, judgement),
      controller: controllerOf(subject),
      state: judgement.state,
      because: judgement.because,
      ...(judgement.candidates && { candidates: judgement.candidates }),
      ...(judgement.wouldDecide && { wouldDecide: judgement.wouldDecide }),
      ...(judgement.grade && { grade: judgement.grade }),
      ...(judgement.disowned && { disowned: true }),
      facets,
      ...(drift && { drift }),
      evidence: [...judgement.evidence, ...contextOf(subject)],
      findings: known.findings,
      notExamined: [...judgement.notExamined, ...gaps, ...known.notExamined],
      ...explanation,
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
    },
  };
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
