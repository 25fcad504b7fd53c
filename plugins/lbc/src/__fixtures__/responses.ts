import type {
  EntityLoadBalancersResponse,
  SubjectDetail,
} from '@lbc-backstage/plugin-lbc-common';
import { ago, coverage, inList, SCOPE } from './build';
import { inService } from './inService';
import {
  orphaned,
  shared,
  stuckDeleting,
  unattended,
  unknown,
} from './troubled';

const searched: EntityLoadBalancersResponse['searched'] = {
  clusters: [
    { name: 'prod-1', observedAt: ago(2, 'min') },
    {
      name: 'staging-1',
      problem: {
        code: 'source.cluster-rejects-credentials',
        params: { cluster: 'staging-1' },
      },
    },
  ],
  scopes: [{ ...SCOPE, observedAt: ago(3, 'min') }],
};

const base: EntityLoadBalancersResponse = {
  entityRef: 'component:default/checkout',
  observedAt: ago(2, 'min'),
  historySince: ago(30, 'd'),
  items: [],
  totalItems: 0,
  notPermitted: 0,
  problems: [],
  searched,
  coverage: [],
};

function verdictOf(
  subject: SubjectDetail,
): EntityLoadBalancersResponse['verdict'] {
  const entityRef = {
    you: 'group:default/team-checkout',
    platform: 'group:default/team-platform',
    nobody: undefined,
  }[subject.whoActs];
  return {
    state: subject.state,
    traffic: subject.traffic,
    ifYouDeploy: subject.ifYouDeploy,
    whoActs: { role: subject.whoActs, ...(entityRef && { entityRef }) },
    since: subject.since,
    because: subject.because,
  };
}

function response(
  subjects: SubjectDetail[],
  overrides: Partial<EntityLoadBalancersResponse> = {},
): EntityLoadBalancersResponse {
  return {
    ...base,
    items: subjects.map(subject => inList(subject, { via: 'kubernetes' })),
    totalItems: subjects.length,
    ...(subjects.length > 0 && { verdict: verdictOf(subjects[0]) }),
    ...overrides,
  };
}

const partialCoverage = [
  coverage(),
  coverage({
    kind: 'events',
    coverage: 'failed',
    reason: {
      code: 'source.timed-out',
      params: { cluster: 'prod-1', limitSeconds: 30 },
    },
    observedAt: ago(25, 'min'),
  }),
  coverage({
    source: 'aws',
    target: `scope:${SCOPE.accountId}/${SCOPE.region}`,
    kind: 'tags',
    coverage: 'partial',
    reason: { code: 'source.aws-tags-of-some' },
  }),
  coverage({
    source: 'aws',
    target: `scope:${SCOPE.accountId}/${SCOPE.region}`,
    kind: 'targetGroups',
    reason: {
      code: 'source.aws-denied',
      params: {
        operation: 'DescribeTargetGroups',
        accountId: SCOPE.accountId,
        detail: 'AccessDenied',
      },
    },
  }),
];

const kubernetesExample = `kubernetes:
  serviceLocatorMethod: { type: multiTenant }
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: prod-1
          url: https://prod-1.example.com
          authProvider: aws
`;

/** Answers of every kind that the tab has to show. */
export const responses = {
  inService: response([inService]),
  unattended: response([unattended]),
  stuckDeleting: response([stuckDeleting]),
  orphaned: response([orphaned]),
  unknown: response([unknown]),
  partial: response([unattended], { coverage: partialCoverage }),
  group: response([unattended, shared], {
    items: [
      inList(unattended, { via: 'kubernetes' }),
      inList(shared, {
        via: 'backend',
        ownRoutes: ['shop.example.com/api', 'shop.example.com/img'],
      }),
    ],
    notPermitted: 3,
  }),
  empty: response([]),
  notPermitted: response([], { notPermitted: 2 }),
  notConfigured: response([], {
    observedAt: undefined,
    searched: { clusters: [], scopes: [] },
    problems: [
      {
        severity: 'error',
        message: { code: 'config.kubernetes-missing' },
        example: kubernetesExample,
      },
      {
        severity: 'error',
        message: { code: 'config.scopes-missing' },
        example: 'lbc:\n  aws:\n    regions: [eu-west-1]\n',
      },
    ],
  }),
  badAnnotation: response([inService], {
    problems: [
      {
        severity: 'error',
        message: {
          code: 'entity.cluster-unknown',
          params: {
            annotation: 'lbc/stack',
            cluster: 'prod-9',
            clusters: ['prod-1', 'staging-1'],
          },
        },
      },
    ],
  }),
  stale: response([inService], { observedAt: ago(47, 'min') }),
} satisfies Record<string, EntityLoadBalancersResponse>;

/** Everything known of each subject, by id, for an answer. */
export function detailsFor(
  answer: EntityLoadBalancersResponse,
): Map<string, SubjectDetail> {
  const known = [
    inService,
    unattended,
    stuckDeleting,
    orphaned,
    unknown,
    shared,
  ];
  return new Map(
    answer.items.flatMap(item => {
      const found = known.find(
        ({ id, state }) => id === item.id && state === item.state,
      );
      return found ? [[item.id, found]] : [];
    }),
  );
}
