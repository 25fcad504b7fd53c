import { describeEngine, eventually } from './__testUtils__/describeEngine';
import { targetGroupArn } from './__testUtils__/sources';

jest.setTimeout(60_000);

describeEngine('health', t => {
  it('reads health by bucket, and judges again where it changed', async () => {
    const { aws, engine } = await t.start();
    await t.run();
    aws.health.set('web', { healthy: 1, unhealthy: 2 });
    await t.harness.advance(600);
    const web = await t.subject('lb-web');
    expect(web?.summary.targets).toMatchObject({ healthy: 1, total: 3 });
    expect(
      (await engine.readStore.listCoverage()).find(
        ({ kind }) => kind === 'targetHealth',
      ),
    ).toMatchObject({ coverage: 'complete', items: 2 });
  });

  it('reads health of what is looked at first, then of what was unhealthy', async () => {
    const { aws, engine } = await t.start();
    const names = Array.from({ length: 60 }, (_, at) => `app-${at}`);
    aws.loadBalancers = ['web', ...names];
    aws.health.set('app-55', { healthy: 0, unhealthy: 1 });
    await t.run();
    expect(new Set(aws.healthOrder).size).toBe(61);
    await engine.readStore.getSubject('lb-web');
    await eventually(async () =>
      expect(
        await t.harness.db('subject').whereNotNull('looked_at'),
      ).toHaveLength(1),
    );
    aws.healthOrder.length = 0;
    await t.harness.advance(600);
    expect(aws.healthOrder.slice(0, 2)).toEqual([
      targetGroupArn('web'),
      targetGroupArn('app-55'),
    ]);
    expect(aws.healthOrder.length).toBe(61);
  });
});
