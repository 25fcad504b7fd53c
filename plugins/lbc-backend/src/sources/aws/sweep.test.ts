import { Fleet, generate, loadBundledWorld } from 'lbc-sandbox';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  sweepAws,
  useFleetsAws,
} from '../__testUtils__/aws';
import { expectOnlyReads } from '../__testUtils__/mutations';

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

describe('a sweep of a scope', () => {
  it('costs 16 calls of ELBv2 and 60 of tagging for 1,000 load balancers', async () => {
    await start({ worlds: [{ world: generate({ size: 'scope', seed: 1 }) }] });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const scope = scopeOf(accountId, regions[0]);
    const source = awsSource(fleet.backstageConfig());

    const first = await sweepAws({ source, scope });
    expect(first.loadBalancers.items).toHaveLength(1000);
    expect(first.targetGroups.items).toHaveLength(5000);
    expect(first.tags).toMatchObject({ coverage: 'complete' });
    expect(first.tags.items).toHaveLength(6000);

    fleet.calls.reset();
    const budget = new CountingBudget();
    const second = await sweepAws({ source, scope, budget });
    expect(second.tags.coverage).toBe('complete');
    expect(second.tags.items).toHaveLength(6000);
    expect(fleet.calls.total('elbv2')).toBe(16);
    expect(fleet.calls.total('tagging')).toBe(60);
    expect(budget.taken).toHaveLength(76);
    expect(fleet.calls.total('sts')).toBe(0);
  });

  it('says what AWS says, and confirms tags by what exists', async () => {
    await start({ worlds: [{ world: loadBundledWorld('foreign') }] });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const source = awsSource(fleet.backstageConfig());
    const readings = await sweepAws({
      source,
      scope: scopeOf(accountId, regions[0]),
    });
    const { loadBalancers, targetGroups, tags } = readings;
    expect(loadBalancers).toMatchObject({
      coverage: 'complete',
      observedAt: loadBalancers.attemptedAt,
    });
    for (const { items } of [loadBalancers, targetGroups]) {
      expect(items.length).toBeGreaterThan(0);
    }
    const [loadBalancer] = loadBalancers.items;
    expect(loadBalancer).toMatchObject({
      arn: expect.stringContaining(`:${accountId}:loadbalancer/`),
      dnsName: expect.stringContaining('amazonaws.com'),
      state: { code: 'active' },
      createdAt: expect.stringMatching(/Z$/),
    });
    const described = new Set(
      [...loadBalancers.items, ...targetGroups.items].map(({ arn }) => arn),
    );
    expect(new Set(tags.items.map(({ arn }) => arn))).toEqual(described);
  });

  it('asks for the tags that the tagging API lacks, and keeps what it says', async () => {
    await start({ worlds: [{ world: loadBundledWorld('service-nlb') }] });
    fleet.step('service-nlb', 2);
    fleet.faults.set({ side: 'aws', fault: { kind: 'tags-lag' } });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const scope = scopeOf(accountId, regions[0]);
    const clock = { at: Date.now(), now: () => clock.at };
    const source = awsSource(fleet.backstageConfig(), { clock });

    const readings = await sweepAws({ source, scope });
    const arns = readings.tags.items.map(({ arn }) => arn);
    expect(readings.tags.coverage).toBe('complete');
    for (const { arn } of readings.loadBalancers.items) {
      expect(arns).toContain(arn);
    }
    for (const { tags } of readings.tags.items) {
      expect(tags).toHaveProperty(['elbv2.k8s.aws/cluster']);
    }
    const describes = () => fleet.calls.snapshot()['elbv2 DescribeTags'] ?? 0;
    expect(describes()).toBe(1);
    await sweepAws({ source, scope });
    expect(describes()).toBe(1);
    clock.at += 31 * 60 * 1000;
    await sweepAws({ source, scope });
    expect(describes()).toBe(2);
  });

  it('leaves out what the tagging API still lists and AWS no longer has', async () => {
    await start({ worlds: [{ world: loadBundledWorld('service-nlb') }] });
    fleet.step('service-nlb', 2);
    fleet.step('service-nlb', 3);
    fleet.faults.set({
      side: 'aws',
      fault: { kind: 'tags-lag', mode: 'gone' },
    });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const { loadBalancers, targetGroups, tags } = await sweepAws({
      source: awsSource(fleet.backstageConfig()),
      scope: scopeOf(accountId, regions[0]),
    });
    expect(tags.coverage).toBe('complete');
    expect(tags.items).toHaveLength(
      loadBalancers.items.length + targetGroups.items.length,
    );
  });

  it('of an account without load balancers is complete', async () => {
    await start({ worlds: [{ world: loadBundledWorld('ingress-group') }] });
    fleet.step('ingress-group', 'both-removed');
    const [{ accountId, regions }] = fleet.aws.accounts;
    const { loadBalancers, targetGroups, tags } = await sweepAws({
      source: awsSource(fleet.backstageConfig()),
      scope: scopeOf(accountId, regions[0]),
    });
    for (const { coverage, items } of [loadBalancers, targetGroups, tags]) {
      expect({ coverage, items }).toEqual({ coverage: 'complete', items: [] });
    }
  });

  it('reads all tags in twenties where tagging is denied', async () => {
    await start({
      worlds: [{ world: generate({ size: 'S', seed: 3 }) }],
    });
    fleet.faults.set({
      side: 'aws',
      service: 'tagging',
      fault: { kind: 'denied' },
    });
    const [{ accountId, regions }] = fleet.aws.accounts;
    const { tags } = await sweepAws({
      source: awsSource(fleet.backstageConfig()),
      scope: scopeOf(accountId, regions[0]),
    });
    expect(tags).toMatchObject({ coverage: 'complete' });
    expect(tags.items).toHaveLength(40);
    expect(fleet.calls.snapshot()).toMatchObject({
      'tagging GetResources': 1,
      'elbv2 DescribeTags': 2,
    });
  });
});

describe('credentials', () => {
  it('are assumed once an account, however many Regions and sweeps', async () => {
    let now = Date.now();
    await start({
      worlds: [
        { world: loadBundledWorld('ingress-alb'), accountId: '111111111111' },
        { world: loadBundledWorld('service-nlb'), accountId: '222222222222' },
        {
          world: loadBundledWorld('ingress-group'),
          accountId: '222222222222',
          region: 'eu-central-1',
        },
      ],
      clock: () => now,
    });
    const source = awsSource(fleet.backstageConfig(), {
      clock: { now: () => now },
    });
    const { scopes } = await source.listScopes({
      signal: new AbortController().signal,
    });
    expect(scopes).toHaveLength(3);
    const sweepAll = () =>
      Promise.all(
        scopes.map(async scope => {
          const { tags } = await sweepAws({ source, scope });
          expect(tags.coverage).toBe('complete');
        }),
      );
    const assumed = () => fleet.calls.snapshot()['sts AssumeRole'];

    await sweepAll();
    await sweepAll();
    expect(assumed()).toBe(1);
    now += 56 * 60 * 1000;
    await sweepAll();
    await sweepAll();
    expect(assumed()).toBe(2);
  });

  it('that AWS says have ended are fetched anew', async () => {
    await start({
      worlds: [
        { world: loadBundledWorld('ingress-alb'), accountId: '111111111111' },
        { world: loadBundledWorld('service-nlb'), accountId: '222222222222' },
      ],
    });
    const source = awsSource(fleet.backstageConfig());
    const scope = scopeOf('222222222222', 'eu-west-1');
    await sweepAws({ source, scope });
    fleet.faults.set({
      side: 'aws',
      operation: 'DescribeLoadBalancers',
      fault: { kind: 'expired-credentials' },
    });
    const failed = await sweepAws({ source, scope });
    expect(failed.loadBalancers.coverage).toBe('failed');
    fleet.faults.clear();
    const { loadBalancers } = await sweepAws({ source, scope });
    expect(loadBalancers.coverage).toBe('complete');
  });
});

describe('target health', () => {
  it('is read one target group at a time, and says what is gone', async () => {
    await start({ worlds: [{ world: loadBundledWorld('degraded') }] });
    fleet.step('degraded', 'one-unhealthy');
    const [{ accountId, regions }] = fleet.aws.accounts;
    const scope = scopeOf(accountId, regions[0]);
    const source = awsSource(fleet.backstageConfig());
    const { targetGroups } = await sweepAws({ source, scope });
    const [{ arn }] = targetGroups.items;
    const gone = arn.replace(/[0-9a-f]{16}$/, '0123456789abcdef');
    const budget = new CountingBudget();
    const read = async () => {
      const readings = [];
      for await (const reading of source.readHealth({
        scope,
        targetGroupArns: [gone, arn],
        budget,
        signal: new AbortController().signal,
      })) {
        readings.push(reading);
      }
      return readings;
    };
    const [first, second] = await read();
    expect(first).toEqual({ targetGroupArn: gone, gone: true });
    expect(second).toMatchObject({
      health: {
        targetGroupArn: arn,
        targets: expect.arrayContaining([
          expect.objectContaining({ state: 'unhealthy' }),
        ]),
      },
    });
    expect(budget.taken).toEqual([`${scope.id} elbv2`, `${scope.id} elbv2`]);

    fleet.calls.reset();
    fleet.faults.set({
      side: 'aws',
      operation: 'DescribeTargetHealth',
      fault: { kind: 'denied' },
    });
    expect(await read()).toEqual([
      expect.objectContaining({
        failed: expect.objectContaining({ code: 'source.aws-denied' }),
      }),
      expect.objectContaining({ targetGroupArn: arn }),
    ]);
    expect(fleet.calls.total('elbv2')).toBe(1);
  });
});
