import {
  ALB_CLASS,
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

  it('members that disagree', () => {
    const group = { 'group.name': 'one' };
    const kinds = (a: Record<string, string>, b: Record<string, string>) => ({
      ingresses: [
        ingressWith({ ...group, ...a }, 'a'),
        ingressWith({ ...group, ...b }, 'b'),
      ],
      ingressClasses: [{ ...ALB_CLASS }],
    });
    // The stack is the group's, not `shop/web`: nobody is left there.
    expect(expectedOf({}, { kinds: kinds({}, {}) })).toEqual(
      refused('no-owner'),
    );
  });
});

it('a Service is refused for instances behind a ClusterIP, in the words of its type', () => {
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
