import {
  Controller,
  MatchingFacts,
  message,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { FakeSubject } from './FakeStore';

export const AT = '2026-11-24T12:00:00.000Z';

/** An Ingress' load balancer in cluster prod-1, owned by objects labelled `app`. */
export function fakeSubject(options: {
  id: string;
  app?: string;
  summary?: Partial<SubjectSummary>;
  facts?: Partial<MatchingFacts>;
}): FakeSubject {
  const { id, app = 'checkout' } = options;
  const namespace = options.summary?.owners?.[0]?.namespace ?? 'shop';
  const summary: SubjectSummary = {
    id,
    kind: 'load-balancer',
    cluster: 'prod-1',
    accountId: '123456789012',
    region: 'eu-west-1',
    generation: 'lbc',
    family: 'ingress',
    stack: `${namespace}/${id}`,
    owners: [
      {
        kind: 'Ingress',
        namespace,
        name: id,
        exists: true,
        state: 'in-service',
      },
    ],
    ownerCount: 1,
    routeCount: 1,
    controller: 'alive',
    state: 'in-service',
    since: AT,
    sinceFirstSeen: true,
    because: message('state.not-judged'),
    facets: {
      serving: 'yes',
      attended: 'controller',
      reconcile: {},
      drift: 'not-examined',
      writes: 'accepted',
    },
    traffic: message('state.not-judged'),
    ifYouDeploy: message('state.not-judged'),
    whoActs: 'nobody',
    targets: { healthy: 1, total: 1, unread: 0 },
    observedAt: AT,
    ...options.summary,
  };
  return {
    summary,
    detail: {
      evidence: [],
      findings: [],
      notExamined: [],
      whatHappens: [],
      whatToDo: [],
      commands: [],
      targetGroups: [],
      targetBindings: [],
      backends: [],
      tags: {},
      firstSeenAt: AT,
      lastSeenAt: AT,
    },
    facts: {
      cluster: summary.cluster,
      accountId: summary.accountId,
      region: summary.region,
      stacks: [`ingress/${namespace}/${id}`],
      tags: {},
      owners: [
        {
          kind: 'Ingress',
          namespace,
          name: id,
          labels: { app },
          annotations: {},
        },
      ],
      backends: [],
      ...options.facts,
    },
    transitions: [
      {
        id: `${id}-1`,
        to: summary.state,
        at: AT,
        because: message('state.not-judged'),
        cause: 'observed',
        evidence: [],
      },
    ],
  };
}

export const controller: Controller = {
  cluster: 'prod-1',
  namespace: 'kube-system',
  name: 'aws-load-balancer-controller',
  version: '2.17.1',
  flags: { 'cluster-name': 'prod' },
  replicas: { wanted: 2, ready: 2 },
  liveness: 'alive',
  because: message('state.not-judged'),
  evidence: [],
  observedAt: AT,
};
