import { gunzipSync } from 'zlib';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import {
  continueOf,
  itemsOf,
  kube,
  listAll,
  namesOf,
} from '../__testUtils__/kube';
import { Fleet, FleetCluster } from '../fleet';
import { asObject, asObjects, at, parseJson } from '../json';
import { loadBundledWorld } from '../worlds';

const INGRESSES = '/apis/networking.k8s.io/v1/ingresses';
const PARTIAL = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io';

describe('KubernetesServer', () => {
  const fleets = new TestFleets();
  const clock = new TestClock();
  let fleet: Fleet;
  let cluster: FleetCluster;

  beforeEach(async () => {
    fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('gateway-alb') }],
      clock: clock.read,
    });
    [cluster] = fleet.clusters;
  });

  afterEach(() => fleets.stopAll());

  it('lists, with the time of the fleet in the Date header', async () => {
    const answer = await kube(cluster, '/api/v1/services');
    expect(answer.status).toBe(200);
    expect(answer.json.kind).toBe('ServiceList');
    expect(answer.headers.date).toBe(new Date(clock.now).toUTCString());
    expect(namesOf(answer)).toEqual([
      'default/kubernetes',
      'kube-system/aws-load-balancer-webhook-service',
      'shop/api',
      'shop/web',
    ]);
    expect(itemsOf(answer)[0].kind).toBeUndefined();
  });

  it('lists a namespace; one that does not exist is empty', async () => {
    const shop = await kube(cluster, '/api/v1/namespaces/shop/services');
    expect(namesOf(shop)).toEqual(['shop/api', 'shop/web']);
    const nowhere = await kube(cluster, '/api/v1/namespaces/nowhere/services');
    expect([nowhere.status, nowhere.json.items]).toEqual([200, []]);
  });

  it('gets one object, with its kind', async () => {
    const web = await kube(cluster, '/api/v1/namespaces/shop/services/web');
    expect(web.json).toMatchObject({
      kind: 'Service',
      apiVersion: 'v1',
      metadata: { name: 'web' },
    });
    const namespace = await kube(cluster, '/api/v1/namespaces/kube-system');
    expect(namespace.json.kind).toBe('Namespace');
  });

  it.each([
    [
      '/apis/networking.k8s.io/v1/namespaces/shop/ingresses/nope',
      'nope',
      'ingresses',
      'networking.k8s.io',
    ],
    ['/api/v1/namespaces/nope', 'nope', 'namespaces', undefined],
    ['/api/v1/namespaces/nowhere/pods/x', 'x', 'pods', undefined],
  ])('%s is not found', async (path, name, kind, group) => {
    const answer = await kube(cluster, path);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({
      kind: 'Status',
      reason: 'NotFound',
      code: 404,
      message: `${group ? `${kind}.${group}` : kind} "${name}" not found`,
    });
    expect(answer.json.details).toEqual({
      name,
      kind,
      ...(group && { group }),
    });
  });

  it.each([
    '/apis/nope.example.com/v1/things',
    '/apis/apps/v9/deployments',
    '/apis/nope.example.com',
    '/apis/apps/v9',
    '/nonsense',
  ])('%s does not exist: plain text', async path => {
    const answer = await kube(cluster, path);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body.toString()).toBe('404 page not found\n');
  });

  it.each([
    '/apis/apps/v1/nosuch',
    '/api/v1/namespaces/shop/nodes',
    '/api/v1/pods/web',
    '/api/v1/namespaces/shop/services/web/nosuch',
  ])('%s is a resource that a known group does not have', async path => {
    const answer = await kube(cluster, path);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({
      kind: 'Status',
      message: 'the server could not find the requested resource',
    });
  });

  it('does not know another cluster', async () => {
    const other = { ...cluster, url: `${fleet.kubernetesUrl}/clusters/nope` };
    expect((await kube(other, '/version')).status).toBe(404);
  });

  it('forbids what was not recorded, in the words of an API server', async () => {
    const secrets = await kube(cluster, '/api/v1/secrets');
    expect(secrets.status).toBe(403);
    expect(secrets.json).toMatchObject({
      kind: 'Status',
      reason: 'Forbidden',
      message:
        'secrets is forbidden: User "system:serviceaccount:backstage:backstage" cannot list resource "secrets" in API group "" at the cluster scope',
      details: { kind: 'secrets' },
    });
    const jobs = await kube(cluster, '/apis/batch/v1/namespaces/shop/jobs/x');
    expect(jobs.json).toMatchObject({
      message:
        'jobs.batch "x" is forbidden: User "system:serviceaccount:backstage:backstage" cannot get resource "jobs" in API group "batch" in the namespace "shop"',
      details: { name: 'x', group: 'batch', kind: 'jobs' },
    });
  });

  it('wants the token of the cluster', async () => {
    for (const token of [null, 'wrong']) {
      const answer = await kube(cluster, '/version', { token });
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({
        kind: 'Status',
        reason: 'Unauthorized',
      });
    }
  });

  it('is not trusted without its CA', async () => {
    await expect(
      kube({ ...cluster, caPem: '' }, '/version'),
    ).rejects.toMatchObject({ code: expect.stringMatching(/CERT|SIGN/) });
  });

  it('refuses to change anything, and remembers that it was asked to', async () => {
    const path = '/api/v1/namespaces/shop/services/web';
    for (const method of ['DELETE', 'PATCH', 'POST']) {
      const answer = await kube(cluster, path, { method });
      expect([answer.status, answer.json.reason]).toEqual([
        405,
        'MethodNotAllowed',
      ]);
    }
    expect(fleet.calls.mutations()).toEqual(
      ['DELETE', 'PATCH', 'POST'].map(method => ({
        api: 'kubernetes',
        what: `${method} ${path}`,
      })),
    );
    expect(fleet.calls.snapshot()['kubernetes DELETE services']).toBe(1);
  });

  describe('pages', () => {
    it.each([1, 2, 3, 100])(
      'of %d put together are the whole list',
      async limit => {
        const whole = await kube(cluster, '/api/v1/pods');
        const pages = await listAll(cluster, '/api/v1/pods', limit);
        expect(pages.flatMap(itemsOf)).toEqual(itemsOf(whole));
        expect(pages).toHaveLength(Math.ceil(itemsOf(whole).length / limit));
      },
    );

    it('say how many items remain, but not under a selector', async () => {
      const first = await kube(cluster, '/api/v1/pods?limit=2');
      expect(at(first.json.metadata, 'remainingItemCount')).toBe(4);
      const selected = await kube(
        cluster,
        '/api/v1/pods?limit=2&labelSelector=app',
      );
      expect(continueOf(selected)).not.toBe('');
      expect(at(selected.json.metadata, 'remainingItemCount')).toBeUndefined();
    });

    it('show the list as it was when it was begun, though the world goes on', async () => {
      const path = '/apis/gateway.networking.k8s.io/v1/gateways';
      const services = await kube(cluster, '/api/v1/services?limit=1');
      const token = encodeURIComponent(continueOf(services));
      fleet.step('gateway-alb', 3);
      expect(namesOf(await kube(cluster, path))).toEqual([]);
      const rest = await kube(cluster, `/api/v1/services?continue=${token}`);
      expect(rest.status).toBe(200);
      expect(at(rest.json.metadata, 'resourceVersion')).toBe(
        at(services.json.metadata, 'resourceVersion'),
      );
    });

    it('expire: 410 with a token to go on with, inconsistently', async () => {
      const path = '/api/v1/services';
      const first = await kube(cluster, `${path}?limit=1`);
      const token = encodeURIComponent(continueOf(first));
      clock.advance(5 * 60 * 1000 + 1);
      const expired = await kube(cluster, `${path}?limit=1&continue=${token}`);
      expect(expired.status).toBe(410);
      expect(expired.json).toMatchObject({ kind: 'Status', reason: 'Expired' });
      const offered = encodeURIComponent(continueOf(expired));
      fleet.step('gateway-alb', 2);
      const rest = await kube(cluster, `${path}?continue=${offered}`);
      expect(rest.status).toBe(200);
      expect(namesOf(rest)).toHaveLength(3);
      expect(at(rest.json.metadata, 'resourceVersion')).not.toBe(
        at(first.json.metadata, 'resourceVersion'),
      );
    });

    it.each(['garbage', 'eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ'])(
      'refuse %p as a token',
      async token => {
        const answer = await kube(cluster, `/api/v1/pods?continue=${token}`);
        expect([answer.status, answer.json.reason]).toEqual([
          400,
          'BadRequest',
        ]);
      },
    );

    it("refuse another list's token, a resourceVersion beside it and a wrong limit", async () => {
      const first = await kube(cluster, '/api/v1/pods?limit=1');
      const token = encodeURIComponent(continueOf(first));
      for (const path of [
        `/api/v1/services?continue=${token}`,
        `/api/v1/pods?continue=${token}&resourceVersion=7`,
        '/api/v1/pods?limit=many',
      ]) {
        expect((await kube(cluster, path)).status).toBe(400);
      }
    });
  });

  it('selects by labels and fields', async () => {
    const names = async (query: string) => namesOf(await kube(cluster, query));
    expect(
      await names('/api/v1/services?labelSelector=app%20in%20(api)'),
    ).toEqual(['shop/api']);
    expect(
      await names('/api/v1/services?fieldSelector=metadata.name%3Dweb'),
    ).toEqual(['shop/web']);
    const events = await kube(
      cluster,
      '/api/v1/events?fieldSelector=involvedObject.kind%3DGateway,type%3DWarning',
    );
    expect(itemsOf(events).map(event => event.reason)).toEqual([
      'FailedUpdateStatus',
    ]);
    for (const query of ['labelSelector=a%20b', 'fieldSelector=spec.x%3D1']) {
      const answer = await kube(cluster, `/api/v1/pods?${query}`);
      expect([answer.status, answer.json.reason]).toEqual([400, 'BadRequest']);
    }
  });

  it('shows metadata only, where that is asked for', async () => {
    const accept = `${PARTIAL};v=v1`;
    const answer = await kube(cluster, '/api/v1/namespaces', {
      headers: { accept },
    });
    expect(answer.json.kind).toBe('PartialObjectMetadataList');
    expect(Object.keys(itemsOf(answer)[0]).sort()).toEqual([
      'apiVersion',
      'kind',
      'metadata',
    ]);
    expect(itemsOf(answer)[0].kind).toBe('PartialObjectMetadata');
    const one = await kube(cluster, '/api/v1/namespaces/shop', {
      headers: { accept },
    });
    expect(one.json.kind).toBe('PartialObjectMetadata');
    const wrong = await kube(cluster, '/api/v1/namespaces', {
      headers: { accept: `${PARTIAL};v=1` },
    });
    expect([wrong.status, wrong.json.reason]).toEqual([406, 'NotAcceptable']);
  });

  it('compresses if it is asked to', async () => {
    const plain = await kube(cluster, '/api/v1/pods');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await kube(cluster, '/api/v1/pods', {
      headers: { 'accept-encoding': 'gzip, deflate' },
    });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(parseJson(gunzipSync(packed.body).toString())).toEqual(plain.json);
  });

  it('does not watch', async () => {
    const answer = await kube(cluster, '/api/v1/pods?watch=true');
    expect(answer.status).toBe(405);
    expect(fleet.calls.mutations()).toEqual([]);
  });

  it('tells its version, and that it is well', async () => {
    const version = await kube(cluster, '/version');
    expect(version.json).toMatchObject({
      gitVersion: 'v1.34.4',
      buildDate: '1970-01-01T00:00:00Z',
    });
    expect((await kube(cluster, '/readyz')).body.toString()).toBe('ok');
  });

  describe('discovery', () => {
    const aggregated = {
      accept:
        'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json',
    };

    it('says the same both ways', async () => {
      const whole = [
        ...itemsOf(await kube(cluster, '/api', { headers: aggregated })),
        ...itemsOf(await kube(cluster, '/apis', { headers: aggregated })),
      ];
      expect(whole.length).toBeGreaterThan(20);
      const groups = asObjects((await kube(cluster, '/apis')).json.groups);
      expect(groups.map(group => group.name).sort()).toEqual(
        whole
          .map(group => at(group, 'metadata', 'name'))
          .filter(name => name !== undefined)
          .sort(),
      );
      for (const group of whole) {
        const name = at(group, 'metadata', 'name');
        for (const { version, resources } of asObjects(group.versions)) {
          const path = name ? `/apis/${name}/${version}` : `/api/${version}`;
          const classic = await kube(cluster, path);
          const listed = asObjects(classic.json.resources)
            .map(resource => String(resource.name))
            .filter(resource => !resource.includes('/'));
          expect([path, listed.sort()]).toEqual([
            path,
            asObjects(resources)
              .map(resource => String(resource.resource))
              .sort(),
          ]);
        }
      }
    });

    it('follows the definitions of the step', async () => {
      const of = async (world: string, step: number) => {
        const upgrade = await fleets.start({
          worlds: [{ world: loadBundledWorld(world), step }],
        });
        const answer = await kube(upgrade.clusters[0], '/apis');
        return asObjects(answer.json.groups).find(
          group => group.name === 'gateway.k8s.aws',
        );
      };
      expect(await of('upgrade-v2-to-v3', 1)).toMatchObject({
        versions: [{ version: 'v1beta1' }],
      });
      expect(await of('upgrade-v2-to-v3', 2)).toMatchObject({
        versions: [{ version: 'v1' }, { version: 'v1beta1' }],
        preferredVersion: { groupVersion: 'gateway.k8s.aws/v1' },
      });
    });

    it('tells one group, and the core', async () => {
      const group = await kube(cluster, '/apis/apps');
      expect(group.json).toMatchObject({ kind: 'APIGroup', name: 'apps' });
      const core = await kube(cluster, '/api');
      expect(core.json).toMatchObject({
        kind: 'APIVersions',
        versions: ['v1'],
      });
      const wrong = await kube(cluster, '/apis', {
        headers: { accept: 'application/yaml' },
      });
      expect(wrong.status).toBe(406);
    });
  });

  it('counts what it was asked, by resource', async () => {
    await kube(cluster, '/version');
    await kube(cluster, '/apis');
    await kube(cluster, INGRESSES);
    await kube(cluster, INGRESSES, { token: null });
    expect(fleet.calls.snapshot()).toEqual({
      'kubernetes GET discovery': 1,
      'kubernetes GET ingresses': 2,
      'kubernetes GET version': 1,
    });
    expect(fleet.calls.total('kubernetes')).toBe(4);
    fleet.calls.reset();
    expect(fleet.calls.total()).toBe(0);
  });

  it('keeps a lease renewed that was, and maps one that was not', async () => {
    const renewTime = async () => {
      const leases = await kube(cluster, '/apis/coordination.k8s.io/v1/leases');
      const { spec } = itemsOf(leases)[0];
      return Date.parse(String(asObject(spec).renewTime));
    };
    for (const wait of [0, 700, 90_000, 86_400_000]) {
      clock.advance(wait);
      const age = clock.now - (await renewTime());
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThanOrEqual(2000);
    }
    fleet.step('gateway-alb');
    const last = await renewTime();
    clock.advance(60_000);
    expect(await renewTime()).toBe(last);
    expect(clock.now - last).toBeGreaterThan(60_000);
  });
});
