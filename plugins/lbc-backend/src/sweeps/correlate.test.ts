import { subjectSummarySchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { hashOf } from '../store/pack';
import { describeEngine } from './__testUtils__/describeEngine';
import { Harness } from './__testUtils__/harness';
import { SCOPE } from './__testUtils__/sources';

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

describeEngine('correlate', t => {
  it('sweeps, judges and shows', async () => {
    const { engine, clock } = await t.start();
    const changed: string[] = [];
    engine.onSubjectsChanged(ids => {
      changed.push(...ids);
    });
    await t.run();

    expect(await engine.readStore.listTargets()).toEqual([
      { id: 'cluster:prod-1', observedAt: clock.iso() },
      { id: `scope:${SCOPE.id}`, observedAt: clock.iso() },
    ]);
    const web = await t.subject('lb-web');
    expect(subjectSummarySchema.parse(web?.summary)).toMatchObject({
      state: 'in-service',
      cluster: 'prod-1',
      since: clock.iso(),
      sinceFirstSeen: true,
      targets: { healthy: 1, total: 1, unread: 0 },
    });
    expect((await t.subject('owner-shop-api'))?.summary.state).toBe('unserved');
    expect((await t.subject('lb-stray'))?.summary.state).toBe('unknown');
    // What a cluster holds was never judged as unclaimed.
    expect(await t.history('lb-web')).toEqual(['->in-service observed']);
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
    const { domain, clock } = await t.start();
    await t.run();
    const runs = domain.runs.length;
    const withoutUnits = TABLES.filter(table => table !== 'unit');
    const before = await dump(t.harness, withoutUnits);

    await t.harness.advance(600);

    expect(domain.runs.length).toBe(runs);
    expect(await dump(t.harness, withoutUnits)).toBe(before);
    expect((await t.subject('lb-web'))?.summary.observedAt).toBe(clock.iso());
    expect((await t.subject('lb-web'))?.detail.lastSeenAt).toBe(clock.iso());
  });

  it('keeps since while a state lasts and records what changes it', async () => {
    const { domain, clock, kubernetes } = await t.start();
    await t.run();
    const began = clock.iso();

    domain.states.set('web', 'failing');
    kubernetes.clusters.get('prod-1')?.ingresses.push('shop/new');
    await t.harness.advance(600);
    const failedAt = clock.iso();
    kubernetes.clusters.get('prod-1')?.ingresses.push('shop/newer');
    await t.harness.advance(600);

    expect((await t.subject('lb-web'))?.summary).toMatchObject({
      state: 'failing',
      since: failedAt,
      sinceFirstSeen: false,
    });
    expect((await t.subject('lb-web'))?.detail.firstSeenAt).toBe(began);
    expect(await t.history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>failing observed',
    ]);
  });

  it('marks transitions that new rules cause, and leaves units to newer rules', async () => {
    const first = await t.start();
    await t.run();
    await first.engine.stop();

    first.domain.rulesVersion = 2;
    first.domain.states.set('web', 'drifted');
    await t.restart();
    await t.run();
    expect(await t.history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>drifted rules',
    ]);

    await t.harness.engine.stop();
    first.domain.rulesVersion = 1;
    first.domain.states.set('web', 'failing');
    await t.restart();
    first.kubernetes.clusters.get('prod-1')?.ingresses.push('shop/new');
    await t.harness.engine.start();
    await t.harness.advance(600);
    expect((await t.subject('lb-web'))?.summary.state).toBe('drifted');
    expect(await t.subject('owner-shop-new')).toBeUndefined();
  });

  it('ends what is gone, and only where that is proven', async () => {
    const { aws, kubernetes, engine } = await t.start();
    await t.run();

    aws.loadBalancers = ['web'];
    aws.broken = 'failed';
    await t.harness.advance(600);
    expect((await t.subject('lb-stray'))?.detail.endedAt).toBeUndefined();

    aws.broken = undefined;
    await t.harness.advance(600);
    expect((await t.subject('lb-stray'))?.detail.endedAt).toBeDefined();
    expect(await t.history('lb-stray')).toEqual([
      '->unknown observed',
      'unknown>- gone',
    ]);

    const cluster = kubernetes.clusters.get('prod-1');
    cluster!.ingresses = ['shop/web'];
    cluster!.broken = { services: 'denied' };
    await t.harness.advance(600);
    expect((await t.subject('owner-shop-api'))?.detail.endedAt).toBeUndefined();
    cluster!.broken = {};
    await t.harness.advance(600);
    expect((await t.subject('owner-shop-api'))?.detail.endedAt).toBeDefined();
    expect((await engine.readStore.listFacts()).length).toBe(1);

    aws.loadBalancers = ['web', 'stray'];
    await t.harness.advance(600);
    expect((await t.subject('lb-stray'))?.detail.endedAt).toBeUndefined();
    expect((await t.history('lb-stray')).at(-1)).toBe('->unknown observed');
  });

  it('hands a load balancer over without ending it', async () => {
    const { kubernetes } = await t.start();
    await t.run();
    kubernetes.clusters.get('prod-1')!.ingresses = ['shop/api'];
    await t.harness.advance(600);
    expect(await t.history('lb-web')).toEqual([
      '->in-service observed',
      'in-service>unknown observed',
    ]);
    expect((await t.subject('lb-web'))?.detail.endedAt).toBeUndefined();

    kubernetes.clusters.get('prod-1')!.ingresses = ['shop/api', 'shop/web'];
    await t.harness.advance(600);
    expect((await t.history('lb-web')).at(-1)).toBe(
      'unknown>in-service observed',
    );
  });

  it('asks for identities once, and judges by them', async () => {
    const { domain, kubernetes } = await t.start();
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
    await t.run();
    expect(kubernetes.asked).toEqual([
      expect.objectContaining({ cluster: 'prod-1', targetIds: ['10.0.0.1'] }),
    ]);
    expect(seen.at(-1)).toEqual(found);
  });

  it('runs a review at its time, then only with newer sweeps', async () => {
    const { domain, clock } = await t.start({
      lbc: {
        jobs: { pollInterval: { milliseconds: 10 } },
        schedule: { cluster: { hours: 1 }, scope: { hours: 1 } },
      },
    });
    const reviewAt = new Date(clock.now() + 120_000).toISOString();
    domain.adjust = result => ({ ...result, nextReviewAt: reviewAt });
    await t.run();
    const runs = () =>
      domain.runs.filter(unit => unit === 'cluster:prod-1').length;
    const before = runs();
    await t.harness.advance(60);
    expect(runs()).toBe(before);
    await t.harness.advance(61);
    expect(runs()).toBe(before + 1);
    await t.harness.advance(120);
    expect(runs()).toBe(before + 1);
    await t.harness.advance(3_600);
    expect(runs()).toBeGreaterThan(before + 1);
  });
});
