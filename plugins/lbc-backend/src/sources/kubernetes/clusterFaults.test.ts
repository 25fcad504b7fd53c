import { KUBERNETES_KINDS } from '@lbc-backstage/plugin-lbc-common';
import { JsonObject } from '@backstage/types';
import {
  ANOTHER,
  CLUSTER,
  FaultyCluster,
} from '../__testUtils__/faultyCluster';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { Readings } from '../__testUtils__/readings';
import { ClusterClient, DEFAULT_PATIENCE } from './client';
import { Discovery } from './discovery';

jest.setTimeout(60_000);

let faulty: FaultyCluster;

beforeAll(async () => {
  faulty = await FaultyCluster.start();
}, 120_000);

beforeEach(() => faulty.reset());

afterEach(() => {
  expectOnlyReads(faulty.fleet);
});

afterAll(() => faulty?.stop(), 60_000);

const { signal } = new AbortController();

describe('discovery', () => {
  it('in the form of older servers says the same', async () => {
    const client = ClusterClient.create({
      ...faulty.portal,
      clock: Date,
      patience: DEFAULT_PATIENCE,
      cluster: CLUSTER,
      signal,
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
    const readings = await faulty.sweepWith(
      { kind: 'denied' },
      { on: { resource: 'discovery' }, until: 'gateways' },
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
    const readings = await faulty.sweepWith(
      { kind: 'filtered-namespaces', namespaces: ['kube-system'] },
      { on: {}, until: 'namespaces' },
    );
    expect(readings.get('namespaces')).toMatchObject({
      coverage: 'partial',
      reason: { code: 'source.kube-system-hidden' },
    });
  });
});

describe('a name that leads to another cluster in mid-sweep', () => {
  const elsewhere = (from: string) =>
    ({ kind: 'another-cluster', cluster: ANOTHER, from } as const);

  it.each(['discovery', 'ingresses', 'events'])(
    'from %s on: the sweep counts for nothing',
    async from => {
      await expect(
        faulty.sweepWith(elsewhere(from), { on: {}, until: 'end' }),
      ).rejects.toMatchObject({
        reason: {
          code: 'source.cluster-changed',
          params: { cluster: CLUSTER },
        },
      });
    },
  );

  it('for a while, and back before the end: a sweep that takes its time sees it', async () => {
    const { signal: never } = new AbortController();
    let passed = 0;
    const slow = faulty.create({ clock: { now: () => Date.now() + passed } });
    const seen: string[] = [];
    const sweep = async () => {
      for await (const { kind } of slow.sweep({
        cluster: CLUSTER,
        signal: never,
      })) {
        seen.push(kind);
        passed += 6_000;
        if (kind === 'namespaces') {
          faulty.fleet.faults.set({
            side: 'kubernetes',
            cluster: CLUSTER,
            fault: elsewhere('ingresses'),
          });
        } else if (kind === 'ingresses') {
          faulty.fleet.faults.clear();
        }
      }
    };
    await expect(sweep()).rejects.toMatchObject({
      reason: { code: 'source.cluster-changed' },
    });
    expect(seen).not.toContain('events');
  });

  it('counts for nothing either where nobody can tell any more', async () => {
    const { signal: never } = new AbortController();
    const sweep = async () => {
      for await (const { kind } of faulty.source.sweep({
        cluster: CLUSTER,
        signal: never,
      })) {
        if (kind === 'events') {
          faulty.fleet.faults.set({
            side: 'kubernetes',
            resource: 'namespaces',
            fault: { kind: 'denied' },
          });
        }
      }
    };
    await expect(sweep()).rejects.toMatchObject({
      reason: { code: 'source.cluster-unconfirmed' },
    });
  });

  it('is no matter where namespaces are never shown: nothing is proven then', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'denied' },
      { on: { resource: 'namespaces' }, until: 'end' },
    );
    expect(readings.incomplete()).toEqual({ namespaces: 'denied' });
  });

  it('makes nothing of targets that are found there', async () => {
    const look = () =>
      faulty.source.findTargets({
        cluster: CLUSTER,
        targetIds: ['10.20.64.100'],
        signal,
      });
    const { clusterUid } = await look();
    expect(clusterUid).toEqual(expect.any(String));
    faulty.fleet.faults.set({
      side: 'kubernetes',
      cluster: CLUSTER,
      fault: elsewhere('pods'),
    });
    expect(await look()).toMatchObject({ coverage: 'failed', found: {} });
    // Asked wholly of the other one, it says so.
    const other = await look();
    expect(other.found).toEqual({ '10.20.64.100': expect.anything() });
    expect(other.clusterUid).not.toBe(clusterUid);
  });
});

describe('what others are narrowed by', () => {
  it('denied, denies them', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'denied' },
      { on: { resource: 'deployments' }, until: 'end' },
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
    const readings = await faulty.sweepWith(
      { kind: 'status', code: 500 },
      { on: { resource: 'validatingwebhookconfigurations' }, until: 'end' },
    );
    expect(readings.incomplete()).toEqual({
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
    const readings = await Readings.of(faulty.source, cluster);
    for (const reading of readings.all) {
      expect({ ...reading, reason: reading.reason?.code }).toMatchObject({
        coverage,
        items: [],
        reason: expect.stringMatching(/^source\./),
      });
      expect(reading.observedAt).toBeUndefined();
    }
    expect(readings.all[0].reason?.code).toBe(code);
  });

  it('that does not answer is not waited for kind by kind', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'hang' },
      { on: {}, until: 'end', source: faulty.create({ timeoutMs: 300 }) },
    );
    expect(new Set(Object.values(readings.coverage()))).toEqual(
      new Set(['failed']),
    );
    expect(faulty.fleet.calls.total('kubernetes')).toBe(3);
  });

  it('is read only where configuration wants it', async () => {
    const namesWith = async (clusters: JsonObject) => {
      const source = faulty.create({ config: { lbc: { clusters } } });
      const found = await source.listClusters({ signal });
      return found.map(({ name }) => name);
    };
    expect(await namesWith({ include: [CLUSTER, 'other'] })).toEqual([CLUSTER]);
    expect(await namesWith({ exclude: ['g', 'o', 'a'] })).toEqual([
      CLUSTER,
      'down',
      'badtoken',
    ]);
    expect(() =>
      faulty.create({ config: { lbc: { clusters: { include: CLUSTER } } } }),
    ).toThrow('lbc.clusters.include');
  });

  it("that needs a user's token says so", async () => {
    const clusters = await faulty.source.listClusters({ signal });
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
  faulty.fleet.faults.set({
    side: 'kubernetes',
    resource: 'ingresses',
    fault: { kind: 'hang' },
  });
  const abort = new AbortController();
  const kinds: string[] = [];
  const sweep = async () => {
    for await (const { kind } of faulty.source.sweep({
      cluster: CLUSTER,
      signal: abort.signal,
      onProgress: ({ current }) => {
        if (current === 'ingresses') {
          setTimeout(() => abort.abort(new Error('enough')), 100);
        }
      },
    })) {
      kinds.push(kind);
    }
  };
  await expect(sweep()).rejects.toThrow('enough');
  expect(kinds).toContain('ingressClasses');
  expect(kinds).not.toContain('ingresses');
});
