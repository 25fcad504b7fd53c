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
import { asString, at } from '../json';
import { loadBundledWorld } from '../worlds';
import { FaultSpec } from './kinds';

const PODS = '/api/v1/pods';

describe('faults of Kubernetes, over the wire', () => {
  const fleets = new TestFleets();
  const clock = new TestClock();
  let fleet: Fleet;
  let cluster: FleetCluster;

  beforeEach(async () => {
    fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('ingress-alb') }],
      clock: clock.read,
    });
    [cluster] = fleet.clusters;
  });

  afterEach(() => fleets.stopAll());

  function set(fault: FaultSpec, rule: { page?: number; times?: number } = {}) {
    return fleet.faults.set({
      side: 'kubernetes',
      resource: 'pods',
      ...rule,
      fault,
    });
  }

  it.each<[FaultSpec, number, string]>([
    [{ kind: 'status', code: 500 }, 500, 'InternalError'],
    [{ kind: 'denied' }, 403, 'Forbidden'],
    [{ kind: 'throttle' }, 429, 'TooManyRequests'],
    [{ kind: 'retry-after', seconds: 7 }, 429, 'TooManyRequests'],
    [{ kind: 'expired-credentials' }, 401, 'Unauthorized'],
  ])('%j answers %d %s', async (fault, status, reason) => {
    set(fault);
    const answer = await kube(cluster, PODS);
    expect([answer.status, answer.json.reason]).toEqual([status, reason]);
    const other = await kube(cluster, '/api/v1/services');
    expect(other.status).toBe(200);
  });

  it('names what it denies', async () => {
    set({ kind: 'denied' });
    fleet.faults.set({
      side: 'kubernetes',
      resource: 'version',
      fault: { kind: 'denied' },
    });
    const pods = await kube(cluster, PODS);
    expect(pods.json.message).toContain('cannot list resource "pods"');
    const version = await kube(cluster, '/version');
    expect(version.json.message).toContain('cannot get path "/version"');
  });

  it('answers a body of your own', async () => {
    set({ kind: 'status', code: 502, body: '<html>Bad gateway</html>' });
    const answer = await kube(cluster, PODS);
    expect([answer.status, answer.body.toString()]).toEqual([
      502,
      '<html>Bad gateway</html>',
    ]);
  });

  it('tells when to come back', async () => {
    set({ kind: 'retry-after', seconds: 7, code: 503 });
    const answer = await kube(cluster, PODS);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '7']);
  });

  it('is slow, and then answers', async () => {
    set({ kind: 'slow', ms: 30 });
    const started = performance.now();
    expect((await kube(cluster, PODS)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it('hangs until the client gives up', async () => {
    set({ kind: 'hang' });
    const abort = new AbortController();
    const asked = kube(cluster, PODS, { signal: abort.signal });
    const other = await kube(cluster, '/version');
    expect(other.status).toBe(200);
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not keep a fleet from stopping while it hangs', async () => {
    set({ kind: 'hang' });
    const asked = kube(cluster, PODS).catch(error => error.code);
    // The server has the request once it has counted it.
    while (fleet.calls.total() === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await fleet.stop();
    expect(await asked).toBe('ECONNRESET');
  });

  it('resets the connection', async () => {
    set({ kind: 'reset' });
    await expect(kube(cluster, PODS)).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('sends half a body', async () => {
    set({ kind: 'half-body' });
    await expect(kube(cluster, PODS)).rejects.toThrow('aborted');
  });

  it('sends what is no JSON, and no gzip', async () => {
    const id = set({ kind: 'wrong-json' });
    const wrong = await kube(cluster, PODS);
    expect(wrong.status).toBe(200);
    expect(wrong.headers['content-type']).toBe('application/json');
    expect(() => JSON.parse(wrong.body.toString())).toThrow();
    fleet.faults.clear(id);
    set({ kind: 'garbage-gzip' });
    const garbage = await kube(cluster, PODS);
    expect(garbage.headers['content-encoding']).toBe('gzip');
    expect(() => gunzipSync(garbage.body)).toThrow();
  });

  it('puts another type into a field', async () => {
    set({ kind: 'wrong-type', path: 'spec.containers', value: 'none' });
    const items = itemsOf(await kube(cluster, PODS));
    expect(items.map(item => at(item, 'spec', 'containers'))).toEqual(
      items.map(() => 'none'),
    );
    const { namespace, name } = items[0].metadata as Record<string, string>;
    const one = await kube(
      cluster,
      `/api/v1/namespaces/${namespace}/pods/${name}`,
    );
    expect(at(one.json, 'spec', 'containers')).toBe('none');
  });

  it('makes an object huge', async () => {
    const before = (await kube(cluster, PODS)).body.length;
    set({ kind: 'huge-object', bytes: 3_000_000 });
    const after = (await kube(cluster, PODS)).body.length;
    expect(after - before).toBeGreaterThan(3_000_000);
  });

  it('shows another time', async () => {
    set({ kind: 'clock-skew', ms: -3_600_000 });
    const { headers } = await kube(cluster, PODS);
    expect(headers.date).toBe(new Date(clock.now - 3_600_000).toUTCString());
  });

  it('expires a continue token, and offers one to go on with', async () => {
    set({ kind: 'expire-continue' }, { times: 2 });
    const first = await kube(cluster, `${PODS}?limit=2`);
    expect(first.status).toBe(200);
    const token = encodeURIComponent(continueOf(first));
    const second = await kube(cluster, `${PODS}?limit=2&continue=${token}`);
    expect([second.status, second.json.reason]).toEqual([410, 'Expired']);
    const offered = encodeURIComponent(continueOf(second));
    const rest = await kube(cluster, `${PODS}?continue=${offered}`);
    expect(namesOf(rest)).toHaveLength(4);
  });

  it('goes round in circles', async () => {
    set({ kind: 'continue-loop' });
    let token = '';
    const seen: string[][] = [];
    for (let page = 0; page < 5; page++) {
      const next = token ? `&continue=${encodeURIComponent(token)}` : '';
      const answer = await kube(cluster, `${PODS}?limit=2${next}`);
      token = continueOf(answer);
      expect(token).not.toBe('');
      seen.push(namesOf(answer));
    }
    expect(new Set(seen.map(String)).size).toBe(1);
  });

  it('hands a page out twice', async () => {
    set({ kind: 'repeat-page' }, { page: 2 });
    const pages = (await listAll(cluster, PODS, 2)).map(namesOf);
    expect(pages).toHaveLength(3);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).not.toEqual(pages[0]);
  });

  it('has an empty page in the middle of a whole list', async () => {
    const whole = namesOf(await kube(cluster, PODS));
    set({ kind: 'empty-page-in-middle' }, { page: 2 });
    const pages = (await listAll(cluster, PODS, 2)).map(namesOf);
    expect(pages.map(page => page.length)).toEqual([2, 0, 2, 2]);
    expect(pages.flat()).toEqual(whole);
  });

  it('hides namespaces with all that is in them', async () => {
    fleet.faults.set({
      side: 'kubernetes',
      fault: { kind: 'filtered-namespaces', namespaces: ['kube-system'] },
    });
    const namespaces = await kube(cluster, '/api/v1/namespaces');
    expect(namespaces.status).toBe(200);
    expect(namesOf(namespaces)).not.toContain('kube-system');
    const pods = namesOf(await kube(cluster, PODS));
    expect(pods.map(name => asString(name).split('/')[0])).toEqual(
      pods.map(() => 'shop'),
    );
    expect(pods).toHaveLength(4);
  });
});
