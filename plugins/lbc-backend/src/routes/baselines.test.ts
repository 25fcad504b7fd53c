import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  lbcBaselineCreatePermission,
  lbcFleetReadPermission,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import {
  baselineInfoSchema,
  baselinesResponseSchema,
  comparisonReportSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { testBaseline } from '../__testUtils__/FakeBaselines';
import { startApi } from '../__testUtils__/startApi';

let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

async function start(options: Partial<Parameters<typeof startApi>[0]> = {}) {
  started = await startApi({
    fill: engine => engine.baselines.infos.set('baseline-1', testBaseline()),
    ...options,
  });
  return started;
}

const all = { cluster: 'prod-1', name: 'before 3.5.0' };

describe('POST /baselines', () => {
  it('queues a baseline and says who took it', async () => {
    const { server } = await start({ fill: () => {} });
    const { status, body } = await request(server)
      .post('/api/lbc/baselines')
      .send(all);
    expect(status).toBe(202);
    expect(baselineInfoSchema.parse(body)).toMatchObject({
      ...all,
      by: 'user:default/mock',
      status: 'reading',
    });
    const list = await request(server).get('/api/lbc/baselines?cluster=prod-1');
    expect(baselinesResponseSchema.parse(list.body).items).toHaveLength(1);
  });

  it.each([
    [{ name: 'x' }, 400, /cluster is wrong/],
    [{ ...all, name: ' ' }, 400, /name is wrong/],
    [{ ...all, every: 'day' }, 400, /is wrong/],
    [{ ...all, cluster: 'other' }, 404, /reads no cluster "other"/],
    [{ ...all, subjects: ['a', 'b'] }, 400, /1 of the subjects are no load/],
  ])('says what is wrong with %j', async (body, status, sentence) => {
    const { server } = await start({ fill: () => {} });
    const response = await request(server)
      .post('/api/lbc/baselines')
      .send(body);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(sentence);
  });

  it.each([
    [0, /has no load balancer/],
    [1_001, /1001 load balancers; choose at most 1000/],
  ])('says what to do where there are %d stacks', async (stacks, sentence) => {
    const { server } = await start({
      fill: engine => {
        engine.baselines.stacks = stacks;
      },
    });
    const { status, body } = await request(server)
      .post('/api/lbc/baselines')
      .send(all);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(sentence);
  });

  it('takes 1,000 stacks', async () => {
    const { server } = await start({
      fill: engine => {
        engine.baselines.stacks = 1_000;
      },
    });
    const { status } = await request(server)
      .post('/api/lbc/baselines')
      .send(all);
    expect(status).toBe(202);
  });

  it('takes one of a cluster at a time', async () => {
    const { server } = await start({ fill: () => {} });
    await request(server).post('/api/lbc/baselines').send(all).expect(202);
    const { status, body } = await request(server)
      .post('/api/lbc/baselines')
      .send(all);
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/still being read/);
  });
});

describe('permissions', () => {
  const deny = (name: string) => (permission: string) => ({
    result: permission === name ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });

  it('asks for the right to take baselines', async () => {
    const { server } = await start({
      decide: deny(lbcBaselineCreatePermission.name),
    });
    await request(server).post('/api/lbc/baselines').send(all).expect(403);
    await request(server)
      .post('/api/lbc/baselines/baseline-1/comparisons')
      .expect(403);
    const { status } = await request(server).get(
      '/api/lbc/baselines/baseline-1',
    );
    expect(status).toBe(200);
  });

  it.each([
    'baselines?cluster=prod-1',
    'baselines/baseline-1',
    'baselines/baseline-1/comparison',
    'baselines/baseline-1/comparison.html',
  ])('asks for the right to see the fleet: %s', async path => {
    const { server } = await start({
      decide: deny(lbcFleetReadPermission.name),
    });
    const { status } = await request(server).get(`/api/lbc/${path}`);
    expect(status).toBe(403);
  });
});

describe('a comparison', () => {
  it('says that nobody asked for one', async () => {
    const { server } = await start();
    const { status, body } = await request(server).get(
      '/api/lbc/baselines/baseline-1/comparison',
    );
    expect(status).toBe(200);
    expect(comparisonReportSchema.parse(body)).toMatchObject({
      verdict: 'cannot-tell',
      because: { code: 'verification.note.no-comparison' },
    });
  });

  it('is settling while it is read, and waits only so long', async () => {
    const { server } = await start();
    const path = '/api/lbc/baselines/baseline-1';
    await request(server).post(`${path}/comparisons`).expect(202);
    await request(server).post(`${path}/comparisons`).expect(200);
    const { body } = await request(server).get(`${path}/comparison?wait=0.1`);
    expect(comparisonReportSchema.parse(body).verdict).toBe('settling');
    const long = await request(server).get(`${path}/comparison?wait=600`);
    expect(long.status).toBe(400);
    expect(long.body.error.message).toMatch(/from 0 to 60/);
  });

  it.each([
    ['reading', 409, /still being read/],
    ['failed', 400, /take another one/],
  ] as const)(
    'with one that is %s is refused',
    async (is, status, sentence) => {
      const { server } = await start({
        fill: engine =>
          engine.baselines.infos.set(
            'baseline-1',
            testBaseline({ status: is }),
          ),
      });
      const response = await request(server).post(
        '/api/lbc/baselines/baseline-1/comparisons',
      );
      expect(response.status).toBe(status);
      expect(response.body.error.message).toMatch(sentence);
    },
  );

  it('with one of another cluster is refused, and so is one that is not there', async () => {
    const { server } = await start();
    const other = await request(server).get(
      '/api/lbc/baselines/baseline-1/comparison?cluster=prod-2',
    );
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(/of the cluster prod-1, not/);
    await request(server).get('/api/lbc/baselines/nope').expect(404);
  });

  it('is a page without a script, in which everything is escaped', async () => {
    const evil = '"><script>alert(1)</script>';
    const { server } = await start({
      fill: engine => {
        engine.baselines.infos.set('baseline-1', testBaseline({ name: evil }));
        engine.baselines.comparisons.set('baseline-1', {
          id: 'c',
          info: testBaseline(),
          report: {
            verdict: 'changed-unexpectedly',
            because: message('verification.because.unexpected', { count: 1 }),
            stacks: [
              {
                subjectId: 'a',
                name: evil,
                owners: [{ kind: 'Ingress', namespace: 'shop', name: evil }],
                verdict: 'settling',
                because: message('verification.awaited.owner', { owner: evil }),
                changes: [
                  {
                    kind: 'removed',
                    message: message('verification.found.tag-removed', {
                      key: evil,
                      ofPlace: evil,
                      before: evil,
                    }),
                    path: evil,
                    before: evil,
                    after: null,
                    cause: 'upgrade',
                    expected: false,
                    reportedOnly: false,
                  },
                ],
                awaited: [],
              },
            ],
            cluster: [],
            notes: [message('verification.note.traffic')],
            comparedAt: '2026-11-24T12:00:00.000Z',
          },
        });
      },
    });
    for (const path of ['comparison.html', 'comparison?format=html']) {
      const { text, headers } = await request(server).get(
        `/api/lbc/baselines/baseline-1/${path}`,
      );
      expect(headers['content-type']).toMatch(/text\/html/);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      expect(text).not.toMatch(/<script/i);
      expect(text).not.toMatch(/(src|href)=/);
      expect(text).toContain('Changed unexpectedly');
      expect(text).toContain('Traffic was not measured');
    }
  });
});
