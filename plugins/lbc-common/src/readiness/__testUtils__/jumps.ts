import { meta } from '../../compatibility/__testUtils__/clusters';
import type { WorldOptions } from './worlds';

/** One side of a jump: a world, and exactly what is found beyond what every world has. */
export interface Side {
  world: Partial<WorldOptions>;
  told: string[];
}

/** A jump over one of upstream's breaking changes, with the wrong and the right side. */
export interface Jump extends Pick<WorldOptions, 'from' | 'to' | 'minor'> {
  about: string;
  wrong: Side;
  right: Side;
}

const NLB = 'service.beta.kubernetes.io/aws-load-balancer';

function service(
  name: string,
  options: {
    annotations?: Record<string, string>;
    spec?: Record<string, unknown>;
  } = {},
) {
  return {
    metadata: meta(name, {
      namespace: 'shop',
      ...(options.annotations && { annotations: options.annotations }),
    }),
    spec: { type: 'LoadBalancer', ...options.spec },
  };
}

function ingress(name: string, spec: Record<string, unknown> = {}) {
  return {
    metadata: meta(name, { namespace: 'shop' }),
    spec: { ingressClassName: 'alb', rules: [], ...spec },
  };
}

const ALB = {
  metadata: meta('alb', { namespace: '' }),
  spec: { controller: 'ingress.k8s.aws/alb' },
};

const valuesOf = (values: Record<string, unknown>) => ({
  more: { values: { from: 'configuration' as const, values } },
});

const FLAGS_2_2 = ['--ingress-class=alb'];
const GATES_2_4 = [
  '--feature-gates=EnableServiceController=true,EnableIPTargetType=true,SubnetsClusterTagCheck=true,NLBHealthCheckAdvancedConfig=true',
];
const MSERVICE = [
  'LBC-WEBHOOK-003 warn webhook-new',
  'LBC-WEBHOOK-003 warn webhook-new',
];
const GATE_ON = 'LBC-GATES-002 warn gate-on';

/** upgrade-guide.md, row by row. */
export const JUMPS: Jump[] = [
  {
    about: 'listener tags, internal NLBs, a webhook for Ingresses',
    from: 'v2.1.3',
    to: 'v2.2.0',
    minor: '1.19',
    wrong: {
      world: {
        iam: 'v2.1.3',
        crds: 'v2.1.3',
        kinds: {
          services: [
            service('web', { annotations: { [`${NLB}-type`]: 'nlb-ip' } }),
          ],
        },
      },
      told: [
        'LBC-ANNOT-003 warn means-nlb-internal',
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 fail crd-missing',
        'LBC-FLAGS-002 warn flag-default',
        'LBC-GATES-002 unknown gates-delta-unknown',
        'LBC-IAM-001 fail action-missing',
        'LBC-WEBHOOK-003 warn webhook-new',
      ],
    },
    right: {
      world: { args: FLAGS_2_2 },
      told: [
        'LBC-GATES-002 unknown gates-delta-unknown',
        'LBC-WEBHOOK-003 warn webhook-new',
      ],
    },
  },
  {
    about: 'the shared backend security group',
    from: 'v2.2.4',
    to: 'v2.3.1',
    minor: '1.21',
    wrong: {
      world: {
        iam: 'v2.2.4',
        kinds: { ingressClasses: [ALB], ingresses: [ingress('web')] },
      },
      told: [
        'LBC-ANNOT-003 warn means-backend-security-group',
        'LBC-GATES-002 unknown gates-delta-unknown',
        'LBC-IAM-001 fail action-missing',
      ],
    },
    right: {
      world: {
        args: ['--enable-backend-security-group=false'],
        kinds: { ingressClasses: [ALB], ingresses: [ingress('web')] },
      },
      told: ['LBC-GATES-002 unknown gates-delta-unknown'],
    },
  },
  {
    about: 'Kubernetes 1.19, AddTags on creation',
    from: 'v2.3.1',
    to: 'v2.4.7',
    minor: '1.18',
    wrong: {
      world: { iam: 'v2.4.6', args: GATES_2_4 },
      told: [
        'LBC-IAM-001 fail action-missing',
        'LBC-K8S-001 fail kubernetes-too-old',
      ],
    },
    right: { world: { minor: '1.21', args: GATES_2_4 }, told: [] },
  },
  {
    about: 'webhookNamespaceSelector renamed, the image moved',
    from: 'v2.4.4',
    to: 'v2.4.7',
    minor: '1.22',
    wrong: {
      world: {
        args: GATES_2_4,
        chart: '1.4.5',
        image:
          '602401143452.dkr.ecr.us-west-2.amazonaws.com/amazon/aws-load-balancer-controller:v2.4.4',
        ...valuesOf({ webhookNamespaceSelector: [], keepTLSSecret: true }),
      },
      told: [
        'LBC-PROVENANCE-001 warn image-moved',
        'LBC-VALUES-002 warn chart-value-renamed',
      ],
    },
    right: { world: { args: GATES_2_4 }, told: [] },
  },
  {
    about: 'new Services become the controller’s',
    from: 'v2.4.7',
    to: 'v2.5.4',
    minor: '1.21',
    wrong: {
      world: { kinds: { services: [service('legacy')] } },
      told: [
        'LBC-ANNOT-003 warn means-service-mutator',
        'LBC-FLAGS-002 warn flag-default',
        GATE_ON,
        'LBC-K8S-001 fail kubernetes-too-old',
        ...MSERVICE,
      ],
    },
    right: {
      world: {
        minor: '1.24',
        args: ['--sync-period=1h', '--feature-gates=EndpointsFailOpen=true'],
      },
      told: MSERVICE,
    },
  },
  {
    about: 'security groups of NLBs, classes that are missing',
    from: 'v2.5.4',
    to: 'v2.6.2',
    wrong: {
      world: {
        kinds: {
          ingresses: [ingress('web', { ingressClassName: 'gone' })],
          services: [
            service('web', {
              annotations: {
                [`${NLB}-type`]: 'external',
                [`${NLB}-nlb-target-type`]: 'ip',
              },
              spec: { loadBalancerSourceRanges: ['10.0.0.0/8'] },
            }),
          ],
        },
      },
      told: [
        'LBC-ANNOT-003 warn means-class-missing',
        'LBC-ANNOT-003 warn means-nlb-security-groups',
        GATE_ON,
      ],
    },
    right: {
      world: {
        args: ['--feature-gates=NLBSecurityGroup=false'],
        kinds: { ingressClasses: [ALB], ingresses: [ingress('web')] },
      },
      told: [],
    },
  },
  {
    about: 'a lock that the two do not share',
    from: 'v2.4.7',
    to: 'v2.8.1',
    minor: '1.24',
    wrong: {
      world: {
        args: [
          '--sync-period=1h',
          '--feature-gates=EndpointsFailOpen=true,NLBSecurityGroup=false',
        ],
      },
      told: [
        'LBC-HOP-001 fail stop-at-inferred',
        'LBC-ROLLOUT-004 fail lock-not-shared',
        ...MSERVICE,
      ],
    },
    right: {
      world: {
        to: 'v2.8.0',
        args: [
          '--sync-period=1h',
          '--feature-gates=EndpointsFailOpen=true,NLBSecurityGroup=false',
        ],
      },
      told: MSERVICE,
    },
  },
  {
    about: 'listener attributes',
    from: 'v2.8.3',
    to: 'v2.9.2',
    wrong: {
      world: { iam: 'v2.8.3', crds: 'v2.8.3' },
      told: [
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-IAM-001 fail action-missing',
      ],
    },
    right: { world: {}, told: [] },
  },
  {
    about: 'GetSecurityGroupsForVpc',
    from: 'v2.9.2',
    to: 'v2.10.1',
    wrong: {
      world: { iam: 'v2.9.2', crds: 'v2.9.2' },
      told: [
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-IAM-001 fail action-missing',
      ],
    },
    right: { world: {}, told: [] },
  },
  {
    about: 'capacity that only some reserve',
    from: 'v2.10.1',
    to: 'v2.11.0',
    wrong: {
      world: { iam: 'v2.10.1', crds: 'v2.10.1' },
      told: [
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 fail crd-field-missing',
        GATE_ON,
        'LBC-IAM-005 warn feature-action-missing',
      ],
    },
    right: {
      world: { args: ['--feature-gates=LBCapacityReservation=true'] },
      told: [],
    },
  },
  {
    about:
      'SetRulePriorities, a list of constraints, readiness gates that fail open',
    from: 'v2.11.0',
    to: 'v2.12.0',
    wrong: {
      world: {
        iam: 'v2.11.0',
        chart: '1.11.0',
        kinds: {
          namespaces: [
            {
              metadata: meta('shop', {
                namespace: '',
                labels: {
                  'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
                },
              }),
            },
          ],
        },
        ...valuesOf({
          topologySpreadConstraints: { maxSkew: 1 },
          keepTLSSecret: true,
        }),
      },
      told: [
        'LBC-IAM-001 fail action-missing',
        'LBC-IAM-005 warn feature-action-missing',
        'LBC-VALUES-002 fail chart-value-retyped',
        'LBC-WEBHOOK-003 warn webhook-policy',
      ],
    },
    right: { world: {}, told: [] },
  },
  {
    about: 'route tables; a release that misjudges TLS',
    from: 'v2.12.0',
    to: 'v2.13.1',
    wrong: {
      world: {
        iam: 'v2.12.0',
        args: ['--feature-gates=SubnetDiscoveryByReachability=true'],
      },
      told: ['LBC-HOP-002 fail known-issue', 'LBC-IAM-001 fail action-missing'],
    },
    right: {
      world: {
        to: 'v2.13.2',
        args: ['--feature-gates=SubnetDiscoveryByReachability=true'],
      },
      told: [],
    },
  },
  {
    about: 'TargetGroupConfiguration rewritten',
    from: 'v2.13.2',
    to: 'v2.13.3',
    wrong: {
      world: {
        kinds: {
          targetGroupConfigurations: [
            {
              metadata: meta('web', { namespace: 'shop' }),
              spec: {
                targetReference: { name: 'web' },
                routeConfigurations: [{ identifier: 'HTTPRoute:shop:web' }],
              },
            },
          ],
        },
      },
      told: ['LBC-ANNOT-002 fail feature-ends'],
    },
    right: { world: {}, told: [] },
  },
  {
    about: 'EndpointSlices by default',
    from: 'v2.13.3',
    to: 'v2.14.0',
    wrong: { world: {}, told: ['LBC-FLAGS-002 warn flag-default'] },
    right: { world: { args: ['--enable-endpoint-slices=true'] }, told: [] },
  },
  {
    about: 'a Global Accelerator controller that was not ready',
    from: 'v2.14.0',
    to: 'v2.14.1',
    wrong: {
      world: {},
      told: [GATE_ON, 'LBC-HOP-002 fail known-issue'],
    },
    right: { world: { to: 'v2.15.0' }, told: [] },
  },
  {
    about: 'AGAController renamed',
    from: 'v2.16.0',
    to: 'v2.17.0',
    wrong: {
      world: { args: ['--feature-gates=AGAController=false'] },
      told: ['LBC-GATES-001 fail gate-renamed'],
    },
    right: { world: {}, told: [] },
  },
  {
    about: 'a chart that never keeps its CA',
    from: 'v2.17.1',
    to: 'v3.0.0',
    wrong: {
      world: { chart: '1.17.1', crds: 'v2.17.1', ...valuesOf({}) },
      told: [
        'LBC-CRD-001 warn crd-field-missing',
        'LBC-CRD-002 warn helm-leaves-crds',
        'LBC-HOP-002 warn known-issue-if',
        'LBC-WEBHOOK-002 warn certificate-never-kept',
        'LBC-WEBHOOK-004 unknown ca-before-unknown',
      ],
    },
    right: {
      world: {
        to: 'v3.1.0',
        chart: '1.17.1',
        ...valuesOf({ keepTLSSecret: true }),
      },
      told: ['LBC-WEBHOOK-004 unknown ca-before-unknown'],
    },
  },
  {
    about: 'a Gateway controller that crashes over the CRDs of others',
    from: 'v3.1.0',
    to: 'v3.2.2',
    wrong: {
      world: {
        crds: 'v2.12.0',
        gateways: { sides: [], others: ['istio.io/gateway-controller'] },
      },
      told: [
        GATE_ON,
        GATE_ON,
        GATE_ON,
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-GWAPI-001 fail gateway-crash',
        'LBC-HOP-002 fail known-issue',
      ],
    },
    right: { world: { to: 'v3.3.0' }, told: [] },
  },
  {
    about: 'the order of routes',
    from: 'v3.4.0',
    to: 'v3.4.3',
    wrong: {
      world: {
        gateways: { sides: ['alb'] },
        kinds: {
          httpRoutes: [
            { metadata: meta('web', { namespace: 'shop' }), spec: {} },
          ],
        },
      },
      told: ['LBC-ANNOT-003 warn means-route-order'],
    },
    right: {
      world: {
        gateways: { sides: ['alb'] },
        kinds: {
          httpRoutes: [
            {
              metadata: meta('web', { namespace: 'shop' }),
              spec: { hostnames: ['shop.example.com'] },
            },
          ],
        },
      },
      told: [],
    },
  },
  {
    about: 'Gateway API 1.6 and gateway.k8s.aws/v1',
    from: 'v3.4.3',
    to: 'v3.5.0',
    wrong: {
      world: {
        crds: 'v3.4.3',
        gateways: {
          sides: ['nlb'],
          crdsOf: 'v3.4.3',
          others: ['istio.io/gateway-controller'],
        },
      },
      told: [
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-GWAPI-001 fail gateway-switched-off',
        'LBC-GWAPI-002 warn gateway-l4-window',
        'LBC-GWAPI-003 unknown gateway-others',
      ],
    },
    right: {
      world: { gateways: { sides: ['alb'] } },
      told: [],
    },
  },
  {
    about: 'a role of 2.12 and CRDs of 2.17 under 3.5',
    from: 'v2.17.1',
    to: 'v3.5.0',
    minor: '1.34',
    wrong: {
      world: { iam: 'v2.12.0', crds: 'v2.17.1' },
      told: [
        'LBC-CRD-001 fail crd-field-missing',
        'LBC-CRD-001 warn crd-field-missing',
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-CRD-001 warn crd-version-not-served',
        'LBC-IAM-001 fail action-missing',
      ],
    },
    right: { world: {}, told: [] },
  },
];
