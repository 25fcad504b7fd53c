import {
  ClusterUnitInput,
  LifecycleState,
  message,
  Subject,
  UnclaimedUnitInput,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';
import type { Domain } from '../domain';
import { loadBalancerArn, SCOPE, targetGroupArn } from './sources';

/** A subject, plain but whole. */
export function testSubject(
  id: string,
  overrides: Partial<Subject> = {},
): Subject {
  return {
    id,
    kind: 'load-balancer',
    generation: 'lbc',
    accountId: SCOPE.accountId,
    region: SCOPE.region,
    targetGroups: [],
    owners: [],
    backends: [],
    controller: 'alive',
    state: 'in-service',
    because: message('state.not-judged'),
    facets: {
      serving: 'yes',
      attended: 'controller',
      reconcile: {},
      drift: 'not-examined',
      writes: 'accepted',
    },
    evidence: [],
    findings: [],
    notExamined: [],
    whatHappens: [],
    whatToDo: [],
    ifYouDeploy: message('state.not-judged'),
    traffic: message('state.not-judged'),
    commands: [],
    tags: {},
    matching: { stacks: [], tags: {}, owners: [], backends: [] },
    observedAt: '2026-11-01T12:00:00.000Z',
    ...overrides,
  };
}

/**
 * A judgement that is easy to foresee: a load balancer belongs to the cluster
 * that has an Ingress of its name, and is `states` or `in-service`.
 */
export class TestDomain implements Domain {
  rulesVersion = 1;
  readonly runs: string[] = [];
  readonly states = new Map<string, LifecycleState>();
  /** Changes every result. */
  adjust: (result: UnitResult, input: ClusterUnitInput) => UnitResult =
    result => result;
  /** Called before a judgement; may be slow or throw. */
  before: (unit: string) => void = () => {};

  correlateCluster = (input: ClusterUnitInput): UnitResult => {
    const { cluster, scopes } = input;
    this.runs.push(`cluster:${cluster.cluster}`);
    this.before(`cluster:${cluster.cluster}`);
    const subjects: Subject[] = [];
    for (const { metadata } of cluster.kinds.ingresses?.items ?? []) {
      const owner = {
        kind: 'Ingress' as const,
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        exists: true,
        state: 'in-service' as const,
      };
      const indexed = scopes
        .map(scope => scope.loadBalancers.get(loadBalancerArn(metadata.name)))
        .find(found => found !== undefined);
      const group = scopes
        .map(scope => scope.targetGroups.get(targetGroupArn(metadata.name)))
        .find(found => found !== undefined);
      const { loadBalancer } = indexed ?? {};
      subjects.push(
        testSubject(
          indexed
            ? `lb-${metadata.name}`
            : `owner-${metadata.namespace}-${metadata.name}`,
          {
            kind: indexed ? 'load-balancer' : 'owner',
            cluster: cluster.cluster,
            clusterTag: 'prod',
            owners: [owner],
            loadBalancer: loadBalancer && {
              ...loadBalancer,
              state: loadBalancer.state.code,
            },
            targetGroups: group
              ? [
                  {
                    arn: group.targetGroup.arn,
                    name: group.targetGroup.name,
                    health: group.health && {
                      observedAt: group.health.observedAt,
                      byState: countStates(group.health.targets),
                    },
                  },
                ]
              : [],
            state:
              this.states.get(metadata.name) ??
              (indexed ? 'in-service' : 'unserved'),
            observedAt: cluster.kinds.ingresses?.observedAt ?? input.now,
          },
        ),
      );
    }
    return this.adjust(
      {
        subjects,
        targetBindings: [],
        controllers: [],
        bindings: [],
        memory: {
          ...input.memory,
          namespacesWithOwners: subjects.map(({ id }) => id),
        },
        wantedIdentities: [],
        published: {
          cluster: cluster.cluster,
          coverage: 'complete',
          bindings: [],
        },
      },
      input,
    );
  };

  correlateUnclaimed = (input: UnclaimedUnitInput): UnitResult => {
    this.runs.push(`unclaimed:${input.scope.id}`);
    this.before(`unclaimed:${input.scope.id}`);
    return {
      subjects: [...input.scope.loadBalancers.values()]
        .filter(({ loadBalancer }) => !input.claimed.has(loadBalancer.arn))
        .map(({ loadBalancer }) =>
          testSubject(`lb-${loadBalancer.name}`, {
            loadBalancer: {
              ...loadBalancer,
              state: loadBalancer.state.code,
            },
            clusterTag: 'prod',
            controller: 'unknown',
            state: 'unknown',
            observedAt:
              input.scope.snapshot.kinds.loadBalancers?.observedAt ?? input.now,
          }),
        ),
      targetBindings: [],
      controllers: [],
      bindings: [],
      memory: input.memory,
      wantedIdentities: [],
    };
  };
}

function countStates(
  targets: ReadonlyArray<{ state: string }>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of targets) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}
