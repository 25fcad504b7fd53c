import { KUBERNETES_KINDS } from '@lbc-backstage/plugin-lbc-common';
import { Fleet, loadBundledWorld } from 'lbc-sandbox';
import { Portal, startPortal } from '../__testUtils__/portal';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { Readings, namesOf } from '../__testUtils__/readings';
import { ProxyKubernetesSource } from './ProxyKubernetesSource';

let fleet: Fleet;
let portal: Portal;
let source: ProxyKubernetesSource;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      { world: loadBundledWorld('ingress-alb'), clusterName: 'prod-1' },
      { world: loadBundledWorld('gateway-alb'), clusterName: 'gate-1' },
    ],
  });
  portal = await startPortal({ config: fleet.backstageConfig() });
  source = ProxyKubernetesSource.create({ ...portal, clock: Date });
}, 120_000);

afterAll(async () => {
  expectOnlyReads(fleet);
  await portal?.stop();
  await fleet?.stop();
}, 60_000);

describe('a sweep of a cluster', () => {
  it('reads every kind once, and knows all of it', async () => {
    const progress: unknown[] = [];
    const kinds: string[] = [];
    fleet.calls.reset();
    for await (const reading of source.sweep({
      cluster: 'prod-1',
      signal: new AbortController().signal,
      onProgress: each => progress.push(each),
    })) {
      kinds.push(reading.kind);
    }
    expect([...kinds].sort()).toEqual(
      [...Object.keys(KUBERNETES_KINDS), 'version'].sort(),
    );
    const total = kinds.length;
    expect(progress[0]).toEqual({
      kindsDone: 0,
      kindsTotal: total,
      current: 'version',
    });
    expect(progress.at(-1)).toEqual({ kindsDone: total, kindsTotal: total });
    expect(fleet.calls.total('kubernetes')).toBeLessThan(50);
  }, 60_000);

  it('keeps what the domain needs, and nothing else', async () => {
    const readings = await Readings.of(source, 'prod-1');
    // The lock is a Lease, so nobody asks for ConfigMaps, which are denied here.
    expect(readings.incomplete()).toEqual({});
    expect(readings.get('gateways').coverage).toBe('absent');

    const [version] = readings.all;
    expect(version).toMatchObject({
      kind: 'version',
      items: [{ gitVersion: 'v1.34.4' }],
    });

    const [ingress] = readings.get('ingresses').items;
    expect(ingress.metadata).toMatchObject({
      namespace: 'shop',
      name: 'web',
      finalizers: ['ingress.k8s.aws/resources'],
      specChangedAt: expect.any(String),
    });
    expect(ingress.metadata).not.toHaveProperty('managedFields');
    expect(ingress.metadata).not.toHaveProperty('resourceVersion');
    expect(ingress.spec?.ingressClassName).toBe('alb');
    expect(ingress.spec?.rules?.[0].http?.paths?.[1].backend).toEqual({
      service: { name: 'web', port: { number: 80 } },
    });
    expect(ingress.status?.loadBalancer?.ingress?.[0].hostname).toMatch(
      /^k8s-shop-web-.*\.elb\.amazonaws\.com$/,
    );

    const [binding] = readings.get('targetGroupBindings').items;
    expect(binding.spec?.targetGroupARN).toMatch(/^arn:aws:elastic/);

    const params = readings
      .get('customResourceDefinitions')
      .items.find(({ metadata }) =>
        metadata.name.startsWith('ingressclassparams'),
      );
    expect(params?.spec?.versions?.[0].fields).toEqual(
      expect.arrayContaining([
        'spec.group.name',
        'spec.subnets.tags{}',
        'spec.tags[].key',
      ]),
    );
  }, 60_000);

  it('says what time it was, on both clocks', async () => {
    const before = Date.now();
    const readings = await Readings.of(source, 'prod-1');
    for (const reading of [
      readings.get('services'),
      readings.get('leases'),
      readings.get('gateways'),
    ]) {
      expect(Date.parse(reading.attemptedAt)).toBeGreaterThanOrEqual(before);
      expect(reading.observedAt).toBe(reading.attemptedAt);
    }
    const { serverTime } = readings.get('leases');
    expect(Date.parse(serverTime ?? '')).toBeGreaterThan(before - 2000);
  }, 60_000);

  it('looks closely only at what belongs to the controller', async () => {
    const readings = await Readings.of(source, 'prod-1');

    const deployments = readings.get('deployments').items;
    const controller = deployments.find(
      ({ metadata }) => metadata.name === 'aws-load-balancer-controller',
    );
    expect(controller?.spec?.template?.spec?.containers?.[0].args).toContain(
      '--cluster-name=prod-1',
    );
    const others = deployments.filter(each => each !== controller);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      expect(other.spec?.template?.spec?.containers).toEqual([]);
      expect(other.metadata.annotations).toBeUndefined();
    }

    expect(namesOf(readings.get('pods'))).toHaveLength(2);
    for (const name of namesOf(readings.get('pods'))) {
      expect(name).toMatch(/^kube-system\/aws-load-balancer-controller-/);
    }
    expect(namesOf(readings.get('replicaSets'))).toHaveLength(1);
    expect(namesOf(readings.get('serviceAccounts'))).toEqual([
      'kube-system/aws-load-balancer-controller',
    ]);
    const [lease] = readings.get('leases').items;
    expect(lease.metadata.name).toBe('aws-load-balancer-controller-leader');
    expect(lease.spec?.holderIdentity).toMatch(/^aws-load-balancer-controller/);

    const [slice, ...more] = readings.get('endpointSlices').items;
    expect(more).toEqual([]);
    expect(slice.metadata.name).toMatch(/^aws-load-balancer-webhook-service-/);
    expect(slice.endpoints?.[0].conditions?.ready).toBe(true);

    const [webhook] = readings.get('mutatingWebhookConfigurations').items;
    expect(webhook.webhooks?.[0].clientConfig?.caBundleHash).toMatch(
      /^[0-9a-f]{64}$/,
    );
    expect(webhook.webhooks?.[0].clientConfig?.caExpiresAt).toMatch(
      /^20\d\d-\d\d-\d\dT/,
    );
    expect(JSON.stringify(webhook)).not.toContain('LS0tLS1CRUdJTi');

    expect(readings.get('clusterRoles').items[0].rules?.length).toBeGreaterThan(
      5,
    );
    expect(readings.get('roles').items[0].rules?.length).toBeGreaterThan(1);

    const kinds = new Set(
      readings.get('events').items.map(event => event.involvedObject.kind),
    );
    expect([...kinds]).toContain('Ingress');
    expect([...kinds]).not.toContain('Pod');
  }, 60_000);

  it('reads a cluster with the Gateway API', async () => {
    const readings = await Readings.of(source, 'gate-1');
    const [gateway] = readings.get('gateways').items;
    expect(gateway.spec?.gatewayClassName).toBeTruthy();
    const [route] = readings.get('httpRoutes').items;
    expect(route.spec?.parentRefs?.[0].name).toBe(gateway.metadata.name);
    expect(route.spec?.rules?.[0].backendRefs?.[0].name).toBeTruthy();
    expect(readings.get('gatewayClasses').items[0].spec?.controllerName).toBe(
      'gateway.k8s.aws/alb',
    );
  }, 60_000);

  it('finds the lock that a controller left behind', async () => {
    fleet.step('ingress-alb', 'controller-gone');
    const readings = await Readings.of(source, 'prod-1');
    expect(readings.get('leases').items).toHaveLength(1);
    expect(readings.get('pods')).toMatchObject({
      coverage: 'complete',
      items: [],
    });
  }, 60_000);
});

describe('the clusters of a portal', () => {
  it('are those of the kubernetes plugin', async () => {
    const { signal } = new AbortController();
    await expect(source.listClusters({ signal })).resolves.toEqual([
      { name: 'prod-1', authProvider: 'serviceAccount' },
      { name: 'gate-1', authProvider: 'serviceAccount' },
    ]);
  });

  it('throws where nobody answers', async () => {
    const lonely = ProxyKubernetesSource.create({
      ...portal,
      clock: Date,
      discovery: {
        getBaseUrl: async () => 'http://127.0.0.1:9/api/kubernetes',
        getExternalBaseUrl: async () => 'http://127.0.0.1:9/api/kubernetes',
      },
    });
    await expect(
      lonely.listClusters({ signal: new AbortController().signal }),
    ).rejects.toThrow();
  });
});

describe('targets', () => {
  const { signal } = new AbortController();

  it('are found as Pods and Nodes, and nothing is made of the rest', async () => {
    const { found, coverage } = await source.findTargets({
      cluster: 'gate-1',
      targetIds: [
        '10.20.64.100',
        '10.20.64.21',
        '10.9.9.9',
        '::1',
        'i-0050ec31366b32b3c',
        'i-0123456789abcdef0',
        'arn:aws:lambda:eu-west-1:123456789012:function:f',
        '__proto__',
      ],
      signal,
    });
    expect(coverage).toBe('complete');
    expect(found['10.20.64.100']).toEqual({
      kind: 'Pod',
      namespace: 'kube-system',
      name: expect.stringMatching(/^aws-load-balancer-controller-/),
    });
    expect(Object.keys(found)).not.toContain('10.9.9.9');
    expect(Object.keys(found)).not.toContain('i-0123456789abcdef0');
    const nodes = Object.values(found).filter(({ kind }) => kind === 'Node');
    expect(nodes.length).toBeGreaterThan(0);
  }, 60_000);

  it('are at most a hundred, and may be denied', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `10.99.0.${n}`);
    fleet.calls.reset();
    await expect(
      source.findTargets({ cluster: 'gate-1', targetIds: many, signal }),
    ).resolves.toMatchObject({ coverage: 'partial', found: {} });
    expect(fleet.calls.snapshot()['kubernetes GET pods']).toBe(100);
    fleet.faults.set({
      side: 'kubernetes',
      cluster: 'gate-1',
      fault: { kind: 'denied' },
    });
    await expect(
      source.findTargets({ cluster: 'gate-1', targetIds: many, signal }),
    ).resolves.toMatchObject({ coverage: 'denied', found: {} });
    fleet.faults.clear();
  }, 60_000);
});
