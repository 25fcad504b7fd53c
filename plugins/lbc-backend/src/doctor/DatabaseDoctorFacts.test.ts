import { diagnose } from '@lbc-backstage/plugin-lbc-common';
import { SCOPE } from '../sweeps/__testUtils__/sources';
import { describeEngine } from '../sweeps/__testUtils__/describeEngine';

describeEngine('what the doctor goes by', t => {
  it('is what sweeps wrote, whose names nobody knows, and the queue', async () => {
    const { engine, kubernetes, clock } = await t.start();
    kubernetes.clusters.get('prod-1')!.broken = { gateways: 'denied' };
    await t.run();
    const input = await engine.doctorFacts.read();
    expect(input).toMatchObject({
      now: clock.iso(),
      clusterTags: expect.arrayContaining([
        expect.objectContaining({
          clusterTag: 'prod',
          accountId: SCOPE.accountId,
          region: SCOPE.region,
          loadBalancers: 1,
        }),
      ]),
      jobs: { overdue: 0, failing: 0, failures: [] },
      rules: { units: [{ version: input.rules.version }] },
    });
    const { verdict, targets } = diagnose(input);
    expect(verdict).toBe('something-missing');
    expect(targets.map(({ id, status }) => [id, status])).toEqual([
      ['cluster:prod-1', 'partly'],
      [`scope:${SCOPE.id}`, 'seen'],
    ]);
    expect(targets[0].findings).toMatchObject([
      { code: 'kind-denied', right: 'gateways' },
    ]);
  });

  it('tells of jobs that wait for long, and of those that fail', async () => {
    const { engine, kubernetes, clock } = await t.start();
    kubernetes.sweepError = new Error('the proxy broke');
    await t.run();
    const failing = (await engine.doctorFacts.read()).jobs;
    expect(failing).toMatchObject({
      failing: 1,
      failures: [
        {
          id: 'sweep:cluster:prod-1',
          kind: 'sweep-cluster',
          error: expect.stringContaining('the proxy broke'),
        },
      ],
    });
    await engine.stop();
    clock.advance(3_600);
    const { jobs } = await engine.doctorFacts.read();
    expect(jobs.overdue).toBeGreaterThan(0);
    expect(Date.parse(jobs.oldestDueAt!)).toBeLessThan(clock.now());
  });
});
