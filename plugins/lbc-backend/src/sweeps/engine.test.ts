import { message } from '@lbc-backstage/plugin-lbc-common';
import { subjectSummarySchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { hashOf } from '../store/pack';
import { createHarness, Harness } from './__testUtils__/harness';
import { SCOPE, targetGroupArn } from './__testUtils__/sources';
import { describeEachDatabase } from '../store/__testUtils__/databases';

jest.setTimeout(60_000);

const TABLES = [
  'subject',
  'subject_owner',
  'subject_target_group',
  'transition',
  'target_binding',
  'controller',
  'cluster_binding',
  'unit',
  'snapshot_blob',
  'meta',
];

async function dump(harness: Harness, tables = TABLES) {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables) {
    const all = await harness.db(table).select('*');
    rows[table] = all.map(row => hashOf(JSON.stringify(row))).sort();
  }
  return JSON.stringify(rows);
}

describeEachDatabase('engine', initDatabase => {
  let harness: Harness;

  async function start(
    options: Omit<Parameters<typeof createHarness>[0], 'db'> = {},
  ) {
    harness = await createHarness({
      db: await initDatabase(),
      ...options,
    });
    harness.kubernetes.add('prod-1', { ingresses: ['shop/web', 'shop/api'] });
    harness.aws.loadBalancers = ['web', 'stray'];
    return harness;
  }

  async function run() {
    await harness.engine.start();
    await harness.settle();
  }

  const subject = (id: string) => harness.engine.readStore.getSubject(id);

  const history = async (subjectId: string) =>
    (
      await harness.engine.readStore.listTransitions({ subjectId, limit: 50 })
    ).items
      .reverse()
      .map(({ from, to, cause }) => `${from ?? '-'}>${to ?? '-'} ${cause}`);

  afterEach(async () => {
    await harness.engine.stop();
  });

  it('sweeps, judges and shows', async () => {
    const { engine, clock } = await start();
    const changed: string[] = [];
    engine.onSubjectsChanged(ids => {
      changed.push(...ids);
    });
    await run();

    expect(await engine.readStore.listTargets()).toEqual([
      { id: 'cluster:prod-1', observedAt: clock.iso() },
      { id: `scope:${SCOPE.id}`, observedAt: clock.iso() },
    ]);
    const web = await subject('lb-web');
    expect(subjectSummarySchema.parse(web?.summary)).toMatchObject({
      state: 'in-service',
      cluster: 'prod-1',
      since: clock.iso(),
      sinceFirstSeen: true,
      targets: { healthy: 1, total: 1, unread: 0 },
    });
    expect((await subject('owner-shop-api'))?.summary.state).toBe('unserved');
    expect((await subject('lb-stray'))?.summary.state).toBe('unknown');
    // What a cluster holds was never judged as unclaimed.
    expect(await history('lb-web')).toEqual(['->in-service observed']);
    expect(new Set(changed)).toEqual(
      new Set(['lb-web', 'owner-shop-api', 'lb-stray']),
    );
    expect(await engine.readStore.historySince()).toBe(clock.iso());
    expect((await engine.readStore.listFacts()).length).toBe(3);
    expect(await engine.discoveryFacts.listUnknownClusterTags()).toEqual([
      {
        clusterTag: 'prod',
        accountId: SCOPE.accountId,
        region: SCOPE.region,
        loadBalancers: 1,
      },
    ]);
  });

  it('writes nothing for the same input, and moves the observed time', async () => {
    const { domain, clock } = await start();
    await run();
    const runs = domain.runs.length;
    const withoutUnits = TABLES.filter(table => table !== 'unit');
    const before = await dump(harness, withoutUnits);

    await harness.advance(600);

    expect(domain.runs.length).toBe(runs);
    expect(await dump(harness, withoutUnits)).toBe(before);
    expect((await subject('lb-web'))?.summary.observedAt).toBe(clock.iso());
    expect((await subject('lb-web'))?.detail.lastSeenAt).toBe(clock.iso());
  });

  it('keeps since while a state lasts and records what changes it', async () => {
    const { domain, clock, kubernetes } = await start();
    await run();
    const began = clock.iso();

    domain.states.set('web', 'failing');
    kubernetes.clusters.get('prod-1')?.ingresses.push('shop/new');
    await harness.advance(600);
    const failedAt = clock.iso();
    kubernetes.clusters.get('prod-1')?.ingresses.push('shop/newer');
    await harness.advance(600);

    expect((await subject('lb-web'))?.summary).toMatchObject({
      state: 'failing',
      since: failedAt,
      sinceFirstSeen: false,
    });
    expect((await subject('lb-web'))?.detail.firstSeenAt).toBe(began);
    expect(await history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>failing observed',
    ]);
  });

  it('marks transitions that new rules cause, and leaves units to newer rules', async () => {
    const first = await start();
    await run();
    await first.engine.stop();

    first.domain.rulesVersion = 2;
    first.domain.states.set('web', 'drifted');
    harness = await createHarness({ ...first, db: first.db });
    await run();
    expect(await history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>drifted rules',
    ]);

    await harness.engine.stop();
    first.domain.rulesVersion = 1;
    first.domain.states.set('web', 'failing');
    harness = await createHarness({ ...first, db: first.db });
    first.kubernetes.clusters.get('prod-1')?.ingresses.push('shop/new');
    await harness.engine.start();
    await harness.advance(600);
    expect((await subject('lb-web'))?.summary.state).toBe('drifted');
    expect(await subject('owner-shop-new')).toBeUndefined();
  });

  it('ends what is gone, and only where that is proven', async () => {
    const { aws, kubernetes, engine } = await start();
    await run();

    aws.loadBalancers = ['web'];
    aws.broken = 'failed';
    await harness.advance(600);
    expect((await subject('lb-stray'))?.detail.endedAt).toBeUndefined();

    aws.broken = undefined;
    await harness.advance(600);
    expect((await subject('lb-stray'))?.detail.endedAt).toBeDefined();
    expect(await history('lb-stray')).toEqual([
      '->unknown observed',
      'unknown>- gone',
    ]);

    const cluster = kubernetes.clusters.get('prod-1');
    cluster!.ingresses = ['shop/web'];
    cluster!.broken = { services: 'denied' };
    await harness.advance(600);
    expect((await subject('owner-shop-api'))?.detail.endedAt).toBeUndefined();
    cluster!.broken = {};
    await harness.advance(600);
    expect((await subject('owner-shop-api'))?.detail.endedAt).toBeDefined();
    expect((await engine.readStore.listFacts()).length).toBe(1);

    aws.loadBalancers = ['web', 'stray'];
    await harness.advance(600);
    expect((await subject('lb-stray'))?.detail.endedAt).toBeUndefined();
    expect((await history('lb-stray')).at(-1)).toBe('->unknown observed');
  });

  it('hands a load balancer over without ending it', async () => {
    const { kubernetes } = await start();
    await run();
    kubernetes.clusters.get('prod-1')!.ingresses = ['shop/api'];
    await harness.advance(600);
    expect(await history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>unknown observed',
    ]);
    expect((await subject('lb-web'))?.detail.endedAt).toBeUndefined();

    kubernetes.clusters.get('prod-1')!.ingresses = ['shop/api', 'shop/web'];
    await harness.advance(600);
    expect((await history('lb-web')).at(-1)).toBe(
      'unknown>in-service observed',
    );
  });

  it('keeps the last good items of kinds that fail, and says so', async () => {
    const { kubernetes, engine, clock } = await start();
    await run();
    const readAt = clock.iso();
    kubernetes.clusters.get('prod-1')!.broken = { ingresses: 'denied' };
    await harness.advance(600);

    expect((await subject('lb-web'))?.detail.endedAt).toBeUndefined();
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
    expect((await subject('lb-web'))?.summary.observedAt).toBe(readAt);
  });

  it('notes a sweep that broke off, and tries again', async () => {
    const { kubernetes, engine, clock } = await start();
    await run();
    const readAt = clock.iso();
    kubernetes.sweepError = new Error('proxy answered 502');
    await harness.advance(600);
    expect(await engine.readStore.listTargets()).toContainEqual({
      id: 'cluster:prod-1',
      observedAt: readAt,
      problem: message('sweep.failed', { detail: 'proxy answered 502' }),
    });
    expect((await subject('lb-web'))?.summary.state).toBe('in-service');

    kubernetes.sweepError = undefined;
    await harness.advance(300);
    expect(await engine.readStore.listTargets()).toContainEqual({
      id: 'cluster:prod-1',
      observedAt: clock.iso(),
    });
  });

  it('retires targets only by a discovery that worked', async () => {
    const { kubernetes, aws, engine } = await start();
    kubernetes.add('prod-2', { ingresses: ['blog/old'] });
    aws.loadBalancers = ['web', 'old'];
    await run();
    expect((await subject('lb-old'))?.summary.cluster).toBe('prod-2');

    kubernetes.listError = new Error('no kubernetes plugin');
    aws.scopes = [];
    aws.problems = [message('source.denied', { detail: 'sts' })];
    await harness.advance(600);
    expect(await engine.discoveryFacts.listProblems()).toEqual([
      message('sweep.discovery-failed', { detail: 'no kubernetes plugin' }),
      message('source.denied', { detail: 'sts' }),
    ]);
    expect((await engine.readStore.listTargets()).length).toBe(3);

    kubernetes.listError = undefined;
    aws.scopes = [SCOPE];
    aws.problems = [];
    kubernetes.clusters.delete('prod-2');
    await harness.advance(3_600);
    expect((await engine.readStore.listTargets()).map(({ id }) => id)).toEqual([
      'cluster:prod-1',
      `scope:${SCOPE.id}`,
    ]);
    // Nobody says that it is gone or orphaned because its cluster is.
    expect((await subject('lb-old'))?.summary.state).toBe('unknown');
    expect((await subject('lb-old'))?.detail.endedAt).toBeUndefined();
    expect(
      await harness.db('snapshot').where('target_id', 'cluster:prod-2'),
    ).toEqual([]);
  });

  it('shows a cluster that needs a user and never sweeps it', async () => {
    const { kubernetes, engine } = await start();
    const unreadable = message('source.denied', { detail: 'needs a user' });
    kubernetes.add('laptop', { info: { unreadable } });
    await run();
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
    expect((await subject('lb-stray'))?.summary.state).toBe('unknown');
  });

  it('ends bindings and forgets waits when another cluster has the name', async () => {
    const { kubernetes, domain } = await start();
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
    await run();
    const adjust = domain.adjust;
    domain.adjust = (result, input) => {
      memories.push(input.memory.clusterUid);
      return adjust(result, input);
    };
    const cluster = kubernetes.clusters.get('prod-1')!;
    cluster.uid = 'uid-reborn';
    cluster.broken = { ingresses: 'failed' };
    await harness.advance(600);

    expect(memories[0]).toBeUndefined();
    const bindings = await harness.db('cluster_binding').orderBy('cluster_uid');
    expect(
      bindings.map(row => [row.cluster_uid, row.ended_at !== null]),
    ).toEqual([
      ['uid-prod-1', true],
      ['uid-reborn', false],
    ]);
    // The old cluster's items are not the new one's.
    const [ingresses] = await harness
      .db('snapshot')
      .where({ target_id: 'cluster:prod-1', kind: 'ingresses' });
    expect(ingresses).toMatchObject({
      coverage: 'failed',
      items: 0,
      content_hash: null,
    });
  });

  it('asks for identities once, and judges by them', async () => {
    const { domain, kubernetes } = await start();
    const seen: unknown[] = [];
    domain.adjust = (result, input) => {
      seen.push(input.identities.get('lb-web')?.found);
      return {
        ...result,
        wantedIdentities: [
          { subjectId: 'lb-web', cluster: 'prod-1', targetIds: ['10.0.0.1'] },
        ],
      };
    };
    const found = { '10.0.0.1': { kind: 'Pod' as const, name: 'web-1' } };
    kubernetes.identities = { coverage: 'complete', found };
    await run();
    expect(kubernetes.asked).toEqual([
      expect.objectContaining({ cluster: 'prod-1', targetIds: ['10.0.0.1'] }),
    ]);
    expect(seen.at(-1)).toEqual(found);
  });

  it('runs a review at its time, then only with newer sweeps', async () => {
    const { domain, clock } = await start({
      lbc: {
        jobs: { pollInterval: { milliseconds: 10 } },
        schedule: { cluster: { hours: 1 }, scope: { hours: 1 } },
      },
    });
    const reviewAt = new Date(clock.now() + 120_000).toISOString();
    domain.adjust = result => ({ ...result, nextReviewAt: reviewAt });
    await run();
    const runs = () =>
      domain.runs.filter(unit => unit === 'cluster:prod-1').length;
    const before = runs();
    await harness.advance(60);
    expect(runs()).toBe(before);
    await harness.advance(61);
    expect(runs()).toBe(before + 1);
    await harness.advance(120);
    expect(runs()).toBe(before + 1);
    await harness.advance(3_600);
    expect(runs()).toBeGreaterThan(before + 1);
  });

  it('reads health by bucket, and judges again where it changed', async () => {
    const { aws, engine } = await start();
    await run();
    aws.health.set('web', { healthy: 1, unhealthy: 2 });
    await harness.advance(600);
    const web = await subject('lb-web');
    expect(web?.summary.targets).toMatchObject({ healthy: 1, total: 3 });
    expect(
      (await engine.readStore.listCoverage()).find(
        ({ kind }) => kind === 'targetHealth',
      ),
    ).toMatchObject({ coverage: 'complete', items: 2 });
  });

  it('books and tells a refresh', async () => {
    const { engine, clock, kubernetes } = await start();
    await run();
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
    await harness.settle();
    expect(await stateOf()).toEqual(['done -', 'done -', 'failed -']);
    expect(await engine.jobControl.getRefresh(booking.entityRef)).toEqual({
      requestedAt: at,
      targets,
    });
  });

  it('shares the work among replicas, each piece done once', async () => {
    const first = await start();
    for (let at = 2; at < 8; at++) {
      first.kubernetes.add(`prod-${at}`, { ingresses: [`shop/app-${at}`] });
      first.aws.loadBalancers.push(`app-${at}`);
    }
    const second = await createHarness({ ...first, db: first.db });
    try {
      await Promise.all([first.engine.start(), second.engine.start()]);
      await harness.settle();
      for (let round = 0; round < 3; round++) {
        first.kubernetes.clusters
          .get('prod-2')
          ?.ingresses.push(`shop/n${round}`);
        first.clock.advance(600);
        second.engine.wake();
        await harness.advance(0);
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
      expect(await history(`lb-app-${at}`)).toEqual(['->in-service observed']);
    }
    expect(await harness.db('sweep_target').where('attempts', '>', 0)).toEqual(
      [],
    );
  });

  it('reads health of what is looked at first, then of what was unhealthy', async () => {
    const { aws, engine } = await start();
    const names = Array.from({ length: 60 }, (_, at) => `app-${at}`);
    aws.loadBalancers = ['web', ...names];
    aws.health.set('app-55', { healthy: 0, unhealthy: 1 });
    await run();
    expect(new Set(aws.healthOrder).size).toBe(61);
    await engine.readStore.getSubject('lb-web');
    await eventually(async () =>
      expect(
        await harness.db('subject').whereNotNull('looked_at'),
      ).toHaveLength(1),
    );
    aws.healthOrder.length = 0;
    await harness.advance(600);
    expect(aws.healthOrder.slice(0, 2)).toEqual([
      targetGroupArn('web'),
      targetGroupArn('app-55'),
    ]);
    expect(aws.healthOrder.length).toBe(61);
  });

  it('has current and previous blobs only', async () => {
    const { kubernetes } = await start();
    await run();
    for (const name of ['a', 'b', 'c', 'd']) {
      kubernetes.clusters.get('prod-1')!.ingresses = [`shop/${name}`];
      await harness.advance(600);
    }
    const blobs = await harness
      .db('snapshot_blob')
      .where({ target_id: 'cluster:prod-1', kind: 'ingresses' });
    expect(blobs.length).toBe(2);
  });
});

async function eventually(check: () => Promise<void>) {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt > 400) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }
}
