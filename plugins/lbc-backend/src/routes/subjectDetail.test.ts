import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { detailStatusSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { lbcRefreshPermission } from '@lbc-backstage/plugin-lbc-common';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, fakeSubject } from '../__testUtils__/subjects';

type Started = Awaited<ReturnType<typeof startApi>>;

let started: Started;

afterEach(() => started.stop());

async function start(denied?: string): Promise<Started> {
  started = await startApi({
    entities: [component('checkout')],
    decide: permission => ({
      result:
        permission === denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    }),
    fill: ({ readStore }) => {
      readStore.subjects = [
        fakeSubject({
          id: 'web',
          summary: {
            loadBalancer: {
              arn: 'arn:lb',
              name: 'web',
              dnsName: 'web.elb.amazonaws.com',
              type: 'application',
              state: 'active',
            },
          },
        }),
        fakeSubject({ id: 'ask' }),
      ];
    },
  });
  return started;
}

const path = (id: string) => `/api/lbc/subjects/${id}/detail`;

describe('/subjects/:id/detail', () => {
  it('queues a reading, at most once a minute, and tells how far it is', async () => {
    const { server, engine, clock } = await start();
    const idle = await request(server).get(path('web')).expect(200);
    expect(detailStatusSchema.parse(idle.body)).toEqual({ state: 'idle' });

    const first = await request(server).post(path('web')).expect(202);
    expect(detailStatusSchema.parse(first.body)).toEqual({
      state: 'queued',
      requestedAt: AT,
      nextAllowedAt: '2026-11-24T12:01:00.000Z',
    });
    await request(server).post(path('web')).expect(200);
    expect([...engine.detailBookings]).toEqual([['web', AT]]);

    engine.detailState = 'done';
    clock.now += 61_000;
    const done = await request(server).get(path('web')).expect(200);
    expect(done.body).toEqual({ state: 'done', requestedAt: AT });
    await request(server).post(path('web')).expect(202);
  });

  it('reads only what has a load balancer', async () => {
    const { server } = await start();
    const { body } = await request(server).post(path('ask')).expect(400);
    expect(body.error.message).toMatch(/no load balancer/);
    await request(server).post(path('nope')).expect(404);
    await request(server).get(path('nope')).expect(404);
  });

  it('needs the permission to refresh, and to read the stack', async () => {
    const { server } = await start(lbcRefreshPermission.name);
    await request(server).post(path('web')).expect(403);
    await request(server).get(path('web')).expect(200);
    await started.stop();
    const other = await start('lbc.stack.read');
    await request(other.server).post(path('web')).expect(404);
    await request(other.server).get(path('web')).expect(404);
    expect(other.engine.detailBookings.size).toBe(0);
  });
});
