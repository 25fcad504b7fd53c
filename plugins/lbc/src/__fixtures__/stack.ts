import type {
  ApiStackDetail,
  SubjectDetail,
} from '@lbc-backstage/plugin-lbc-common';
import { ago } from './build';

const BASE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const WEB = `${BASE}:targetgroup/k8s-shop-web-2c4ba5d69c/1149e778302f0f2e`;
const OLD = `${BASE}:targetgroup/k8s-shop-old-2c4ba5d69d/1149e778302f0f2f`;

/** What a detail job read of shop/web: one target's gate says why it gets nothing. */
export const stack: ApiStackDetail = {
  observedAt: ago(5, 's'),
  notRead: [
    {
      operation: 'elasticloadbalancing:DescribeListenerAttributes',
      reason: {
        code: 'source.aws-denied',
        params: {
          accountId: '123456789012',
          operation: 'elasticloadbalancing:DescribeListenerAttributes',
          detail: 'not authorized',
        },
      },
    },
  ],
  chain: {
    dnsName: 'k8s-shop-web-5c8ac0cc82-1234567890.eu-west-1.elb.amazonaws.com',
    listeners: [
      {
        arn: `${BASE}:listener/app/web/1/2`,
        port: 443,
        protocol: 'HTTPS',
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        certificateArns: ['arn:aws:acm:eu-west-1:123456789012:certificate/a'],
        rules: [
          {
            priority: 1,
            conditions: [
              {
                field: 'host-header',
                values: ['shop.example.com'],
                moreValues: 2,
              },
              { field: 'path-pattern', values: ['/api/*'], moreValues: 0 },
            ],
            actions: [
              {
                type: 'forward',
                targetGroups: [
                  { arn: WEB, name: 'k8s-shop-web-2c4ba5d69c', share: 90 },
                  { arn: OLD, name: 'k8s-shop-old-2c4ba5d69d', share: 10 },
                ],
              },
            ],
          },
          {
            priority: 'default',
            conditions: [],
            actions: [{ type: 'fixed-response', statusCode: '404' }],
          },
        ],
        moreRules: 3,
        rulesRead: true,
      },
      {
        arn: `${BASE}:listener/app/web/1/3`,
        port: 80,
        protocol: 'HTTP',
        certificateArns: [],
        rules: [
          {
            priority: 'default',
            conditions: [],
            actions: [
              {
                type: 'redirect',
                statusCode: 'HTTP_301',
                location: 'https://#{host}:443/#{path}',
              },
            ],
          },
        ],
        moreRules: 0,
        rulesRead: false,
      },
    ],
    moreListeners: 0,
    targetGroups: [
      {
        arn: WEB,
        name: 'k8s-shop-web-2c4ba5d69c',
        targetType: 'ip',
        protocol: 'HTTP',
        port: 8080,
        reached: true,
        services: [
          {
            namespace: 'shop',
            name: 'web',
            targetBinding: 'k8s-shop-web-2c4ba5d69c',
          },
        ],
        targets: [
          {
            id: '10.20.64.101',
            port: 8080,
            state: 'unhealthy',
            reason: 'Target.Timeout',
            description: 'Request timed out',
            pod: {
              namespace: 'shop',
              name: 'web-746bdc459d-5rk88',
              ready: false,
              gate: {
                type: 'target-health.elbv2.k8s.aws/k8s-shop-web-2c4ba5d69c',
                status: 'False',
                reason: 'Target.Timeout',
              },
            },
            node: 'ip-10-20-64-21',
          },
          {
            id: '10.20.80.101',
            port: 8080,
            state: 'healthy',
            pod: {
              namespace: 'shop',
              name: 'web-746bdc459d-pfqsx',
              ready: true,
            },
          },
          { id: '10.9.9.9', port: 8080, state: 'draining' },
        ],
        moreTargets: 7,
      },
      {
        arn: OLD,
        name: 'k8s-shop-old-2c4ba5d69d',
        targetType: 'instance',
        reached: false,
        services: [],
        moreTargets: 0,
      },
    ],
    moreTargetGroups: 0,
  },
};

/** What of it is otherwise than the owner asks. */
export const drift: NonNullable<SubjectDetail['drift']> = {
  observedAt: ago(5, 's'),
  facet: 'found',
  findings: [
    {
      message: {
        code: 'drift.found.listener-missing',
        params: { port: 443, expected: 'HTTPS 443', live: '' },
      },
      path: 'listeners.443',
      expected: 'HTTPS 443',
      live: null,
      kind: 'not-noticed',
    },
    {
      message: {
        code: 'drift.found.tag-missing',
        params: {
          key: 'team',
          ofPlace: 'rules.443:2',
          expected: 'checkout',
          live: '',
        },
      },
      path: 'rules.443:2.tags.team',
      expected: 'checkout',
      live: null,
      kind: 'not-noticed',
    },
    {
      message: {
        code: 'drift.found.scheme',
        params: { expected: 'internal', live: 'internet-facing' },
      },
      path: 'loadBalancers.LoadBalancer.scheme',
      expected: 'internal',
      live: 'internet-facing',
      kind: 'replaces',
    },
  ],
  moreFindings: 2,
  notExamined: [
    { code: 'drift.unread.tags', params: { ofPlace: 'listeners.443' } },
  ],
  compared: 91,
};
