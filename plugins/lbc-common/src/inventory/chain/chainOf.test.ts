import { StackOverlay, WorkloadPod } from '../workloads';
import { servicesOfTargetGroups } from '../targets';
import { chainOf } from './chainOf';

const AT = '2026-11-24T12:00:00.000Z';
const WEB = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1';
const OLD = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/old/2';
const GATE = 'target-health.elbv2.k8s.aws/k8s-web';

function pod(name: string, ip: string, more: Partial<WorkloadPod> = {}) {
  return {
    namespace: 'shop',
    name,
    uid: name,
    ip,
    nodeName: 'node-1',
    phase: 'Running',
    ready: true,
    readinessGates: [],
    ...more,
  };
}

function overlay(more: Partial<StackOverlay> = {}): StackOverlay {
  return {
    detail: {
      loadBalancerArn: 'arn:lb',
      observedAt: AT,
      notRead: [],
      listeners: [
        {
          arn: 'arn:listener',
          port: 443,
          protocol: 'HTTPS',
          certificateArn: 'arn:a',
          extraCertificateArns: ['arn:b'],
          defaultActions: [
            { type: 'fixed-response', fixedResponse: { statusCode: '404' } },
          ],
          rules: [
            {
              arn: 'arn:rule',
              priority: 1,
              conditions: [
                { field: 'host-header', values: ['shop.example.com'] },
                {
                  field: 'http-header',
                  httpHeaderName: 'x-beta',
                  values: ['1'],
                },
                {
                  field: 'query-string',
                  values: [],
                  queryString: [{ key: 'q', value: 'a' }],
                },
              ],
              actions: [
                {
                  type: 'forward',
                  targetGroups: [
                    { arn: WEB, weight: 3 },
                    { arn: 'arn:gone', weight: 1 },
                  ],
                },
              ],
            },
          ],
        },
        {
          arn: 'arn:http',
          port: 80,
          protocol: 'HTTP',
          defaultActions: [
            {
              type: 'redirect',
              redirect: {
                protocol: 'HTTPS',
                port: '443',
                statusCode: 'HTTP_301',
              },
            },
          ],
          rules: [],
        },
      ],
      targetGroups: [
        {
          targetGroup: {
            arn: WEB,
            name: 'web',
            targetType: 'ip',
            loadBalancerArns: [],
          },
          health: {
            targetGroupArn: WEB,
            observedAt: AT,
            targets: [
              { id: '10.0.0.1', port: 80, state: 'healthy' },
              {
                id: '10.0.0.2',
                port: 80,
                state: 'unhealthy',
                reason: 'Target.Timeout',
              },
              { id: '10.0.0.9', port: 80, state: 'healthy' },
              { id: 'i-1', port: 80, state: 'draining' },
            ],
          },
        },
        { targetGroup: { arn: OLD, name: 'old', loadBalancerArns: [] } },
      ],
    },
    services: [
      {
        targetGroupArn: WEB,
        namespace: 'shop',
        name: 'web',
        targetBinding: 'k8s-web',
        selector: { app: 'web' },
      },
    ],
    workloads: {
      cluster: 'prod',
      observedAt: AT,
      endpoints: [
        {
          namespace: 'shop',
          service: 'web',
          address: '10.0.0.1',
          ready: true,
          pod: 'web-1',
        },
      ],
      pods: [
        // The host network: two Pods, one address; the EndpointSlice tells.
        pod('other', '10.0.0.1'),
        pod('web-1', '10.0.0.1'),
        pod('web-2', '10.0.0.2', {
          ready: false,
          readinessGates: [
            { type: GATE, status: 'False', reason: 'Target.Timeout' },
          ],
        }),
        pod('done', '10.0.0.9', { phase: 'Succeeded' }),
      ],
      nodes: [
        {
          name: 'node-7',
          uid: 'n',
          instanceId: 'i-1',
          addresses: ['10.1.0.7'],
        },
      ],
      notRead: [],
    },
    ...more,
  };
}

describe('the owner chain', () => {
  it('goes from the DNS name by listener, rule and target group to the Pod', () => {
    const chain = chainOf({
      dnsName: 'web.elb.amazonaws.com',
      overlay: overlay(),
    });
    expect(chain.dnsName).toBe('web.elb.amazonaws.com');
    const [https, http] = chain.listeners ?? [];
    expect(https).toMatchObject({
      port: 443,
      certificateArns: ['arn:a', 'arn:b'],
      rules: [
        {
          priority: 1,
          conditions: [
            { field: 'host-header', values: ['shop.example.com'] },
            { field: 'http-header', values: ['x-beta: 1'] },
            { field: 'query-string', values: ['q=a'] },
          ],
          actions: [
            {
              type: 'forward',
              targetGroups: [
                { arn: WEB, name: 'web', share: 75 },
                { arn: 'arn:gone', share: 25 },
              ],
            },
          ],
        },
        {
          priority: 'default',
          actions: [{ type: 'fixed-response', statusCode: '404' }],
        },
      ],
    });
    expect(http.rules).toEqual([
      {
        priority: 'default',
        conditions: [],
        actions: [
          {
            type: 'redirect',
            location: 'https://#{host}:443/#{path}',
            statusCode: 'HTTP_301',
          },
        ],
      },
    ]);
    const [web, old] = chain.targetGroups ?? [];
    expect(web.reached).toBe(true);
    expect(old).toMatchObject({ reached: false, services: [] });
    expect(old.targets).toBeUndefined();
    expect(web.targets).toEqual([
      {
        id: '10.0.0.2',
        port: 80,
        state: 'unhealthy',
        reason: 'Target.Timeout',
        pod: {
          namespace: 'shop',
          name: 'web-2',
          ready: false,
          phase: 'Running',
          gate: { type: GATE, status: 'False', reason: 'Target.Timeout' },
        },
        node: 'node-1',
      },
      { id: 'i-1', port: 80, state: 'draining', node: 'node-7' },
      expect.objectContaining({
        id: '10.0.0.1',
        pod: expect.objectContaining({ name: 'web-1' }),
      }),
      // The address of a Pod that ended says nothing of who has it now.
      { id: '10.0.0.9', port: 80, state: 'healthy' },
    ]);
  });

  it('says what was not read, and does not call it empty', () => {
    const { detail } = overlay();
    const chain = chainOf({
      overlay: overlay({
        detail: {
          ...detail,
          listeners: detail.listeners?.map(({ rules, ...rest }) => rest),
          targetGroups: undefined,
        },
        workloads: undefined,
      }),
    });
    expect(chain.listeners?.[0]).toMatchObject({
      rulesRead: false,
      rules: [{ priority: 'default' }],
    });
    expect(chain.targetGroups).toBeUndefined();
    const withGroups = chainOf({
      overlay: overlay({
        detail: { ...detail, listeners: undefined },
      }),
    });
    expect(withGroups.listeners).toBeUndefined();
    expect(withGroups.targetGroups?.[0].reached).toBeUndefined();
  });

  it('is cut to a size, and counts the rest', () => {
    const { detail } = overlay();
    const [listener] = detail.listeners ?? [];
    const [group] = detail.targetGroups ?? [];
    const rule = listener.rules?.[0];
    const chain = chainOf({
      overlay: overlay({
        detail: {
          ...detail,
          listeners: Array.from({ length: 60 }, () => ({
            ...listener,
            rules:
              rule &&
              Array.from({ length: 10 }, (_, at) => ({
                ...rule,
                priority: at,
              })),
          })),
          targetGroups: Array.from({ length: 120 }, (_, at) => ({
            targetGroup: { ...group.targetGroup, arn: `arn:${at}` },
            health: {
              targetGroupArn: `arn:${at}`,
              observedAt: AT,
              targets: Array.from({ length: 150 }, (__, n) => ({
                id: `10.0.0.${n}`,
                state: 'healthy',
              })),
            },
          })),
        },
      }),
    });
    const listeners = chain.listeners ?? [];
    const groups = chain.targetGroups ?? [];
    expect(chain.moreListeners).toBe(10);
    expect(chain.moreTargetGroups).toBe(20);
    expect(listeners.flatMap(({ rules }) => rules)).toHaveLength(200 + 50);
    expect(listeners.at(-1)?.moreRules).toBe(10);
    expect(groups.flatMap(({ targets = [] }) => targets)).toHaveLength(500);
    expect(groups[0].moreTargets).toBe(50);
    expect(groups.at(-1)?.moreTargets).toBe(150);
    expect(JSON.stringify(chain).length).toBeLessThan(500_000);
  });
});

it('finds the Services of target groups by what binds them', () => {
  const meta = (name: string) => ({ namespace: 'shop', name, uid: name });
  expect(
    servicesOfTargetGroups({
      targetGroupArns: [WEB],
      targetBindings: [
        {
          metadata: meta('k8s-web'),
          spec: { targetGroupARN: WEB, serviceRef: { name: 'web' } },
        },
        {
          metadata: meta('k8s-old'),
          spec: { targetGroupARN: OLD, serviceRef: { name: 'web' } },
        },
        { metadata: meta('half'), spec: { targetGroupARN: WEB } },
      ],
      services: [{ metadata: meta('web'), spec: { selector: { app: 'web' } } }],
    }),
  ).toEqual([
    {
      targetGroupArn: WEB,
      namespace: 'shop',
      targetBinding: 'k8s-web',
      name: 'web',
      selector: { app: 'web' },
    },
  ]);
});
