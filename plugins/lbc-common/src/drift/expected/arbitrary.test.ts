import fc from 'fast-check';
import { expectedOf, expectedOfService } from '../__testUtils__/stack';

const INGRESS = [
  'scheme',
  'ip-address-type',
  'subnets',
  'security-groups',
  'tags',
  'group.order',
  'load-balancer-name',
  'load-balancer-attributes',
  'listen-ports',
  'ssl-redirect',
  'inbound-cidrs',
  'certificate-arn',
  'ssl-policy',
  'target-type',
  'backend-protocol',
  'backend-protocol-version',
  'target-group-attributes',
  'healthcheck-port',
  'healthcheck-protocol',
  'healthcheck-path',
  'healthcheck-interval-seconds',
  'success-codes',
  'auth-type',
  'auth-idp-cognito',
  'auth-idp-oidc',
  'auth-session-timeout',
  'jwt-validation',
  'target-node-labels',
  'manage-backend-security-group-rules',
  'mutual-authentication',
  'security-group-prefix-lists',
  'listener-attributes.HTTP-80',
  'multi-cluster-target-group',
  'minimum-load-balancer-capacity',
  'ipam-ipv4-pool-id',
  'enable-frontend-nlb',
  'frontend-nlb-scheme',
  'frontend-nlb-subnets',
  'frontend-nlb-listener-port-mapping',
  'frontend-nlb-eip-allocations',
  'frontend-nlb-healthcheck-port',
  'frontend-nlb-attributes',
  'frontend-nlb-tags',
  'use-regex-path-match',
  'target-control-port.web.80',
  'conditions.web',
  'transforms.web',
  'actions.web',
  'wafv2-acl-name',
  'wafv2-acl-arn',
  'shield-advanced-protection',
  'customer-owned-ipv4-pool',
];

const SERVICE = [
  'scheme',
  'internal',
  'name',
  'subnets',
  'attributes',
  'ip-address-type',
  'ssl-cert',
  'ssl-ports',
  'ssl-negotiation-policy',
  'backend-protocol',
  'additional-resource-tags',
  'healthcheck-port',
  'healthcheck-protocol',
  'healthcheck-path',
  'healthcheck-interval',
  'healthcheck-timeout',
  'target-group-attributes',
  'target-group-attributes.5432',
  'proxy-protocol',
  'proxy-protocol-per-target-group',
  'eip-allocations',
  'private-ipv4-addresses',
  'ipv6-addresses',
  'alpn-policy',
  'security-groups',
  'manage-backend-security-group-rules',
  'listener-attributes.TCP-5432',
  'multi-cluster-target-group',
  'enable-tcp-udp-listener',
  'disable-nlb-sg',
  'quic-enabled-ports',
  'nlb-target-type',
  'target-node-labels',
  'minimum-load-balancer-capacity',
  'access-log-enabled',
  'cross-zone-load-balancing-enabled',
  'enable-prefix-for-ipv6-source-nat',
  'source-nat-ipv6-prefixes',
  'security-group-prefix-lists',
];

/** Text of any kind, and what comes near to what is meant. */
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom(
    'true',
    '1',
    'a=b',
    'a=b,c',
    '__proto__=x',
    'toString=1',
    '[]',
    '{}',
    'null',
    '[null]',
    '[{"HTTP": 80}, {"HTTPS": 443}]',
    '[{"HTTPS": 443}]',
    'ip',
    'instance',
    'internal',
    '{"type": "forward", "forwardConfig": {"targetGroups": [{"serviceName": "web", "servicePort": "80"}]}}',
    '{"type": "redirect", "redirectConfig": {"statusCode": "HTTP_301"}}',
    '[{"field": "path-pattern", "pathPatternConfig": {"values": ["/a"]}}]',
    'subnet-1,subnet-2',
    'dualstack',
    'traffic-port',
    '8080',
    '*',
    '80=80',
    'cognito',
    'oidc',
    'none',
  ),
);

const annotations = (names: readonly string[], prefix = '') =>
  fc
    .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 })
    .map(entries =>
      Object.fromEntries(
        entries.map(([name, text]) => [`${prefix}${name}`, text]),
      ),
    );

it('whatever stands in the annotations of an Ingress, there is an answer', () => {
  fc.assert(
    fc.property(annotations(INGRESS), named => {
      expect(['built', 'refused', 'not-modelled']).toContain(
        expectedOf(named).status,
      );
    }),
    { numRuns: 600 },
  );
});

it('whatever stands in the annotations of a Service, there is an answer', () => {
  fc.assert(
    fc.property(annotations(SERVICE, 'aws-load-balancer-'), named => {
      expect(['built', 'refused', 'not-modelled']).toContain(
        expectedOfService(named, {}, 'none').status,
      );
    }),
    { numRuns: 600 },
  );
});

it('whatever the parameters of the class are, there is an answer', () => {
  const fields = fc.dictionary(
    fc.constantFrom(
      'scheme',
      'subnets',
      'tags',
      'loadBalancerAttributes',
      'listeners',
      'certificateArn',
      'inboundCIDRs',
      'sslPolicy',
      'sslRedirectPort',
      'ipAddressType',
      'targetType',
      'minimumLoadBalancerCapacity',
      'ipamConfiguration',
      'prefixListsIDs',
      'wafv2AclArn',
    ),
    fc.anything({ withNullPrototype: false }),
  );
  fc.assert(
    fc.property(fields, spec => {
      const expected = expectedOf(
        {},
        {
          kinds: {
            ingressClasses: [
              {
                metadata: { name: 'alb', namespace: '', uid: 'c' },
                spec: {
                  controller: 'ingress.k8s.aws/alb',
                  parameters: { kind: 'IngressClassParams', name: 'p' },
                },
              },
            ],
            ingressClassParams: [
              { metadata: { name: 'p', namespace: '', uid: 'p' }, spec },
            ],
          },
        },
      );
      expect(['built', 'refused', 'not-modelled']).toContain(expected.status);
    }),
    { numRuns: 300 },
  );
});
