import { english } from '../../messages/english';
import {
  NOT_MODELLED_REASONS,
  NotModelledReason,
  isNotModelled,
  leavesOf,
} from '../facts';
import { WEB, expectedOf, expectedOfService } from '../__testUtils__/stack';
import { driftObjects } from './objects';
import { expectedModel } from './expectedModel';
import { FLAGS, clusterWith } from '../__testUtils__/stack';
import { Expected } from './types';

function reasonsOf(expected: Expected): string[] {
  if (expected.status === 'not-modelled') {
    return [expected.reason];
  }
  return expected.status === 'built'
    ? [...leavesOf(expected.model).values()].flatMap(leaf =>
        isNotModelled(leaf) ? leaf.notModelled : [],
      )
    : [];
}

const HTTPS = {
  'listen-ports': '[{"HTTPS": 443}]',
  'certificate-arn': 'arn:aws:acm:eu-west-1:1:certificate/a',
};

const GATEWAY_KINDS = {
  gatewayClasses: [
    {
      metadata: { name: 'aws-nlb', namespace: '', uid: 'c' },
      spec: { controllerName: 'gateway.k8s.aws/nlb' },
    },
  ],
  gateways: [
    {
      metadata: { name: 'gw', namespace: 'edge', uid: 'g' },
      spec: {
        gatewayClassName: 'aws-nlb',
        listeners: [{ name: 'a', port: 80, protocol: 'TCP' }],
      },
    },
  ],
  tcpRoutes: [
    {
      metadata: {
        name: 'r',
        namespace: 'edge',
        uid: 'r',
        creationTimestamp: '2026-11-24T10:00:00Z',
      },
      spec: {
        parentRefs: [{ name: 'gw' }],
        rules: [{ backendRefs: [{ kind: 'Gateway', name: 'alb', port: 80 }] }],
      },
    },
  ],
};

function gateway(kinds: Parameters<typeof clusterWith>[0] = {}): Expected {
  return expectedModel({
    objects: driftObjects({
      cluster: clusterWith({ ...GATEWAY_KINDS, ...kinds }),
    }),
    flags: FLAGS,
    version: 'v3.5.0',
    stack: { family: 'gateway', value: 'edge/gw' },
    clusterTag: 'prod-1',
    existing: 'none',
  });
}

const CASES: Record<NotModelledReason, () => Expected> = {
  'subnet-discovery': () => expectedOf({}),
  'subnet-names': () => expectedOf({ subnets: 'private-a,private-b' }),
  'subnet-addresses': () =>
    expectedOfService(
      {
        'aws-load-balancer-scheme': 'internal',
        'aws-load-balancer-subnets': 'subnet-1,subnet-2',
        'aws-load-balancer-private-ipv4-addresses': '10.0.0.8,10.0.1.8',
      },
      {},
      'none',
    ),
  'certificate-discovery': () =>
    expectedOf({ 'listen-ports': '[{"HTTPS": 443}]' }),
  'certificate-creation': () =>
    expectedOf(
      { 'listen-ports': '[{"HTTPS": 443}]', 'create-acm-cert': 'true' },
      { flags: { 'feature-gates': 'EnableCertificateManagement=true' } },
    ),
  'security-group-names': () => expectedOf({ 'security-groups': 'front-door' }),
  'source-ranges-of-subnets': () =>
    expectedOfService(
      { 'aws-load-balancer-disable-nlb-sg': 'true' },
      {},
      'none',
    ),
  'trust-store-names': () =>
    expectedOf({
      ...HTTPS,
      'mutual-authentication':
        '[{"port": 443, "mode": "verify", "trustStore": "clients"}]',
    }),
  'target-group-names': () =>
    expectedOf(
      { 'actions.go': '{"type": "forward", "targetGroupName": "other"}' },
      {
        kinds: {
          ingresses: [
            {
              ...JSON.parse(
                JSON.stringify({
                  metadata: {
                    name: 'web',
                    namespace: 'shop',
                    uid: 'i',
                    annotations: {
                      'alb.ingress.kubernetes.io/actions.go':
                        '{"type": "forward", "targetGroupName": "other"}',
                    },
                  },
                  spec: {
                    ingressClassName: 'alb',
                    defaultBackend: {
                      service: { name: 'go', port: { name: 'use-annotation' } },
                    },
                  },
                }),
              ),
            },
          ],
        },
      },
    ),
  'web-acl-names': () => expectedOf({ 'wafv2-acl-name': 'shop' }),
  secret: () =>
    expectedOf({
      ...HTTPS,
      'auth-type': 'oidc',
      'auth-idp-oidc': '{"issuer": "https://id.example.com"}',
    }),
  'gateway-target': () => gateway(),
  'existing-load-balancer': () => expectedOfService({}),
  vpc: () => expectedOf({}, { flags: { 'aws-vpc-id': '' } }),
  'objects-unread': () => expectedOf({}, { unread: ['ingressClassParams'] }),
  'controller-unread': () =>
    expectedModel({
      objects: driftObjects({ cluster: clusterWith({ services: [WEB] }) }),
      flags: undefined,
      version: undefined,
      stack: { family: 'service', value: 'shop/web' },
      clusterTag: 'prod-1',
    }),
  release: () =>
    expectedModel({
      objects: driftObjects({ cluster: clusterWith({ services: [WEB] }) }),
      flags: FLAGS,
      version: 'v2.4.0',
      stack: { family: 'service', value: 'shop/web' },
      clusterTag: 'prod-1',
    }),
  'object-version': () =>
    gateway({
      listenerSets: [
        {
          metadata: { name: 'set', namespace: 'edge', uid: 's' },
          spec: { parentRef: { name: 'gw' } },
        },
      ],
    }),
};

it.each(NOT_MODELLED_REASONS)('%s is marked, and has a sentence', reason => {
  expect(reasonsOf(CASES[reason]())).toContain(reason);
  expect(english).toHaveProperty([`drift.not-modelled.${reason}`]);
});

it('of what is named, nothing else is unknown', () => {
  expect(
    reasonsOf(
      expectedOf({
        ...HTTPS,
        subnets: 'subnet-1,subnet-2',
        'security-groups': 'sg-1',
      }),
    ),
  ).toEqual([]);
});

it('a Service that was not read is not called missing', () => {
  expect(expectedOf({}, { kinds: { services: [] } })).toMatchObject({
    status: 'built',
  });
  expect(
    expectedOf({}, { kinds: { services: [] }, unread: ['services'] }),
  ).toEqual({ status: 'not-modelled', reason: 'objects-unread' });
});
