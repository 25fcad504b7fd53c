import { english } from '../../messages/english';
import { detailOf } from '../__testUtils__/detail';
import { expectedOf, expectedOfService, modelOf } from '../__testUtils__/stack';
import { Expected } from '../expected/types';
import { compareStack } from './compareStack';
import { DriftKind, ReconcileState } from './types';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:1:certificate/a';
const NAMED = {
  subnets: 'subnet-1,subnet-2',
  tags: 'team=checkout',
  'load-balancer-attributes': 'idle_timeout.timeout_seconds=120',
  'target-group-attributes': 'slow_start.duration_seconds=30',
  'certificate-arn': `${CERTIFICATE},${CERTIFICATE}2`,
  'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
};

type Live = ReturnType<typeof detailOf>;

function compare(options: {
  expected?: Expected;
  change?: (live: Live) => void;
  reconcile?: ReconcileState;
}) {
  const { expected = expectedOf(NAMED), change, reconcile } = options;
  const live = detailOf(modelOf(expected));
  change?.(live);
  return compareStack({
    expected,
    ...live,
    ...(reconcile && { reconcile }),
  });
}

it('finds nothing where all of it is as it should be', () => {
  const result = compare({});
  expect(result).toMatchObject({
    facet: 'none',
    findings: [],
    notExamined: [],
  });
  expect(result.compared).toBeGreaterThan(60);
});

const listener = ({ detail }: Live, port: number) => {
  const found = detail.listeners?.find(each => each.port === port);
  if (!found) {
    throw new Error(`no listener on ${port}`);
  }
  return found;
};
const group = ({ detail }: Live) => {
  const [first] = detail.targetGroups ?? [];
  return first;
};

const TG = 'targetGroups.shop/web-web:80';
const LB = 'loadBalancers.LoadBalancer';

it.each<[string, string, DriftKind, (live: Live) => void]>([
  [
    'a scheme',
    `${LB}.scheme`,
    'replaces',
    ({ loadBalancer }) => {
      loadBalancer.scheme = 'internet-facing';
    },
  ],
  [
    'a type',
    `${LB}.type`,
    'replaces',
    ({ loadBalancer }) => {
      loadBalancer.type = 'network';
    },
  ],
  [
    'a name',
    `${LB}.name`,
    'ignored',
    ({ loadBalancer }) => {
      loadBalancer.name = 'by-hand';
    },
  ],
  [
    'an address type',
    `${LB}.ipAddressType`,
    'not-noticed',
    ({ loadBalancer }) => {
      loadBalancer.ipAddressType = 'dualstack';
    },
  ],
  [
    'a subnet',
    `${LB}.subnets`,
    'not-noticed',
    ({ loadBalancer }) => {
      loadBalancer.availabilityZones.pop();
    },
  ],
  [
    'a security group',
    `${LB}.securityGroups`,
    'not-noticed',
    ({ loadBalancer }) => {
      loadBalancer.securityGroups.push('sg-other');
    },
  ],
  [
    'an attribute',
    `${LB}.attributes.idle_timeout.timeout_seconds`,
    'not-noticed',
    ({ detail }) => {
      detail.loadBalancerAttributes = { 'idle_timeout.timeout_seconds': '60' };
    },
  ],
  [
    'a missing tag',
    `${LB}.tags.team`,
    'not-noticed',
    ({ detail }) => {
      detail.tags = {
        ...detail.tags,
        [detail.loadBalancerArn]: {
          ...detail.tags?.[detail.loadBalancerArn],
          team: 'other',
        },
      };
    },
  ],
  [
    'another tag',
    `${LB}.tags.extra`,
    'not-noticed',
    ({ detail }) => {
      detail.tags = {
        ...detail.tags,
        [detail.loadBalancerArn]: {
          ...detail.tags?.[detail.loadBalancerArn],
          extra: 'x',
        },
      };
    },
  ],
  [
    'a missing listener',
    'listeners.443',
    'not-noticed',
    ({ detail }) => {
      detail.listeners = detail.listeners?.filter(({ port }) => port !== 443);
    },
  ],
  [
    'another listener',
    'listeners.8080',
    'not-noticed',
    live => {
      live.detail.listeners?.push({ ...listener(live, 80), port: 8080 });
    },
  ],
  [
    'an SSL policy',
    'listeners.443.sslPolicy',
    'not-noticed',
    live => {
      listener(live, 443).sslPolicy = 'other';
    },
  ],
  [
    'a default certificate',
    'listeners.443.certificates.default',
    'not-noticed',
    live => {
      listener(live, 443).certificateArn = 'other';
    },
  ],
  [
    'a further certificate',
    'listeners.443.certificates.others',
    'not-noticed',
    live => {
      listener(live, 443).extraCertificateArns = [];
    },
  ],
  [
    'a default action',
    'listeners.80.defaultActions',
    'not-noticed',
    live => {
      listener(live, 80).defaultActions = [
        { type: 'fixed-response', fixedResponse: { statusCode: '200' } },
      ];
    },
  ],
  [
    'a missing rule',
    'rules.80:1',
    'not-noticed',
    live => {
      listener(live, 80).rules = [];
    },
  ],
  [
    'another rule',
    'rules.80:9',
    'not-noticed',
    live => {
      listener(live, 80).rules?.push({
        arn: 'r',
        priority: 9,
        conditions: [{ field: 'path-pattern', values: ['/x'] }],
        actions: [],
      });
    },
  ],
  [
    'an action of a rule',
    'rules.80:1.actions',
    'not-noticed',
    live => {
      const [rule] = listener(live, 80).rules ?? [];
      rule.actions = [{ type: 'forward', targetGroups: [{ arn: 'other' }] }];
    },
  ],
  [
    'a priority',
    'rules.80:1.priority',
    'not-noticed',
    live => {
      const [rule] = listener(live, 80).rules ?? [];
      rule.priority = 7;
    },
  ],
  [
    'a transform',
    'rules.80:1.transforms',
    'not-noticed',
    live => {
      const [rule] = listener(live, 80).rules ?? [];
      rule.transforms = [
        { type: 'url-rewrite', rewrites: [{ regex: 'a', replace: 'b' }] },
      ];
    },
  ],
  [
    'a target type',
    `${TG}.targetType`,
    'replaces',
    live => {
      group(live).targetGroup.targetType = 'ip';
    },
  ],
  [
    'a target protocol',
    `${TG}.protocol`,
    'replaces',
    live => {
      group(live).targetGroup.protocol = 'HTTPS';
    },
  ],
  [
    'a port of a target group',
    `${TG}.port`,
    'ignored',
    live => {
      group(live).targetGroup.port = 1;
    },
  ],
  [
    'a health check',
    `${TG}.healthCheck.timeoutSeconds`,
    'not-noticed',
    live => {
      const { targetGroup } = group(live);
      targetGroup.healthCheck = {
        ...targetGroup.healthCheck,
        timeoutSeconds: 9,
      };
    },
  ],
  [
    'an attribute of a target group',
    `${TG}.attributes.slow_start.duration_seconds`,
    'not-noticed',
    live => {
      group(live).attributes = { 'slow_start.duration_seconds': '0' };
    },
  ],
  [
    'a binding',
    'targetGroupBindings.shop/web-web:80.targetGroupARN',
    'not-noticed',
    ({ bindings }) => {
      for (const { spec } of bindings.values()) {
        if (spec) {
          spec.targetGroupARN = 'other';
        }
      }
    },
  ],
  [
    'a missing binding',
    'targetGroupBindings.shop/web-web:80',
    'not-noticed',
    ({ bindings }) => bindings.clear(),
  ],
  [
    'a missing permission',
    'securityGroups.ManagedLBSecurityGroup.ingress.tcp 80-80 0.0.0.0/0',
    'not-noticed',
    ({ detail }) => {
      detail.securityGroups?.[1].ingress?.splice(0, 1);
    },
  ],
  [
    'another permission',
    'securityGroups.ManagedLBSecurityGroup.ingress.tcp 22-22 0.0.0.0/0',
    'not-noticed',
    ({ detail }) => {
      detail.securityGroups?.[1].ingress?.push({
        protocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        source: '0.0.0.0/0',
      });
    },
  ],
])('%s differs at %s: %s', (_what, path, kind, change) => {
  const { findings, facet } = compare({ change });
  expect(findings.map(each => [each.path, each.kind])).toEqual([[path, kind]]);
  expect(facet).toBe(kind === 'ignored' ? 'ignored' : 'found');
  expect(english).toHaveProperty([findings[0].message.code]);
  expect(english).toHaveProperty([`drift.kind.${kind}`]);
});

describe('what the controller does of itself', () => {
  const change = ({ detail }: Live) => {
    detail.loadBalancerAttributes = {};
  };
  const kindOf = (reconcile: ReconcileState) =>
    compare({ change, reconcile }).findings[0].kind;
  const changed = {
    specChangedAt: '2026-11-24T10:00:00Z',
    lastSuccessAt: '2026-11-24T09:00:00Z',
  };

  it('is the next reconcile, where the spec changed since it succeeded', () => {
    expect(kindOf(changed)).toBe('reverted-at-next-reconcile');
    expect(kindOf({ ...changed, lastSuccessAt: '2026-11-24T10:00:01Z' })).toBe(
      'not-noticed',
    );
  });

  it('is another attempt, where it fails', () => {
    expect(kindOf({ failing: true, alive: true })).toBe(
      'reverted-at-next-reconcile',
    );
  });

  it('is nothing, where there is none', () => {
    expect(kindOf({ ...changed, alive: false })).toBe('not-noticed');
    expect(kindOf({})).toBe('not-noticed');
  });
});

describe('what is left alone', () => {
  it('are attributes that nobody names', () => {
    const { facet } = compare({
      change: ({ detail }) => {
        detail.loadBalancerAttributes = {
          ...detail.loadBalancerAttributes,
          'routing.http2.enabled': 'false',
        };
      },
    });
    expect(facet).toBe('none');
  });

  it('are tags of AWS, of others, and of the first generation', () => {
    const { facet } = compare({
      expected: expectedOf(NAMED, {
        flags: { 'external-managed-tags': 'cost' },
      }),
      change: ({ detail }) => {
        detail.tags = {
          ...detail.tags,
          [detail.loadBalancerArn]: {
            ...detail.tags?.[detail.loadBalancerArn],
            'aws:cloudformation:stack-name': 'x',
            cost: '17',
            'kubernetes.io/cluster/prod-1': 'owned',
          },
        };
      },
    });
    expect(facet).toBe('none');
  });

  it('are rules of supplied groups, and of the targets behind them', () => {
    const expected = expectedOf({ ...NAMED, 'security-groups': 'sg-mine' });
    const model = modelOf(expected);
    expect(model.securityGroups).toEqual({});
    expect(
      Object.values(model.targetGroupBindings).map(each => each.networking),
    ).toEqual([undefined]);
    expect(compare({ expected }).facet).toBe('none');
  });

  it('is the scheme of a Service that names none, and its subnets', () => {
    const existing = {
      ...detailOf(modelOf(expectedOfService({}, {}, 'none'))).loadBalancer,
      scheme: 'internet-facing',
    };
    const expected = expectedOfService({}, {}, existing);
    expect(modelOf(expected).loadBalancers.LoadBalancer).toMatchObject({
      scheme: 'internet-facing',
      subnets: undefined,
    });
    expect(compare({ expected }).facet).toBe('none');
  });
});

describe('what was not looked at', () => {
  it('is told, and never none', () => {
    const { facet, findings, notExamined } = compare({
      change: ({ detail }) => {
        delete detail.securityGroups;
        delete detail.loadBalancerAttributes;
        detail.listeners?.forEach(each => {
          delete each.rules;
        });
      },
    });
    expect(findings).toEqual([]);
    expect(facet).toBe('not-examined');
    expect(notExamined.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'drift.unread.security-groups',
        'drift.unread.attributes',
        'drift.unread.rules',
      ]),
    );
  });

  it('is what the spec does not decide', () => {
    const { subnets: _, ...rest } = NAMED;
    expect(compare({ expected: expectedOf(rest) })).toMatchObject({
      facet: 'not-examined',
      notExamined: [{ code: 'drift.not-modelled.subnet-discovery' }],
    });
  });

  it('is everything, where the spec is refused or not known', () => {
    const { detail } = detailOf(modelOf(expectedOf(NAMED)));
    expect(
      compareStack({ expected: expectedOf({ scheme: 'public' }), detail }),
    ).toMatchObject({
      facet: 'not-examined',
      notExamined: [
        { code: 'drift.not-modelled.refused' },
        { code: 'drift.refused.value' },
      ],
    });
    expect(
      compareStack({
        expected: { status: 'not-modelled', reason: 'objects-unread' },
        detail,
      }),
    ).toMatchObject({ facet: 'not-examined', compared: 0 });
  });

  it('stands beside what was found', () => {
    const { facet, findings, notExamined } = compare({
      change: ({ detail }) => {
        delete detail.loadBalancerAttributes;
        detail.listeners?.pop();
      },
    });
    expect(facet).toBe('found');
    expect(findings).toHaveLength(1);
    expect(notExamined).toHaveLength(1);
  });
});
