import {
  diagnose,
  message,
  type DoctorInput,
  type DoctorResponse,
  type DoctorTargetInput,
} from '@lbc-backstage/plugin-lbc-common';

const AT = '2026-11-24T12:00:00.000Z';

function answer(input: Partial<DoctorInput>): DoctorResponse {
  const { targets, ...rest } = diagnose({
    now: AT,
    targets: [],
    optional: { ec2: true, eks: true, iam: true },
    problems: [],
    suggestedScopes: [],
    clusterTags: [],
    jobs: { due: 1, running: 2, overdue: 0, failing: 0, failures: [] },
    rules: { version: 4, units: [] },
    ...input,
  });
  return { ...rest, items: targets, totalItems: targets.length };
}

const cluster: DoctorTargetInput = {
  id: 'cluster:prod-1',
  kind: 'cluster',
  name: 'prod-1',
  observedAt: AT,
  cadenceSeconds: 300,
  sources: [
    {
      kind: 'namespaces',
      coverage: 'complete',
      observedAt: AT,
      attemptedAt: AT,
    },
  ],
  notRead: [],
  holds: { controllers: 1, subjects: 1 },
};

const scope: DoctorTargetInput = {
  ...cluster,
  id: 'scope:111111111111/eu-west-1',
  kind: 'scope',
  name: '111111111111/eu-west-1',
  sources: [
    {
      kind: 'loadBalancers',
      coverage: 'complete',
      observedAt: AT,
      attemptedAt: AT,
    },
  ],
};

/** What the doctor may say. */
export const diagnoses = {
  seen: answer({ targets: [cluster, scope] }),
  missing: answer({
    targets: [
      {
        ...cluster,
        sources: [
          ...cluster.sources,
          {
            kind: 'ingresses',
            coverage: 'denied',
            reason: message('source.cluster-denies', {
              cluster: 'prod-1',
              resource: 'ingresses.networking.k8s.io',
              detail: 'forbidden',
            }),
            attemptedAt: AT,
          },
        ],
      },
      scope,
    ],
    clusterTags: [
      {
        clusterTag: 'old',
        accountId: '111111111111',
        region: 'eu-west-1',
        vpcId: 'vpc-1',
        loadBalancers: 2,
      },
    ],
  }),
  nothing: answer({}),
};
