import type { EventObject } from '@lbc-backstage/plugin-lbc-common';
import { describeEngine } from './__testUtils__/describeEngine';

jest.setTimeout(60_000);

function event(name: string): EventObject {
  return {
    metadata: { name: `${name}.1`, namespace: 'shop', uid: `event-${name}` },
    involvedObject: { kind: 'Ingress', namespace: 'shop', name },
    type: 'Warning',
    reason: 'FailedBuildModel',
    message: 'no certificate found',
    firstTimestamp: '2026-11-01T11:50:00Z',
    lastTimestamp: '2026-11-01T11:58:00Z',
    count: 3,
  };
}

describeEngine('timeline', t => {
  const timeline = async () => {
    const { engine, clock } = t.harness;
    const { items } = await engine.readStore.listTimeline({
      subjectId: 'lb-web',
      limit: 50,
      now: clock.iso(),
    });
    return items;
  };

  it('keeps Events that the cluster forgets', async () => {
    const { kubernetes } = await t.start();
    const cluster = kubernetes.clusters.get('prod-1')!;
    cluster.events = [event('web'), event('nobody')];
    await t.run();
    cluster.events = [];
    await t.harness.advance(600);
    expect((await timeline()).filter(({ type }) => type === 'event')).toEqual([
      expect.objectContaining({
        at: '2026-11-01T11:58:00.000Z',
        event: expect.objectContaining({
          reason: 'FailedBuildModel',
          count: 3,
        }),
      }),
    ]);
  });

  it('starts afresh where another cluster has the name', async () => {
    const { kubernetes } = await t.start();
    const cluster = kubernetes.clusters.get('prod-1')!;
    cluster.events = [event('web')];
    await t.run();
    expect(await t.harness.db('owner_event').pluck('name')).toEqual(['web']);
    cluster.uid = 'uid-another';
    cluster.events = [];
    await t.harness.advance(600);
    expect(await t.harness.db('owner_event').pluck('name')).toEqual([]);
  });

  it('says when nobody looked: sweeps failed, or nothing ran', async () => {
    const { kubernetes, clock } = await t.start();
    await t.run();
    const gaps = async () =>
      (await timeline()).flatMap(item => (item.type === 'gap' ? item.gap : []));
    await t.harness.advance(600);
    expect(await gaps()).toEqual([]);

    const read = clock.iso();
    kubernetes.sweepError = new Error('proxy answered 502');
    await t.harness.advance(400);
    await t.harness.advance(400);
    const open = { target: 'cluster:prod-1', from: read };
    expect(await gaps()).toEqual([open]);

    kubernetes.sweepError = undefined;
    await t.harness.advance(600);
    const healed = { ...open, to: clock.iso() };
    expect(await gaps()).toEqual([healed]);

    const before = clock.iso();
    await t.harness.engine.stop();
    clock.advance(7_200);
    await t.restart();
    await t.run();
    expect(await gaps()).toEqual(
      expect.arrayContaining([
        healed,
        { target: 'cluster:prod-1', from: before, to: clock.iso() },
        expect.objectContaining({ from: before, to: clock.iso() }),
      ]),
    );
    expect(await gaps()).toHaveLength(3);
  });
});
