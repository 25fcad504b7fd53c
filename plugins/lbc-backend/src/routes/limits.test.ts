import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { controller, fakeSubject } from '../__testUtils__/subjects';

type Started = Awaited<ReturnType<typeof startApi>>;
let started: Started;

beforeAll(async () => {
  started = await startApi({
    entities: [component('checkout')],
    fill: ({ readStore }) => {
      readStore.subjects = Array.from({ length: 150 }, (_, index) =>
        fakeSubject({ id: `web-${index}` }),
      );
      readStore.controllers = [controller];
    },
  });
});

afterAll(() => started.stop());

const ENTITY = '/api/lbc/entities/by-name/component/default/checkout';

describe('a page', () => {
  it.each([
    `${ENTITY}/load-balancers`,
    '/api/lbc/coverage',
    '/api/lbc/controllers',
    '/api/lbc/subjects/web-1/transitions',
    '/api/lbc/subjects/web-1/timeline',
  ])('of %s is never longer than it may be', async path => {
    for (const limit of ['0', '-1', '101', '1e9', 'NaN', '1.5', 'all']) {
      const { status } = await request(started.server).get(
        `${path}?limit=${limit}`,
      );
      expect([limit, status]).toEqual([limit, 400]);
    }
    const { body } = await request(started.server)
      .get(`${path}?limit=100`)
      .expect(200);
    expect(body.items.length).toBeLessThanOrEqual(100);
  });

  it('has a length also where nobody asks for one', async () => {
    const { body } = await request(started.server)
      .get(`${ENTITY}/load-balancers`)
      .expect(200);
    expect(body.items).toHaveLength(50);
  });
});

describe('a body', () => {
  it.each([
    ['/api/lbc/baselines', 200],
    ['/api/lbc/controllers/prod-1/attestations', 20],
  ])('of %s is read up to a limit', async (path, kilobytes) => {
    const { status } = await request(started.server)
      .post(path)
      .send({ name: 'x'.repeat(kilobytes * 1024) });
    expect(status).toBe(413);
  });

  it('is not inflated beyond it', async () => {
    const { status } = await request(started.server)
      .post('/api/lbc/baselines')
      .set('content-type', 'application/json')
      .set('content-encoding', 'gzip')
      .serialize(body => body)
      .send(bomb());
    expect(status).toBe(413);
  });

  it.each([
    ['a list', []],
    ['nothing', undefined],
    ['a name of many characters', { cluster: 'prod-1', name: 'x'.repeat(201) }],
    [
      'more stacks than a baseline has',
      {
        cluster: 'prod-1',
        name: 'x',
        subjects: Array.from({ length: 1_001 }, (_, index) => `s${index}`),
      },
    ],
    ['what it does not know', { cluster: 'prod-1', name: 'x', admin: true }],
    ['a prototype', JSON.parse('{"__proto__":{"admin":true},"name":"x"}')],
  ])('that is %s is refused', async (_, body) => {
    const { status } = await request(started.server)
      .post('/api/lbc/baselines')
      .send(body);
    expect(status).toBe(400);
  });
});

function bomb(): Buffer {
  const zip = gzipSync(`{"name":"${'x'.repeat(20 * 1024 * 1024)}"}`);
  expect(zip.length).toBeLessThan(100_000);
  return zip;
}
