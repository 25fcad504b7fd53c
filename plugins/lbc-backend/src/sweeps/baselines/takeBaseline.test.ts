import type { StackDetail } from '@lbc-backstage/plugin-lbc-common';
import { describeEngine } from '../__testUtils__/describeEngine';
import { loadBalancerArn, targetGroupArn } from '../__testUtils__/sources';

jest.setTimeout(60_000);

/** A stack of an ordinary size. */
const stack: Partial<StackDetail> = {
  listeners: [
    {
      arn: `${loadBalancerArn('x')}/listener/80`,
      port: 80,
      protocol: 'HTTP',
      defaultActions: [],
      rules: Array.from({ length: 12 }, (_, index) => ({
        arn: `${loadBalancerArn('x')}/rule/${index}`,
        priority: index,
        conditions: [
          { field: 'host-header', values: [`team-${index}.example.com`] },
          { field: 'path-pattern', values: [`/part-${index}/*`] },
        ],
        actions: [
          {
            type: 'forward',
            targetGroups: [{ arn: targetGroupArn(`t${index}`), weight: 1 }],
          },
        ],
      })),
    },
  ],
  targetGroups: Array.from({ length: 12 }, (_, index) => ({
    targetGroup: {
      arn: targetGroupArn(`t${index}`),
      name: `t${index}`,
      protocol: 'HTTP',
      loadBalancerArns: [loadBalancerArn('x')],
      healthCheck: { path: '/', intervalSeconds: 15, timeoutSeconds: 5 },
    },
    attributes: {
      'deregistration_delay.timeout_seconds': '300',
      'stickiness.enabled': 'false',
      'load_balancing.algorithm.type': 'round_robin',
    },
  })),
  loadBalancerAttributes: { 'idle_timeout.timeout_seconds': '60' },
  tags: {},
};

describeEngine('a baseline', t => {
  const baselines = () => t.harness.engine.baselines;

  async function start(lbc?: Parameters<typeof t.start>[0]) {
    const harness = await t.start(lbc);
    harness.aws.loadBalancers = ['web', 'api'];
    harness.aws.stack = stack;
    await t.run();
    return harness;
  }

  async function take() {
    const { info } = await baselines().create({
      cluster: 'prod-1',
      name: 'before',
      by: 'user:default/ann',
    });
    await t.harness.settle();
    await t.harness.advance(3);
    return info.id;
  }

  it('reads each stack once, after a sweep, and is kept small', async () => {
    const { aws, db } = await start();
    const sweeps = aws.sweeps;
    const id = await take();
    expect(aws.sweeps).toBe(sweeps + 1);
    expect(aws.stacksRead.sort()).toEqual([
      loadBalancerArn('api'),
      loadBalancerArn('web'),
    ]);
    expect(await baselines().get(id)).toMatchObject({
      status: 'complete',
      progress: { stacksDone: 2, stacksTotal: 2 },
      notRead: [],
    });
    const rows = await db('baseline_stack').select('json_bytes', 'body');
    for (const { json_bytes: json, body } of rows) {
      expect(body.length * 8).toBeLessThan(json);
    }
    expect(await db('sweep_target').where({ kind: 'baseline' })).toEqual([]);
    // The stacks' drift is judged by the same reading.
    expect(await db('stack_detail').whereNotNull('body')).toHaveLength(2);
  });

  it('that lost its lease in the middle writes nothing, and is gone on with', async () => {
    const { aws, db } = await start();
    const read = aws.readStack.bind(aws);
    let losses = 1;
    aws.readStack = async options => {
      const detail = await read(options);
      if (aws.stacksRead.length === 2 && losses-- > 0) {
        // Another replica is about to have it.
        await db('sweep_target')
          .where({ kind: 'baseline' })
          .update({ lease_token: 'another', lease_until: 0 });
      }
      return detail;
    };
    const id = await take();
    for (let tries = 0; tries < 50; tries++) {
      await t.harness.advance(3);
      if ((await baselines().get(id))?.status !== 'reading') {
        break;
      }
    }
    expect(await baselines().get(id)).toMatchObject({ status: 'complete' });
    // The first was read before, and is not read again.
    const [first, second, again, ...more] = aws.stacksRead;
    expect(again).toBe(second);
    expect(again).not.toBe(first);
    expect(more).toEqual([]);
  });

  it('is partial where a stack can’t be read, and failed where none can', async () => {
    const { aws } = await start();
    const read = aws.readStack.bind(aws);
    aws.readStack = options => {
      if (options.loadBalancerArn === loadBalancerArn('web')) {
        throw new Error('throttled');
      }
      return read(options);
    };
    expect(await baselines().get(await take())).toMatchObject({
      status: 'partial',
      notRead: [{ code: 'verification.unread.baseline', params: { count: 1 } }],
    });
    aws.stackError = new Error('throttled');
    expect(await baselines().get(await take())).toMatchObject({
      status: 'failed',
    });
  });

  it('is read one at a time, and so is a comparison', async () => {
    await start();
    const ask = () =>
      baselines().create({ cluster: 'prod-1', name: 'x', by: 'y' });
    const { created, info } = await ask();
    expect(created).toBe(true);
    expect(await ask()).toMatchObject({
      created: false,
      info: { id: info.id },
    });
    await t.harness.settle();
    await t.harness.advance(3);
    const first = await baselines().compare({ id: info.id, by: 'z' });
    const second = await baselines().compare({ id: info.id, by: 'z' });
    expect([first?.created, second?.created]).toEqual([true, false]);
    await t.harness.settle();
    await t.harness.advance(3);
    const done = await baselines().comparison(info.id);
    expect(done?.report).toMatchObject({
      cluster: [],
      stacks: [{ changes: [] }, { changes: [] }],
    });
    expect(await baselines().list('prod-1')).toHaveLength(1);
  });

  it('of another cluster of the same name says nothing', async () => {
    const { kubernetes } = await start();
    const id = await take();
    kubernetes.add('prod-1', { uid: 'another', ingresses: ['shop/web'] });
    await baselines().compare({ id, by: 'z' });
    await t.harness.settle();
    await t.harness.advance(3);
    await t.harness.advance(301);
    expect((await baselines().comparison(id))?.report).toMatchObject({
      verdict: 'cannot-tell',
      because: { code: 'verification.unread.other-cluster' },
    });
  });

  it('finds a load balancer that is gone, and counts those that came later', async () => {
    const { aws, kubernetes } = await start();
    const id = await take();
    await t.harness.advance(60);
    aws.loadBalancers = ['api', 'new'];
    kubernetes.add('prod-1', {
      ingresses: ['shop/web', 'shop/api', 'shop/new'],
    });
    await baselines().compare({ id, by: 'z' });
    await t.harness.settle();
    for (const seconds of [3, 3]) {
      await t.harness.advance(seconds);
    }
    const report = (await baselines().comparison(id))?.report;
    expect(report).toMatchObject({
      verdict: 'changed-unexpectedly',
      notes: expect.arrayContaining([
        {
          code: 'verification.note.older-than-stack',
          params: { count: 1 },
        },
      ]),
    });
    expect(
      report?.stacks.flatMap(({ name, changes }) =>
        changes.map(({ message: { code } }) => [name, code]),
      ),
    ).toEqual([['web', 'verification.found.load-balancer-gone']]);
  });

  it('is kept for as long as configuration says', async () => {
    await start({ lbc: { baselines: { retentionDays: 2, perCluster: 1 } } });
    await take();
    const second = await take();
    await t.harness.advance(3_600);
    expect((await baselines().list('prod-1')).map(({ id }) => id)).toEqual([
      second,
    ]);
    await t.harness.advance(3 * 86_400);
    expect(await baselines().list('prod-1')).toEqual([]);
    expect(await t.harness.db('baseline_stack')).toEqual([]);
  });

  it('is taken by itself where a schedule says so', async () => {
    await start({
      lbc: {
        baselines: { schedule: [{ cluster: 'prod-1', every: { hours: 6 } }] },
      },
    });
    await t.harness.advance(3);
    await t.harness.advance(3_600);
    await t.harness.advance(6 * 3_600);
    await t.harness.advance(3);
    expect(await baselines().list('prod-1')).toMatchObject([
      { by: 'schedule' },
      { by: 'schedule' },
    ]);
  });
});
