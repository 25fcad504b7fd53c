import {
  expectedOf,
  expectedOfService,
  ingressWith,
} from '../__testUtils__/stack';

const refused = (code: string) => ({
  status: 'refused',
  reason: expect.objectContaining({ code: `drift.refused.${code}` }),
});

describe('an Ingress is refused for', () => {
  it.each([
    ['listen-ports that is no JSON', { 'listen-ports': '80,443' }, 'not-json'],
    ['listen-ports that is no list', { 'listen-ports': '{}' }, 'listen-ports'],
    [
      'a port out of range',
      { 'listen-ports': '[{"HTTP": 0}]' },
      'listen-ports',
    ],
    ['another protocol', { 'listen-ports': '[{"TCP": 80}]' }, 'listen-ports'],
    ['a long name', { 'load-balancer-name': 'x'.repeat(33) }, 'name-too-long'],
    ['an unknown scheme', { scheme: 'public' }, 'value'],
    ['an unknown target type', { 'target-type': 'pod' }, 'value'],
    [
      'attributes that are no map',
      { 'load-balancer-attributes': 'a' },
      'not-map',
    ],
    [
      'a number that is none',
      { 'healthcheck-timeout-seconds': '5s' },
      'not-number',
    ],
    ['a range that is none', { 'inbound-cidrs': '10.0.0.0' }, 'cidr'],
    ['a redirect to nowhere', { 'ssl-redirect': '443' }, 'ssl-redirect'],
    ['an order out of range', { 'group.order': '1001' }, 'group-order'],
    [
      'a condition without values',
      { 'conditions.web': '[{"field":"host-header","hostHeaderConfig":{}}]' },
      'condition',
    ],
    [
      'authentication by nobody',
      { 'auth-type': 'cognito', 'listen-ports': '[{"HTTPS":443}]' },
      'auth-without-idp',
    ],
  ])('%s', (_what, annotations: Record<string, string>, code) => {
    expect(expectedOf(annotations)).toEqual(refused(code));
  });

  it('a tag that others manage', () => {
    expect(
      expectedOf(
        { tags: 'team=a' },
        { flags: { 'external-managed-tags': 'team' } },
      ),
    ).toEqual(refused('external-tag'));
  });

  const groupOf = (a: Record<string, string>, b: Record<string, string>) =>
    expectedOf(
      {},
      {
        stack: 'one',
        kinds: {
          ingresses: [
            ingressWith({ 'group.name': 'one', ...a }, 'a'),
            ingressWith({ 'group.name': 'one', ...b }, 'b'),
          ],
        },
      },
    );

  it.each([
    [
      'a port',
      { 'listen-ports': '[{"HTTP": 8080}]' },
      { 'listen-ports': '[{"HTTPS": 8080}]', 'certificate-arn': 'a' },
      'group-conflict',
    ],
    [
      'ranges',
      { 'inbound-cidrs': '10.0.0.0/8' },
      { 'inbound-cidrs': '10.0.0.0/9' },
      'group-conflict',
    ],
    [
      'a scheme',
      { scheme: 'internal' },
      { scheme: 'internet-facing' },
      'conflict',
    ],
    ['a tag', { tags: 'a=1' }, { tags: 'a=2' }, 'conflict'],
    [
      'an attribute',
      { 'load-balancer-attributes': 'a=1' },
      { 'load-balancer-attributes': 'a=2' },
      'conflict',
    ],
    [
      'security groups',
      { 'security-groups': 'sg-1' },
      { 'security-groups': 'sg-2' },
      'conflict',
    ],
  ])('members that disagree about %s', (_what, a, b, code) => {
    expect(
      groupOf(a as Record<string, string>, b as Record<string, string>),
    ).toEqual(refused(code));
    expect(groupOf(a as Record<string, string>, {}).status).toBe('built');
  });

  it('a group that nobody is a member of any more', () => {
    expect(expectedOf({}, { stack: 'one' })).toEqual(refused('no-owner'));
  });

  it('a class that is missing', () => {
    expect(
      expectedOf({ scheme: 'internal' }, { kinds: { ingressClasses: [] } }),
    ).toEqual(refused('frozen'));
  });
});

it('a Service is refused for annotations that say nothing', () => {
  expect(
    expectedOfService(
      { 'aws-load-balancer-attributes': 'cross_zone' },
      {},
      'none',
    ),
  ).toEqual(refused('not-map'));
  expect(
    expectedOfService(
      {
        'aws-load-balancer-ssl-ports': 'https',
        'aws-load-balancer-ssl-cert': 'arn',
      },
      {},
      'none',
    ),
  ).toEqual(refused('ssl-ports'));
});
