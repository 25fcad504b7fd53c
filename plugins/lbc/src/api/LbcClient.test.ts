import { LbcClient } from './LbcClient';

const entityRef = {
  kind: 'Component',
  namespace: 'default',
  name: 'Check Out',
};

function setUp(response: { ok: boolean; status?: number; body: unknown }) {
  const fetch = jest.fn(async (..._args: unknown[]) => {
    const { ok, status = 200, body } = response;
    return {
      ok,
      status,
      statusText: 'x',
      url: 'http://localhost',
      headers: new Headers({ 'content-type': 'application/json' }),
      json: async () => body,
      text: async () => JSON.stringify(body),
    } as unknown as Response;
  });
  const client = new LbcClient({
    discoveryApi: { getBaseUrl: async id => `http://localhost/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('LbcClient', () => {
  it('asks for the load balancers of an entity, escaped and abortable', async () => {
    const { client, fetch } = setUp({ ok: true, body: { items: [] } });
    const { signal } = new AbortController();
    await expect(
      client.getEntityLoadBalancers({ entityRef, cursor: 'a b', signal }),
    ).resolves.toEqual({ items: [] });
    expect(fetch).toHaveBeenCalledWith(
      'http://localhost/api/lbc/entities/by-name/component/default/check%20out/load-balancers?cursor=a+b',
      { method: 'GET', signal },
    );
  });

  it('asks for a subject and its history by id', async () => {
    const { client, fetch } = setUp({ ok: true, body: {} });
    await client.getSubject({ id: 'a/b' });
    await client.getTransitions({ id: 'a/b', limit: 10 });
    await client.getTimeline({ id: 'a/b', cursor: 'c' });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'http://localhost/api/lbc/subjects/a%2Fb',
      'http://localhost/api/lbc/subjects/a%2Fb/transitions?limit=10',
      'http://localhost/api/lbc/subjects/a%2Fb/timeline?cursor=c',
    ]);
  });

  it('asks whether controllers fit, of an entity and of a cluster', async () => {
    const { client, fetch } = setUp({ ok: true, body: {} });
    await client.getEntityCompatibility({ entityRef });
    await client.getClusterCompatibility({ cluster: 'prod/1' });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'http://localhost/api/lbc/entities/by-name/component/default/check%20out/compatibility',
      'http://localhost/api/lbc/controllers/prod%2F1/compatibility',
    ]);
  });

  it('asks what would happen, and how to clean up', async () => {
    const { client, fetch } = setUp({ ok: true, body: {} });
    await client.getWhatIf({ id: 'a/b', scenario: 'owner-goes' });
    await client.getCleanUp({ id: 'a/b' });
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'http://localhost/api/lbc/subjects/a%2Fb/what-if?scenario=owner-goes',
      'http://localhost/api/lbc/subjects/a%2Fb/clean-up',
    ]);
  });

  it('posts a refresh and reads how far it is', async () => {
    const { client, fetch } = setUp({ ok: true, body: {} });
    await client.requestRefresh({ entityRef });
    await client.getRefresh({ entityRef });
    const url =
      'http://localhost/api/lbc/entities/by-name/component/default/check%20out/refresh';
    expect(fetch.mock.calls).toEqual([
      [url, { method: 'POST', signal: undefined }],
      [url, { method: 'GET', signal: undefined }],
    ]);
  });

  it('asks to read one stack and reads how far that is', async () => {
    const { client, fetch } = setUp({ ok: true, body: { state: 'queued' } });
    await client.requestDetail({ id: 'a/b' });
    await client.getDetail({ id: 'a/b' });
    const url = 'http://localhost/api/lbc/subjects/a%2Fb/detail';
    expect(fetch.mock.calls).toEqual([
      [url, { method: 'POST', signal: undefined }],
      [url, { method: 'GET', signal: undefined }],
    ]);
  });

  it('asks for the readiness for a target, or for the proposed one', async () => {
    const { client, fetch } = setUp({ ok: true, body: {} });
    await client.getEntityReadiness({ entityRef });
    await client.getEntityReadiness({
      entityRef,
      target: { kind: 'controller', version: 'v3.5.0' },
    });
    await client.getEntityReadiness({
      entityRef,
      target: { kind: 'kubernetes', version: '1.35' },
    });
    const url =
      'http://localhost/api/lbc/entities/by-name/component/default/check%20out/readiness';
    expect(fetch.mock.calls.map(([asked]) => asked)).toEqual([
      url,
      `${url}?target=v3.5.0`,
      `${url}?kubernetes=1.35`,
    ]);
  });

  it('takes a baseline, lists them, and compares', async () => {
    const { client, fetch } = setUp({ ok: true, body: { id: 'b' } });
    await client.getBaselines({ cluster: 'a/b' });
    await client.takeBaseline({ cluster: 'a/b', name: 'before' });
    await client.requestComparison({ id: 'x/y' });
    await client.getComparison({ id: 'x/y' });
    await expect(client.getComparisonReport({ id: 'x/y' })).resolves.toBe(
      '{"id":"b"}',
    );
    expect(fetch.mock.calls).toEqual([
      [
        'http://localhost/api/lbc/baselines?cluster=a%2Fb',
        { method: 'GET', signal: undefined },
      ],
      [
        'http://localhost/api/lbc/baselines',
        {
          method: 'POST',
          signal: undefined,
          headers: { 'content-type': 'application/json' },
          body: '{"cluster":"a/b","name":"before"}',
        },
      ],
      [
        'http://localhost/api/lbc/baselines/x%2Fy/comparisons',
        { method: 'POST', signal: undefined },
      ],
      [
        'http://localhost/api/lbc/baselines/x%2Fy/comparison',
        { method: 'GET', signal: undefined },
      ],
      [
        'http://localhost/api/lbc/baselines/x%2Fy/comparison?format=html',
        { method: 'GET', signal: undefined },
      ],
    ]);
  });

  it('throws what the backend said', async () => {
    const { client } = setUp({
      ok: false,
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'No.' },
        request: { method: 'GET', url: '/x' },
        response: { statusCode: 403 },
      },
    });
    await expect(client.getSubject({ id: 'a' })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'No.' },
    });
  });
});
