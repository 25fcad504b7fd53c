import {
  cleanUp,
  DEFAULT_PRICES,
  whatIf,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  CleanUpResponse,
  RemovalFacts,
  SubjectDetail,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';

const FACTS: RemovalFacts = {
  owners: [],
  securityGroups: ['sg-0a1b2c3d4e5f60718'],
  availabilityZones: 2,
  ipAddressType: 'ipv4',
  usedElsewhere: [],
};

function factsOf(subject: SubjectDetail): RemovalFacts {
  return {
    ...FACTS,
    owners: subject.owners
      .filter(({ exists }) => exists)
      .map(({ kind, namespace, name }) => ({
        kind,
        namespace,
        name,
        role: 'member',
        finalizers: ['ingress.k8s.aws/resources'],
        className: 'alb',
        attended: subject.controller,
        blockers:
          subject.controller === 'gone'
            ? [
                {
                  id: 'no-controller',
                  decisive: true,
                  message: {
                    code: 'blocker.no-controller',
                    params: {
                      kind,
                      namespace,
                      name,
                      finalizers: ['ingress.k8s.aws/resources'],
                    },
                  },
                },
              ]
            : [],
      })),
    ...(subject.state === 'orphaned' && {
      boundBy: [],
      proof: [
        {
          row: 'bound',
          asks: { code: 'proof-row.bound' },
          met: true,
          says: {
            code: 'proof.bound',
            params: { clusterTag: 'prod-1', cluster: 'prod-1' },
          },
        },
        {
          row: 'no-mass-loss',
          asks: { code: 'proof-row.no-mass-loss' },
          met: true,
        },
      ],
    }),
  };
}

const removalOf = ({ detail: _, ...subject }: SubjectDetail) => ({
  ...subject,
  removal: factsOf(subject as SubjectDetail),
});

/** What the backend would say to a scenario for one subject. */
export function whatIfFor(
  subject: SubjectDetail,
  scenario: WhatIfScenario,
): WhatIfResponse {
  const { subjects, ...answer } = whatIf({
    scenario,
    subjects: [removalOf(subject)],
  });
  return { ...answer, items: subjects, totalItems: 1, coverage: [] };
}

/** How the backend would clean one subject up. */
export function cleanUpFor(subject: SubjectDetail): CleanUpResponse {
  return {
    ...cleanUp({
      subject: { ...removalOf(subject), region: 'us-east-1' },
      now: new Date().toISOString(),
      prices: DEFAULT_PRICES,
    }),
    observedAt: subject.observedAt,
    coverage: [],
  };
}
