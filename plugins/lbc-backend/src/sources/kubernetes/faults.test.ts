import { KUBERNETES_KINDS } from '@lbc-backstage/plugin-lbc-common';
import { Fleet, FaultRule, loadBundledWorld } from 'lbc-sandbox';
import { Portal, startPortal } from '../__testUtils__/portal';
import { Readings } from '../__testUtils__/readings';
import { withIngresses } from '../__testUtils__/worlds';
import { ClusterClient, DEFAULT_PATIENCE } from './client';
import { Discovery } from './discovery';
import { ProxyKubernetesSource } from './ProxyKubernetesSource';

jest.setTimeout(30_000);

const CLUSTER = 'prod-1';
const COUNT = 1200;

let fleet: Fleet;
let portal: Portal;
let source: ProxyKubernetesSource;
const delays: number[] = [];

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      {
        world: withIngresses(loadBundledWorld('ingress-alb'), COUNT),
        clusterName: CLUSTER,
      },
    ],
  });
  const config = fleet.backstageConfig();
  const [locator] = config.kubernetes.clusterLocatorMethods;
  const [prod] = locator.clusters;
  portal = await startPortal({
    config: {
      ...config,
      kubernetes: {
        ...config.kubernetes,
        clusterLocatorMethods: [
          {
            ...locator,
            clusters: [
              prod,
              { ...prod, name: 'down', url: 'https://127.0.0.1:9' },
              { ...prod, name: 'badtoken', serviceAccountToken: 'nope' },
              { name: 'g', url: prod.url, authProvider: 'google' },
              {
                name: 'o',
                url: prod.url,
                authProvider: 'oidc',
                oidcTokenProvider: 'okta',
              },
              { name: 'a', url: prod.url, authProvider: 'aks' },
            ],
          },
          { ...locator, clusters: [{ ...prod, title: 'another prod-1' }] },
        ],
      },
    },
  });
  source = create();
  // The first request of a process loads what the kubernetes plugin needs.
  await Readings.of(source, CLUSTER);
}, 120_000);

afterEach(() => {
  fleet.faults.clear();
  delays.length = 0;
});

afterAll(async () => {
  expect(fleet.calls.mutations()).toEqual([]);
  await portal?.stop();
  await fleet?.stop();
}, 60_000);

function create(options: { timeoutMs?: number; config?: object } = {}) {
  return ProxyKubernetesSource.create({
    ...portal,
    clock: Date,
    patience: {
      timeoutMs: options.timeoutMs ?? 20_000,
      delay: async ms => void delays.push(ms),
      random: () => 1,
    },
  });
}

type Rule = Omit<FaultRule, 'side' | 'cluster' | 'fault'>;

async function sweepWith(
  fault: FaultRule['fault'],
  rule: Rule = { resource: 'ingresses' },
  from = source,
) {
  fleet.faults.set({ side: 'kubernetes', cluster: CLUSTER, ...rule, fault });
  return Readings.of(from, CLUSTER);
}

/** The one kind is as told, and every other as if nothing had happened. */
function expectOnly(
  readings: Readings,
  expected: { coverage: string; code: string; items?: number },
) {
  expect(readings.incomplete()).toEqual({
    configMaps: 'denied',
    ingresses: expected.coverage,
  });
  const { reason, items, observedAt } = readings.get('ingresses');
  expect(reason?.code).toBe(expected.code);
  expect(items).toHaveLength(expected.items ?? 0);
  expect(observedAt === undefined).toBe(
    ['failed', 'denied'].includes(expected.coverage),
  );
}

describe('one kind', () => {
  it('is complete page by page', async () => {
    fleet.calls.reset();
    const readings = await Readings.of(source, CLUSTER);
    expect(readings.get('ingresses')).toMatchObject({ coverage: 'complete' });
    expect(readings.get('ingresses').items).toHaveLength(COUNT);
    expect(fleet.calls.snapshot()['kubernetes GET ingresses']).toBe(3);
  });

  it('that is denied stops no other', async () => {
    const readings = await sweepWith({ kind: 'denied' });
    expectOnly(readings, { coverage: 'denied', code: 'source.cluster-denies' });
    expect(readings.get('ingresses').reason?.params).toMatchObject({
      cluster: CLUSTER,
      resource: 'ingresses.networking.k8s.io',
      detail: expect.stringContaining('is forbidden'),
    });
  });

  it('fails on 5xx in mid-list, without half a list', async () => {
    expectOnly(
      await sweepWith(
        { kind: 'status', code: 500 },
        { resource: 'ingresses', page: 2 },
      ),
      { coverage: 'failed', code: 'source.server-error' },
    );
  });

  it.each([
    ['JSON that is none', { kind: 'wrong-json' }],
    ['another kind of JSON', { kind: 'wrong-json', body: '[1,2,3]' }],
    ['null', { kind: 'wrong-json', body: 'null' }],
    ['a web page', { kind: 'wrong-json', body: '<html>Log in</html>' }],
    ['gzip that is none', { kind: 'garbage-gzip' }],
  ] as const)('fails on %s', async (_, fault) => {
    expectOnly(
      await sweepWith(fault, { resource: 'ingresses', afterItems: 500 }),
      { coverage: 'failed', code: 'source.not-json' },
    );
  });

  it.each([
    ['half a page', { kind: 'half-body' }],
    ['no answer', { kind: 'hang' }],
  ] as const)('fails on %s when its time is up', async (_, fault) => {
    expectOnly(
      await sweepWith(
        fault,
        { resource: 'ingresses', page: 2 },
        create({ timeoutMs: 1500 }),
      ),
      { coverage: 'failed', code: 'source.timed-out' },
    );
  });

  it('fails on a page that is too large', async () => {
    expectOnly(
      await sweepWith({ kind: 'huge-object', bytes: 65 * 1024 * 1024 }),
      { coverage: 'failed', code: 'source.page-too-large' },
    );
  }, 30_000);
});

describe('a list that expires', () => {
  it('is begun again, once', async () => {
    fleet.calls.reset();
    const readings = await sweepWith(
      { kind: 'expire-continue' },
      { resource: 'ingresses', page: 2, times: 1 },
    );
    expectOnlyComplete(readings);
    expect(fleet.calls.snapshot()['kubernetes GET ingresses']).toBe(5);
  });

  it('is gone on with when it expires again, and is partial', async () => {
    const readings = await sweepWith(
      { kind: 'expire-continue' },
      { resource: 'ingresses', page: 2, times: 2 },
    );
    expectOnly(readings, {
      coverage: 'partial',
      code: 'source.list-inconsistent',
      items: COUNT,
    });
  });

  it('fails when it never stops expiring', async () => {
    fleet.calls.reset();
    expectOnly(await sweepWith({ kind: 'expire-continue' }), {
      coverage: 'failed',
      code: 'source.list-expired',
    });
    expect(
      fleet.calls.snapshot()['kubernetes GET ingresses'],
    ).toBeLessThanOrEqual(10);
  });
});

describe('a list that does not go on as it should', () => {
  it('fails when a page repeats', async () => {
    expectOnly(await sweepWith({ kind: 'repeat-page' }), {
      coverage: 'failed',
      code: 'source.page-repeated',
    });
  });

  it('fails when its pages name themselves', async () => {
    fleet.calls.reset();
    const readings = await sweepWith({ kind: 'continue-loop' });
    expect(readings.get('ingresses').coverage).toBe('failed');
    expect(
      fleet.calls.snapshot()['kubernetes GET ingresses'],
    ).toBeLessThanOrEqual(3);
  });

  it('is complete with an empty page in the middle', async () => {
    expectOnlyComplete(
      await sweepWith(
        { kind: 'empty-page-in-middle' },
        { resource: 'ingresses', page: 2 },
      ),
    );
  });
});

describe('objects that are not what they should be', () => {
  it('are left out and counted', async () => {
    const readings = await sweepWith(
      { kind: 'wrong-type', path: 'spec.rules', value: 'none' },
      { resource: 'ingresses', page: 2 },
    );
    const { coverage, reason, items } = readings.get('ingresses');
    expect({ coverage, items: items.length }).toEqual({
      coverage: 'partial',
      items: COUNT - 500,
    });
    expect(reason).toEqual({
      code: 'source.malformed-items',
      params: { count: 500, example: 'spec.rules of web-0500' },
    });
  });

  it('fail the kind when there is nothing else', async () => {
    expectOnly(
      await sweepWith({ kind: 'wrong-type', path: 'metadata', value: 7 }),
      { coverage: 'failed', code: 'source.malformed-items' },
    );
  });
});

describe('a busy server', () => {
  it('is asked again, as late as it says', async () => {
    const readings = await sweepWith(
      { kind: 'retry-after', seconds: 3, code: 503 },
      { resource: 'ingresses', page: 2, times: 2 },
    );
    expectOnlyComplete(readings);
    expect(delays).toEqual([3000, 3000]);
  });

  it('is not asked for ever', async () => {
    expectOnly(await sweepWith({ kind: 'throttle' }), {
      coverage: 'failed',
      code: 'source.come-back-later',
    });
    expect(delays).toEqual([1000, 1000]);
  });

  it('is not waited for longer than is reasonable', async () => {
    await sweepWith({ kind: 'retry-after', seconds: 3600 });
    expect(delays).toEqual([]);
  });

  it('may reset a connection now and then', async () => {
    expectOnlyComplete(
      await sweepWith({ kind: 'reset' }, { resource: 'ingresses', times: 2 }),
    );
    expect(delays).toEqual([500, 1000]);
  });
});

describe('discovery', () => {
  it('in the form of older servers says the same', async () => {
    const client = ClusterClient.create({
      ...portal,
      clock: Date,
      patience: DEFAULT_PATIENCE,
      cluster: CLUSTER,
      signal: new AbortController().signal,
    });
    const newer = await Discovery.read(client);
    const older = await Discovery.read({
      get: request => client.get({ ...request, accept: 'application/json' }),
    });
    for (const kind of Object.values(KUBERNETES_KINDS)) {
      expect([kind.id, older.availability(kind)]).toEqual([
        kind.id,
        newer.availability(kind),
      ]);
    }
  });

  it('that is denied makes nothing absent', async () => {
    const readings = await sweepWith(
      { kind: 'denied' },
      { resource: 'discovery' },
    );
    expect(readings.get('ingresses').coverage).toBe('complete');
    expect(readings.get('gateways')).toMatchObject({
      coverage: 'failed',
      reason: {
        code: 'source.discovery-unavailable',
        params: { resource: 'gateways.gateway.networking.k8s.io' },
      },
    });
    expect(Object.values(readings.coverage())).not.toContain('absent');
  });
});

describe('a proxy that filters', () => {
  it('does not pass for the whole cluster', async () => {
    const readings = await sweepWith(
      { kind: 'filtered-namespaces', namespaces: ['kube-system'] },
      {},
    );
    expect(readings.get('namespaces')).toMatchObject({
      coverage: 'partial',
      reason: { code: 'source.kube-system-hidden' },
    });
  });
});

describe('what others are narrowed by', () => {
  it('denied, denies them', async () => {
    const readings = await sweepWith(
      { kind: 'denied' },
      { resource: 'deployments' },
    );
    expect(readings.incomplete()).toMatchObject({
      deployments: 'denied',
      pods: 'denied',
      serviceAccounts: 'denied',
      leases: 'partial',
      clusterRoles: 'partial',
    });
    expect(readings.get('pods').reason?.code).toBe('source.depends-on');
    expect(readings.get('leases').items).toHaveLength(1);
  });

  it('failed, fails them', async () => {
    const readings = await sweepWith(
      { kind: 'status', code: 500 },
      { resource: 'validatingwebhookconfigurations' },
    );
    expect(readings.incomplete()).toEqual({
      configMaps: 'denied',
      validatingWebhookConfigurations: 'failed',
      endpointSlices: 'failed',
    });
  });
});

describe('a whole cluster', () => {
  it.each([
    ['down', 'failed', 'source.cluster-unreachable'],
    ['badtoken', 'denied', 'source.cluster-rejects-credentials'],
    ['nowhere', 'failed', 'source.cluster-unknown'],
  ])('%s is %s', async (cluster, coverage, code) => {
    const readings = await Readings.of(source, cluster);
    const dependent = ['pods', 'endpointSlices', 'roles'];
    for (const reading of readings.all) {
      if (!dependent.includes(reading.kind)) {
        expect([reading.kind, reading.coverage]).toEqual([
          reading.kind,
          coverage,
        ]);
      }
      expect(['failed', 'denied']).toContain(reading.coverage);
      expect(reading.items).toEqual([]);
    }
    expect(readings.all[0].reason?.code).toBe(code);
  });

  it('that does not answer is not waited for kind by kind', async () => {
    fleet.calls.reset();
    fleet.faults.set({
      side: 'kubernetes',
      cluster: CLUSTER,
      fault: { kind: 'hang' },
    });
    const readings = await Readings.of(create({ timeoutMs: 300 }), CLUSTER);
    expect(new Set(Object.values(readings.coverage()))).toEqual(
      new Set(['failed']),
    );
    expect(fleet.calls.total('kubernetes')).toBe(3);
  });

  it("that needs a user's token says so", async () => {
    const { signal } = new AbortController();
    const clusters = await source.listClusters({ signal });
    expect(clusters.map(({ name }) => name)).toEqual([
      CLUSTER,
      'down',
      'badtoken',
      'g',
      'o',
      'a',
    ]);
    const unreadable = clusters.filter(each => each.unreadable);
    expect(unreadable.map(({ name }) => name)).toEqual(['g', 'o', 'a']);
    expect(unreadable[1].unreadable).toEqual({
      code: 'source.needs-user-token',
      params: { cluster: 'o', provider: 'oidc' },
    });
  });
});

it('ends by throwing when it is aborted, also in mid-answer', async () => {
  fleet.faults.set({
    side: 'kubernetes',
    resource: 'ingresses',
    fault: { kind: 'hang' },
  });
  const abort = new AbortController();
  const sweep = async () => {
    const { signal } = abort;
    for await (const { kind } of source.sweep({
      cluster: CLUSTER,
      signal,
      onProgress: ({ current }) => {
        if (current === 'ingresses') {
          setTimeout(() => abort.abort(new Error('enough')), 100);
        }
      },
    })) {
      expect(kind).not.toBe('services');
    }
  };
  await expect(sweep()).rejects.toThrow('enough');
});

function expectOnlyComplete(readings: Readings) {
  expect(readings.incomplete()).toEqual({ configMaps: 'denied' });
  expect(readings.get('ingresses').items).toHaveLength(COUNT);
}
