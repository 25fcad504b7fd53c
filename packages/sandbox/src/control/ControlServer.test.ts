import { request } from 'http';
import { TestFleets } from '../__testUtils__/fleets';
import { kube } from '../__testUtils__/kube';
import { demoFleet } from '../demo';
import { Fleet } from '../fleet';

describe('ControlServer', () => {
  const fleets = new TestFleets();
  let fleet: Fleet;

  beforeEach(async () => {
    fleet = await fleets.start({ worlds: demoFleet() });
  });

  afterEach(() => fleets.stopAll());

  async function api(path: string, method = 'GET', body?: unknown) {
    const response = await fetch(`${fleet.controlUrl}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, json: await response.json() };
  }

  async function page() {
    const response = await fetch(`${fleet.controlUrl}/`);
    expect(response.headers.get('content-type')).toContain('text/html');
    return response.text();
  }

  function form(path: string, fields: Record<string, string>) {
    return fetch(`${fleet.controlUrl}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  }

  it('tells where everything is', async () => {
    expect((await api('/fleet')).json).toEqual({
      kubernetes: fleet.kubernetesUrl,
      aws: fleet.aws.endpoint,
      worlds: ['ingress-alb', 'service-nlb', 'ingress-group'],
    });
  });

  it('tells the worlds with their steps', async () => {
    const { json } = await api('/worlds');
    expect(json.worlds[0]).toMatchObject({
      name: 'ingress-alb',
      clusters: ['prod-1'],
      accounts: [{ accountId: '123456789012', region: 'eu-west-1' }],
      step: '01-in-service',
    });
    expect(json.worlds[0].steps[1]).toEqual({
      name: '02-controller-gone',
      title: 'Controller gone',
      description: expect.stringContaining('Controller process stopped'),
    });
  });

  it('steps a world, by default to the next step', async () => {
    const path = '/worlds/ingress-alb/step';
    expect(await api(path, 'POST')).toEqual({
      status: 200,
      json: { world: 'ingress-alb', step: '02-controller-gone' },
    });
    expect((await api(path, 'POST', { step: 4 })).json.step).toBe(
      '04-finalizer-removed',
    );
    expect(fleet.currentStep('ingress-alb')).toBe('04-finalizer-removed');
    const last = await api(path, 'POST', {});
    expect(last.status).toBe(400);
    expect(last.json.error).toContain('is at its last step');
    expect((await api(path, 'POST', { step: [] })).status).toBe(400);
    expect((await api('/worlds/nope/step', 'POST')).status).toBe(404);
  });

  it('tells calls, and begins again at zero', async () => {
    await kube(fleet.clusters[0], '/version');
    await kube(fleet.clusters[0], '/api/v1/pods/x', { method: 'DELETE' });
    expect((await api('/calls')).json).toEqual({
      total: 2,
      calls: { 'kubernetes DELETE pods': 1, 'kubernetes GET version': 1 },
      mutations: [{ api: 'kubernetes', what: 'DELETE /api/v1/pods/x' }],
    });
    expect((await api('/calls/reset', 'POST')).json.total).toBe(0);
  });

  it('sets faults and clears them', async () => {
    const rule = {
      side: 'kubernetes',
      cluster: 'prod-1',
      fault: { kind: 'status', code: 500 },
    };
    expect(await api('/faults', 'POST', { id: 'mine', rule })).toEqual({
      status: 201,
      json: { id: 'mine' },
    });
    const bare = await api('/faults', 'POST', { ...rule, cluster: 'edge-1' });
    const [prod, edge] = fleet.clusters;
    expect((await kube(prod, '/version')).status).toBe(500);
    expect((await kube(edge, '/version')).status).toBe(500);
    const { json } = await api('/faults');
    expect(json.faults).toMatchObject([
      { id: 'mine', rule, hits: 1 },
      { hits: 1 },
    ]);
    expect(json.kinds).toContainEqual({
      kind: 'hang',
      title: expect.any(String),
      sides: ['kubernetes', 'aws'],
    });
    await api(`/faults/${bare.json.id}`, 'DELETE');
    expect((await kube(edge, '/version')).status).toBe(200);
    await api('/faults', 'DELETE');
    expect((await kube(prod, '/version')).status).toBe(200);
    expect((await api('/faults', 'POST', { side: 'moon' })).status).toBe(400);
    const wrongSide = { side: 'aws', fault: { kind: 'expire-continue' } };
    expect((await api('/faults', 'POST', wrongSide)).json.error).toContain(
      'does not exist for aws',
    );
  });

  it('does not take what is no JSON', async () => {
    const response = await fetch(`${fleet.controlUrl}/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
  });

  it('shows a page that says all of it', async () => {
    fleet.faults.set('<b>', { side: 'aws', fault: { kind: 'throttle' } });
    await kube(fleet.clusters[0], '/version');
    const html = await page();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Step 1 of 4: <strong>In service</strong>');
    expect(html).toContain(
      'Clusters: prod-1. account 123456789012, eu-west-1.',
    );
    expect(html).toContain(
      '<th scope="row">kubernetes GET version</th><td>1</td>',
    );
    expect(html).toContain('None would have changed anything.');
    expect(html).toContain('<th scope="row">&lt;b&gt;</th>');
    expect(html).not.toContain('<script');
    // Every field of a form has a label around it.
    const fields = html.match(/<(select|input(?! type="hidden"))/g) ?? [];
    const labels = html.match(/<label>[^<]*<(select|input)/g) ?? [];
    expect(labels).toHaveLength(fields.length);
  });

  it('does with forms what its page offers', async () => {
    const stepped = await form('/worlds/ingress-alb/step', {
      step: '03-deleted-no-controller',
    });
    expect([stepped.status, stepped.headers.get('location')]).toEqual([
      303,
      '/',
    ]);
    expect(fleet.currentStep('ingress-alb')).toBe('03-deleted-no-controller');
    await form('/faults', {
      side: 'kubernetes',
      kind: 'slow',
      values: '{"ms": 1}',
      what: 'pods',
      where: 'prod-1',
      times: '2',
      page: '',
    });
    expect(fleet.faults.list()).toMatchObject([
      {
        rule: {
          side: 'kubernetes',
          resource: 'pods',
          cluster: 'prod-1',
          times: 2,
          fault: { kind: 'slow', ms: 1 },
        },
      },
    ]);
    await form('/faults/clear', { id: fleet.faults.list()[0].id });
    expect(fleet.faults.list()).toEqual([]);
    await kube(fleet.clusters[0], '/version');
    await form('/calls/reset', {});
    expect(fleet.calls.total()).toBe(0);
    const wrong = await form('/faults', { side: 'aws', kind: 'slow' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('role="alert"');
  });

  it('takes nothing from other pages', async () => {
    const foreign = await fetch(`${fleet.controlUrl}/api/calls/reset`, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
    });
    expect(foreign.status).toBe(403);
    const { port } = new URL(fleet.controlUrl);
    const rebound = await new Promise(resolve => {
      request(
        { host: '127.0.0.1', port, headers: { host: 'evil.example.com' } },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(rebound).toBe(403);
  });
});
