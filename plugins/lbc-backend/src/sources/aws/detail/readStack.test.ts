import { Fleet, loadBundledWorld } from 'lbc-sandbox';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  useFleetsAws,
} from '../../__testUtils__/aws';
import { withLargeStack } from '../../__testUtils__/largeStack';
import { expectOnlyReads } from '../../__testUtils__/mutations';

jest.setTimeout(120_000);

let fleet: Fleet;
let restore: () => void;

async function start(options: Parameters<typeof Fleet.start>[0]) {
  fleet = await Fleet.start(options);
  restore = useFleetsAws(fleet);
}

afterEach(async () => {
  expectOnlyReads(fleet);
  restore();
  await fleet.stop();
});

async function read(
  options: { loadBalancerArn?: string; signal?: AbortSignal } = {},
) {
  const [{ accountId, regions }] = fleet.aws.accounts;
  const source = awsSource(fleet.backstageConfig());
  const scope = scopeOf(accountId, regions[0]);
  const budget = new CountingBudget();
  const signal = options.signal ?? new AbortController().signal;
  const arns: string[] = [];
  for await (const reading of source.sweep({
    scope,
    budget,
    signal: new AbortController().signal,
  })) {
    if (reading.kind === 'loadBalancers') {
      arns.push(...reading.items.map(({ arn }) => arn));
    }
  }
  fleet.calls.reset();
  const detailBudget = new CountingBudget();
  const progress: string[] = [];
  const detail = await source.readStack({
    scope,
    loadBalancerArn: options.loadBalancerArn ?? arns[0],
    budget: detailBudget,
    signal,
    onProgress: ({ partsDone, partsTotal }) =>
      progress.push(`${partsDone}/${partsTotal}`),
  });
  return { detail, budget: detailBudget, progress };
}

describe('the security groups of one stack', () => {
  const world = loadBundledWorld('ingress-alb');

  async function readGroups(config: object) {
    const [{ accountId, regions }] = fleet.aws.accounts;
    const source = awsSource(config);
    const scope = scopeOf(accountId, regions[0]);
    const budget = new CountingBudget();
    const { signal } = new AbortController();
    let found: { arn: string; securityGroups: string[] } | undefined;
    for await (const reading of source.sweep({ scope, budget, signal })) {
      if (reading.kind === 'loadBalancers') {
        [found] = reading.items;
      }
    }
    fleet.calls.reset();
    const detail = await source.readStack({
      scope,
      budget,
      signal,
      loadBalancerArn: found?.arn ?? '',
      securityGroupIds: found?.securityGroups,
    });
    return { detail, ids: found?.securityGroups ?? [] };
  }

  function withEc2(on: boolean) {
    const { lbc, ...config } = fleet.backstageConfig();
    return {
      ...config,
      lbc: { ...lbc, aws: { ...lbc.aws, optional: { ec2: on } } },
    };
  }

  it('are read in one call where EC2 is on, with one rule a source', async () => {
    await start({ worlds: [{ world }] });
    const { detail, ids } = await readGroups(withEc2(true));
    expect(detail.notRead).toEqual([]);
    expect(detail.securityGroups?.map(({ id }) => id).sort()).toEqual(
      [...ids].sort(),
    );
    expect(
      detail.securityGroups?.flatMap(({ ingress = [] }) => ingress),
    ).toContainEqual(
      expect.objectContaining({
        protocol: 'tcp',
        fromPort: 80,
        toPort: 80,
        source: '0.0.0.0/0',
      }),
    );
    expect(fleet.calls.total('ec2')).toBe(1);
  });

  it('are not asked for where it is off', async () => {
    await start({ worlds: [{ world }] });
    const { detail } = await readGroups(withEc2(false));
    expect(detail.securityGroups).toBeUndefined();
    expect(detail.notRead).toEqual([]);
    expect(fleet.calls.total('ec2')).toBe(0);
  });

  it('are left out, and that is said, where the rest took all the calls', async () => {
    const size = { listeners: 5, rules: 20, targetGroups: 10 };
    await start({ worlds: [{ world: withLargeStack(world, size).world }] });
    const { detail } = await readGroups(withEc2(true));
    expect(fleet.calls.total()).toBe(40);
    expect(detail.notRead).toMatchObject([
      {
        operation: 'ec2:DescribeSecurityGroups',
        reason: { code: 'source.detail-calls' },
      },
    ]);
  });
});

describe('the detail of one stack', () => {
  it('takes no more than 40 calls for 5 HTTPS listeners, 20 rules and 10 target groups', async () => {
    const size = { listeners: 5, rules: 20, targetGroups: 10 };
    const { world } = withLargeStack(loadBundledWorld('ingress-alb'), size);
    await start({ worlds: [{ world }] });
    const { detail, budget, progress } = await read();
    expect(detail.notRead).toEqual([]);
    expect(detail.listeners).toHaveLength(5);
    expect(detail.listeners?.flatMap(({ rules = [] }) => rules)).toHaveLength(
      20,
    );
    expect(detail.targetGroups).toHaveLength(10);
    expect(Object.keys(detail.tags ?? {})).toHaveLength(36);
    const calls = fleet.calls.snapshot();
    expect(fleet.calls.total('elbv2')).toBe(40);
    expect(budget.taken).toHaveLength(40);
    // Each operation once an ARN; tags in twenties.
    expect(calls).toEqual({
      'elbv2 DescribeLoadBalancerAttributes': 1,
      'elbv2 DescribeListeners': 1,
      'elbv2 DescribeTargetGroups': 1,
      'elbv2 DescribeRules': 5,
      'elbv2 DescribeListenerCertificates': 5,
      'elbv2 DescribeListenerAttributes': 5,
      'elbv2 DescribeTargetGroupAttributes': 10,
      'elbv2 DescribeTargetHealth': 10,
      'elbv2 DescribeTags': 2,
    });
    expect(progress.at(-1)).toBe('40/40');
  });

  it('says what AWS says, without the default rule', async () => {
    await start({ worlds: [{ world: loadBundledWorld('ingress-group') }] });
    const { detail } = await read();
    expect(detail.notRead).toEqual([]);
    const [listener] = detail.listeners ?? [];
    expect(listener).toMatchObject({
      port: 80,
      protocol: 'HTTP',
      defaultActions: [
        { type: 'fixed-response', fixedResponse: { statusCode: '404' } },
      ],
      attributes: { 'routing.http.response.server.enabled': 'true' },
      rules: [
        {
          priority: 1,
          conditions: [
            { field: 'host-header', values: ['shop.example.com'] },
            { field: 'path-pattern', values: ['/*'] },
          ],
          actions: [{ type: 'forward', targetGroups: [{ weight: 1 }] }],
        },
        { priority: 2 },
      ],
    });
    expect(
      detail.targetGroups?.map(({ health }) => health?.targets.length),
    ).toEqual([2, 2]);
    expect(detail.loadBalancerAttributes).toHaveProperty([
      'deletion_protection.enabled',
    ]);
    expect(detail.tags?.[listener.arn]).toHaveProperty([
      'elbv2.k8s.aws/cluster',
    ]);
  });

  it('tells what it may not read, tries it once, and reads the rest', async () => {
    const size = { listeners: 3, rules: 3, targetGroups: 3 };
    const { world } = withLargeStack(loadBundledWorld('ingress-alb'), size);
    await start({ worlds: [{ world }] });
    fleet.faults.set({
      side: 'aws',
      operation: 'DescribeRules',
      fault: { kind: 'denied' },
    });
    const { detail } = await read();
    expect(detail.notRead).toEqual([
      {
        operation: 'elasticloadbalancing:DescribeRules',
        reason: expect.objectContaining({ code: 'source.aws-denied' }),
      },
    ]);
    expect(detail.listeners?.map(({ rules }) => rules)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(detail.targetGroups).toHaveLength(3);
    expect(fleet.calls.snapshot()['elbv2 DescribeRules']).toBe(1);
  });

  it('proves nothing of a load balancer that is gone', async () => {
    await start({ worlds: [{ world: loadBundledWorld('ingress-alb') }] });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const { detail } = await read({
      loadBalancerArn: `arn:aws:elasticloadbalancing:${regions[0]}:${accountId}:loadbalancer/app/gone/0123456789abcdef`,
    });
    expect(detail.listeners).toBeUndefined();
    expect(detail.targetGroups).toBeUndefined();
    expect(detail.notRead.map(({ operation }) => operation)).toContain(
      'elasticloadbalancing:DescribeListeners',
    );
  });

  it('ends when it is aborted', async () => {
    await start({ worlds: [{ world: loadBundledWorld('ingress-alb') }] });
    await expect(
      read({ signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });
});
