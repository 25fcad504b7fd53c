import { mockCredentials } from '@backstage/backend-test-utils';
import {
  controllersResponseSchema,
  coverageResponseSchema,
  refreshStatusSchema,
  subjectDetailSchema,
  transitionsResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, controller, fakeSubject } from '../__testUtils__/subjects';

let started: Awaited<ReturnType<typeof startApi>>;

function coverage(kind: string, state: CoverageItem['coverage']): CoverageItem {
  return {
    source: 'kubernetes',
    target: 'cluster:prod-1',
    kind,
    coverage: state,
    observedAt: AT,
    attemptedAt: AT,
    items: 1,
  };
}

beforeEach(async () => {
  started = await startApi({
    entities: [component('checkout'), component('nothing')],
    fill: ({ readStore }) => {
      readStore.subjects = [fakeSubject({ id: 'web' })];
      readStore.controllers = [controller, { ...controller, cluster: 'x' }];
      readStore.coverage = [
        coverage('ingresses', 'complete'),
        coverage('gateways', 'denied'),
        coverage('services', 'failed'),
      ];
    },
  });
});

afterEach(() => started.stop());

function get(path: string) {
  return request(started.server).get(`/api/lbc${path}`);
}

describe('GET /subjects/:id', () => {
  it('tells everything of one subject', async () => {
    const { body } = await get('/subjects/web').expect(200);
    expect(subjectDetailSchema.parse(body)).toMatchObject({
      id: 'web',
      controllers: [{ cluster: 'prod-1' }],
      transitions: [{ id: 'web-1' }],
      coverage: [{ kind: 'gateways' }, { kind: 'services' }],
    });
    await get('/subjects/nope').expect(404);
  });
});

describe('GET /subjects/:id/transitions', () => {
  it('gives the history', async () => {
    const { body } = await get('/subjects/web/transitions?limit=1').expect(200);
    expect(transitionsResponseSchema.parse(body)).toMatchObject({
      items: [{ id: 'web-1', to: 'in-service' }],
      observedAt: AT,
    });
    await get('/subjects/web/transitions?limit=x').expect(400);
  });
});

describe('GET /controllers', () => {
  it('lists the fleet’s, or some clusters’', async () => {
    const all = await get('/controllers').expect(200);
    expect(controllersResponseSchema.parse(all.body).items).toHaveLength(2);
    const some = await get('/controllers?cluster=prod-1').expect(200);
    expect(controllersResponseSchema.parse(some.body)).toMatchObject({
      items: [{ cluster: 'prod-1' }],
      observedAt: AT,
      coverage: [{ kind: 'gateways' }, { kind: 'services' }],
    });
  });
});

describe('GET /coverage', () => {
  it('pages through every kind, with queue and suggestions', async () => {
    const first = coverageResponseSchema.parse(
      (await get('/coverage?limit=2').expect(200)).body,
    );
    expect(first).toMatchObject({
      items: [{ kind: 'ingresses' }, { kind: 'gateways' }],
      queue: { due: 3, running: 1 },
      suggestedScopes: [{ accountId: '999999999999' }],
      observedAt: AT,
    });
    const second = await get(`/coverage?limit=2&cursor=${first.nextCursor}`);
    expect(coverageResponseSchema.parse(second.body)).toMatchObject({
      items: [{ kind: 'services' }],
    });
    const incomplete = await get('/coverage?incomplete=true');
    expect(incomplete.body.items).toHaveLength(2);
    await get('/coverage?cursor=junk').expect(400);
    await get('/coverage?incomplete=maybe').expect(400);
  });
});

describe('refresh', () => {
  const path = '/entities/by-name/component/default/checkout/refresh';
  const post = () => request(started.server).post(`/api/lbc${path}`);
  const targets = ['cluster:prod-1', 'scope:123456789012/eu-west-1'];

  it('moves the sweeps of what the entity touches forward, once a minute', async () => {
    const { engine, clock } = started;
    expect((await get(path).expect(200)).body).toEqual({
      state: 'idle',
      targets: [],
    });

    const first = await post().expect(202);
    expect(refreshStatusSchema.parse(first.body)).toEqual({
      state: 'queued',
      requestedAt: AT,
      nextAllowedAt: '2026-11-24T12:01:00.000Z',
      targets: targets.map(target => ({ target, state: 'queued' })),
    });
    expect(engine.expedited).toEqual([targets]);

    engine.sweepState = 'running';
    clock.now += 30_000;
    const again = await post().expect(200);
    expect(again.body).toMatchObject({ state: 'running', requestedAt: AT });
    expect(engine.expedited).toHaveLength(1);

    engine.sweepState = 'done';
    expect((await get(path)).body).toMatchObject({ state: 'done' });

    clock.now += 31_000;
    expect((await get(path)).body.nextAllowedAt).toBeUndefined();
    await post().expect(202);
    expect(engine.expedited).toHaveLength(2);
  });

  it('looks everywhere where nothing is known yet', async () => {
    await request(started.server)
      .post('/api/lbc/entities/by-name/component/default/nothing/refresh')
      .expect(202);
    expect(started.engine.expedited).toEqual([targets]);
  });

  it('does nothing for an entity that is not there', async () => {
    await request(started.server)
      .post('/api/lbc/entities/by-name/component/default/nope/refresh')
      .expect(404);
    expect(started.engine.bookings.size).toBe(0);
  });
});

describe('GET /health', () => {
  it('is open to all', async () => {
    const { body } = await get('/health')
      .set('authorization', mockCredentials.none.header())
      .expect(200);
    expect(body).toEqual({ status: 'ok' });
  });
});

it('passes services', async () => {
  const { status } = await get('/controllers').set(
    'authorization',
    mockCredentials.service.header(),
  );
  expect(status).toBe(200);
});
