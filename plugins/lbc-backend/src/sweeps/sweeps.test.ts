import { message } from '@lbc-backstage/plugin-lbc-common';
import { SourceError } from '../sources/SourceError';
import { describeEngine, eventually } from './__testUtils__/describeEngine';
import { createHarness } from './__testUtils__/harness';
import { SCOPE } from './__testUtils__/sources';

jest.setTimeout(60_000);

describeEngine('sweeps', t => {
  it('keeps the last good items of kinds that fail, and says so', async () => {
    const { kubernetes, engine, clock } = await t.start();
    await t.run();
    const readAt = clock.iso();
    kubernetes.clusters.get('prod-1')!.broken = { ingresses: 'denied' };
    await t.harness.advance(600);

    expect((await t.subject('lb-web'))?.detail.endedAt).toBeUndefined();
    const coverage = await engine.readStore.listCoverage({
      targets: ['cluster:prod-1'],
      incompleteOnly: true,
    });
    expect(coverage).toEqual([
      {
        source: 'kubernetes',
        target: 'cluster:prod-1',
        kind: 'ingresses',
        coverage: 'denied',
        reason: message('source.denied', { detail: 'ingresses' }),
        observedAt: readAt,
        attemptedAt: clock.iso(),
        items: 2,
      },
    ]);
    // It rests on what is that old.
    expect((await t.subject('lb-web'))?.summary.observedAt).toBe(readAt);
  });

  it('notes a sweep that broke off, and tries again', async () => {
    const { kubernetes, engine, clock } = await t.start();
    await t.run();
    const readAt = clock.iso();
    kubernetes.sweepError = new Error('proxy answered 502');
    await t.harness.advance(600);
    expect(await engine.readStore.listTargets()).toContainEqual({
      id: 'cluster:prod-1',
      observedAt: readAt,
      problem: message('sweep.failed', { detail: 'proxy answered 502' }),
    });
    expect((await t.subject('lb-web'))?.summary.state).toBe('in-service');

    kubernetes.sweepError = undefined;
    await t.harness.advance(300);
    expect(await engine.readStore.listTargets()).toContainEqual({
      id: 'cluster:prod-1',
      observedAt: clock.iso(),
    });
  });

  it('retires targets only by a discovery that worked', async () => {
    const { kubernetes, aws, engine } = await t.start();
    kubernetes.add('prod-2', { ingresses: ['blog/old'] });
    aws.loadBalancers = ['web', 'old'];
    await t.run();
    expect((await t.subject('lb-old'))?.summary.cluster).toBe('prod-2');

    kubernetes.listError = new Error('no kubernetes plugin');
    aws.scopes = [];
    aws.problems = [message('source.denied', { detail: 'sts' })];
    await t.harness.advance(600);
    expect(await engine.discoveryFacts.listProblems()).toEqual([
      message('sweep.discovery-failed', { detail: 'no kubernetes plugin' }),
      message('source.denied', { detail: 'sts' }),
    ]);
    expect((await engine.readStore.listTargets()).length).toBe(3);

    kubernetes.listError = undefined;
    aws.scopes = [SCOPE];
    aws.problems = [];
    kubernetes.clusters.delete('prod-2');
    await t.harness.advance(3_600);
    expect((await engine.readStore.listTargets()).map(({ id }) => id)).toEqual([
      'cluster:prod-1',
      `scope:${SCOPE.id}`,
    ]);
    // Nobody says that it is gone or orphaned because its cluster is.
    expect((await t.subject('lb-old'))?.summary.state).toBe('unknown');
    expect((await t.subject('lb-old'))?.detail.endedAt).toBeUndefined();
    expect(
      await t.harness.db('snapshot').where('target_id', 'cluster:prod-2'),
    ).toEqual([]);
  });

  it('shows a cluster that needs a user and never sweeps it', async () => {
    const { kubernetes, engine } = await t.start();
    const unreadable = message('source.denied', { detail: 'needs a user' });
    kubernetes.add('laptop', { info: { unreadable } });
    await t.run();
    expect(kubernetes.sweeps).not.toContain('laptop');
    expect(await engine.readStore.listTargets()).toContainEqual({
      id: 'cluster:laptop',
      problem: unreadable,
    });
    expect(
      await engine.readStore.listCoverage({ targets: ['cluster:laptop'] }),
    ).toEqual([
      expect.objectContaining({ kind: 'cluster', coverage: 'denied' }),
    ]);
    expect((await t.subject('lb-stray'))?.summary.state).toBe('unknown');
  });

  it('ends bindings and forgets waits when another cluster has the name', async () => {
    const { kubernetes, domain } = await t.start();
    domain.adjust = (result, input) => ({
      ...result,
      bindings: [
        {
          clusterTag: 'prod',
          accountId: SCOPE.accountId,
          region: SCOPE.region,
          vpcId: 'vpc-1',
          cluster: input.cluster.cluster,
          clusterUid: input.cluster.uid ?? '',
          evidence: message('state.not-judged'),
          firstSeenAt: input.now,
          lastSeenAt: input.now,
        },
      ],
      memory: {
        ...result.memory,
        clusterUid: input.memory.clusterUid ?? input.cluster.uid,
      },
    });
    const memories: Array<string | undefined> = [];
    domain.before = () => {};
    await t.run();
    const adjust = domain.adjust;
    domain.adjust = (result, input) => {
      memories.push(input.memory.clusterUid);
      return adjust(result, input);
    };
    const cluster = kubernetes.clusters.get('prod-1')!;
    cluster.uid = 'uid-reborn';
    cluster.broken = { ingresses: 'failed' };
    await t.harness.advance(600);

    expect(memories[0]).toBeUndefined();
    const bindings = await t.harness
      .db('cluster_binding')
      .orderBy('cluster_uid');
    expect(
      bindings.map(row => [row.cluster_uid, row.ended_at !== null]),
    ).toEqual([
      ['uid-prod-1', true],
      ['uid-reborn', false],
    ]);
    // The old cluster's items are not the new one's.
    const [ingresses] = await t.harness
      .db('snapshot')
      .where({ target_id: 'cluster:prod-1', kind: 'ingresses' });
    expect(ingresses).toMatchObject({
      coverage: 'failed',
      items: 0,
      content_hash: null,
    });
  });

  it('keeps nothing that was read before anybody knew of which cluster', async () => {
    const { kubernetes } = await t.start();
    const cluster = kubernetes.clusters.get('prod-1')!;
    cluster.broken = { namespaces: 'denied' };
    await t.run();
    cluster.broken = { ingresses: 'failed' };
    await t.harness.advance(600);
    const [ingresses] = await t.harness
      .db('snapshot')
      .where({ target_id: 'cluster:prod-1', kind: 'ingresses' });
    expect(ingresses).toMatchObject({
      coverage: 'failed',
      items: 0,
      content_hash: null,
    });
  });

  it('keeps what it had where a sweep did not read one cluster', async () => {
    const { kubernetes, clock } = await t.start();
    await t.run();
    const at = clock.iso();
    kubernetes.sweepError = new SourceError(
      message('source.cluster-changed', {
        cluster: 'prod-1',
        before: 'uid-prod-1',
        after: 'uid-other',
      }),
    );
    await t.harness.advance(600);
    const [target] = await t.harness
      .db('target')
      .where({ id: 'cluster:prod-1' });
    expect(JSON.parse(target.problem)).toMatchObject({
      code: 'source.cluster-changed',
    });
    expect(target).toMatchObject({
      cluster_uid: 'uid-prod-1',
      observed_at: at,
    });
    expect(
      await t.harness.db('cluster_binding').whereNotNull('ended_at'),
    ).toEqual([]);
    expect(await t.history('lb-web')).toEqual(['->in-service observed']);
  });

  it('books and tells a refresh', async () => {
    const { engine, clock, kubernetes } = await t.start();
    await t.run();
    const targets = ['cluster:prod-1', `scope:${SCOPE.id}`, 'cluster:nowhere'];
    clock.advance(10);
    const at = clock.iso();
    const booking = {
      entityRef: 'component:default/web',
      targets,
      at,
      minIntervalSeconds: 60,
    };
    const both = await Promise.all([
      engine.jobControl.bookRefresh(booking),
      engine.jobControl.bookRefresh(booking),
    ]);
    expect(both.map(({ booked }) => booked).sort()).toEqual([false, true]);

    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    kubernetes.midSweep = () => held;
    await engine.jobControl.expedite(targets);
    const stateOf = async () =>
      (await engine.jobControl.sweepStatus(targets, at)).map(
        ({ state, kindsDone }) => `${state} ${kindsDone ?? '-'}`,
      );
    await eventually(async () =>
      expect(await stateOf()).toEqual(['running 1', 'done -', 'failed -']),
    );
    release();
    await t.harness.settle();
    expect(await stateOf()).toEqual(['done -', 'done -', 'failed -']);
    expect(await engine.jobControl.getRefresh(booking.entityRef)).toEqual({
      requestedAt: at,
      targets,
    });
  });

  it('shares the work among replicas, each piece done once', async () => {
    const first = await t.start();
    for (let at = 2; at < 8; at++) {
      first.kubernetes.add(`prod-${at}`, { ingresses: [`shop/app-${at}`] });
      first.aws.loadBalancers.push(`app-${at}`);
    }
    const second = await createHarness({ ...first, db: first.db });
    try {
      await Promise.all([first.engine.start(), second.engine.start()]);
      await t.harness.settle();
      for (let round = 0; round < 3; round++) {
        first.kubernetes.clusters
          .get('prod-2')
          ?.ingresses.push(`shop/n${round}`);
        first.clock.advance(600);
        second.engine.wake();
        await t.harness.advance(0);
      }
    } finally {
      await second.engine.stop();
    }
    const sweeps = new Map<string, number>();
    first.kubernetes.sweeps.forEach(name =>
      sweeps.set(name, (sweeps.get(name) ?? 0) + 1),
    );
    expect([...sweeps.values()]).toEqual(Array(7).fill(4));
    expect(first.aws.sweeps).toBe(4);
    for (let at = 2; at < 8; at++) {
      expect(await t.history(`lb-app-${at}`)).toEqual([
        '->in-service observed',
      ]);
    }
    expect(
      await t.harness.db('sweep_target').where('attempts', '>', 0),
    ).toEqual([]);
  });

  it('has current and previous blobs only', async () => {
    const { kubernetes } = await t.start();
    await t.run();
    for (const name of ['a', 'b', 'c', 'd']) {
      kubernetes.clusters.get('prod-1')!.ingresses = [`shop/${name}`];
      await t.harness.advance(600);
    }
    const blobs = await t.harness
      .db('snapshot_blob')
      .where({ target_id: 'cluster:prod-1', kind: 'ingresses' });
    expect(blobs.length).toBe(2);
  });
});
