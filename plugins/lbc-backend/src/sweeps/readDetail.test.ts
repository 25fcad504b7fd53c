import { message, StackOverlay } from '@lbc-backstage/plugin-lbc-common';
import { AwsListener } from '@lbc-backstage/plugin-lbc-common';
import { describeEngine, eventually } from './__testUtils__/describeEngine';
import { loadBalancerArn, targetGroupArn } from './__testUtils__/sources';

jest.setTimeout(60_000);

const listener: AwsListener = {
  arn: 'arn:listener',
  port: 80,
  protocol: 'HTTP',
  defaultActions: [],
  rules: [],
};

describeEngine('the detail of a stack', t => {
  const ask = (subjectId = 'lb-web', minIntervalSeconds = 60) =>
    t.harness.engine.jobControl.bookDetail({
      subjectId,
      at: t.harness.clock.iso(),
      minIntervalSeconds,
    });
  const status = (subjectId = 'lb-web') =>
    t.harness.engine.jobControl.detailStatus(subjectId);

  it('is read when somebody asks, once a minute, and shown with its own age', async () => {
    const { aws, kubernetes, clock } = await t.start();
    aws.stack = {
      listeners: [listener],
      targetGroups: [
        {
          targetGroup: {
            arn: targetGroupArn('web'),
            name: 'web',
            loadBalancerArns: [],
          },
          health: {
            targetGroupArn: targetGroupArn('web'),
            observedAt: clock.iso(),
            targets: [{ id: '10.0.0.1', state: 'healthy' }],
          },
        },
      ],
      notRead: [
        {
          operation: 'elasticloadbalancing:DescribeTags',
          reason: message('source.failed', { detail: 'x' }),
        },
      ],
    };
    await t.run();
    expect(await status()).toEqual({ state: 'idle' });
    expect(await ask()).toEqual({ booked: true });
    expect(await ask()).toEqual({ booked: false });
    await t.harness.settle();
    expect(aws.stacksRead).toEqual([loadBalancerArn('web')]);
    expect(kubernetes.workloadsAsked).toMatchObject([
      { cluster: 'prod-1', targetIds: ['10.0.0.1'] },
    ]);
    const at = clock.iso();
    expect(await status()).toEqual({
      state: 'done',
      requestedAt: at,
      observedAt: at,
    });
    const subject = await t.subject('lb-web');
    expect(subject?.detail.detail).toMatchObject({
      observedAt: at,
      chain: {
        dnsName: 'web.elb.amazonaws.com',
        listeners: [{ port: 80 }],
        targetGroups: [{ name: 'web', targets: [{ id: '10.0.0.1' }] }],
      },
      notRead: [{ operation: 'elasticloadbalancing:DescribeTags' }],
    });
    clock.advance(61);
    expect(await ask()).toEqual({ booked: true });
  });

  it('is an input of the judgement, and the same reading judges nothing again', async () => {
    const { aws, domain } = await t.start();
    const seen: Array<StackOverlay | undefined> = [];
    domain.adjust = (result, input) => {
      seen.push(input.details?.get('lb-web'));
      return result;
    };
    aws.stack = { listeners: [listener] };
    await t.run();
    expect(seen.at(-1)).toBeUndefined();
    await ask('lb-web', 0);
    await t.harness.settle();
    expect(seen.at(-1)?.detail.listeners).toEqual([listener]);
    const runs = domain.runs.length;
    t.harness.clock.advance(1);
    await ask('lb-web', 0);
    await t.harness.settle();
    expect(aws.stacksRead).toHaveLength(2);
    expect(domain.runs).toHaveLength(runs);
  });

  it('stays as it was where a later reading fails', async () => {
    const { aws, clock } = await t.start();
    aws.stack = { listeners: [listener] };
    await t.run();
    await ask();
    await t.harness.settle();
    const good = clock.iso();

    clock.advance(100);
    aws.stackError = new Error('AWS is away');
    await ask();
    await t.harness.settle();
    expect(await status()).toMatchObject({
      state: 'failed',
      observedAt: good,
      problem: {
        code: 'sweep.detail-failed',
        params: { detail: 'AWS is away' },
      },
    });
    clock.advance(100);
    aws.stackError = undefined;
    const reason = message('source.failed', { detail: 'denied' });
    aws.stack = { notRead: [{ operation: 'x', reason }] };
    await ask();
    await t.harness.settle();
    expect(await status()).toMatchObject({ state: 'failed', problem: reason });
    const subject = await t.subject('lb-web');
    expect(subject?.detail.detail?.observedAt).toBe(good);

    clock.advance(100);
    aws.stack = { listeners: [] };
    await ask();
    await t.harness.settle();
    expect((await status()).state).toBe('done');
  });

  it('goes on without the cluster, and never calls what is not configured', async () => {
    const { aws, kubernetes, db } = await t.start();
    aws.stack = { listeners: [listener] };
    await t.run();
    kubernetes.readWorkloads = async () => {
      throw new Error('no cluster');
    };
    await ask();
    await t.harness.settle();
    const subject = await t.subject('lb-web');
    expect(subject?.detail.detail).toMatchObject({
      chain: { listeners: [{ port: 80 }] },
      notRead: [{ operation: 'pods' }],
    });
    await db('target').where({ kind: 'scope' }).update({ retired_at: 'x' });
    aws.stacksRead.length = 0;
    t.harness.clock.advance(100);
    await ask();
    await eventually(async () =>
      expect(await status()).toMatchObject({
        state: 'failed',
        problem: { code: 'sweep.detail-no-load-balancer' },
      }),
    );
    expect(aws.stacksRead).toEqual([]);
  });
});
