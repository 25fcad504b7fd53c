import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { DoctorTargetInput, message } from '@lbc-backstage/plugin-lbc-common';
import { doctorResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { startApi } from '../__testUtils__/startApi';
import { AT } from '../__testUtils__/subjects';

let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

function cluster(
  name: string,
  more: Partial<DoctorTargetInput> = {},
): DoctorTargetInput {
  return {
    id: `cluster:${name}`,
    kind: 'cluster',
    name,
    observedAt: AT,
    cadenceSeconds: 300,
    sources: [
      {
        kind: 'namespaces',
        coverage: 'complete',
        observedAt: AT,
        attemptedAt: AT,
      },
    ],
    notRead: [],
    ...more,
  };
}

async function start(
  decide?: (permission: string) => PolicyDecision,
): Promise<Parameters<typeof request>[0]> {
  started = await startApi({
    entities: [],
    ...(decide && { decide }),
    fill: engine => {
      engine.doctorInput = {
        ...engine.doctorInput,
        now: AT,
        targets: [
          cluster('a-seen'),
          cluster('secret-denied', {
            sources: [
              {
                kind: 'ingresses',
                coverage: 'denied',
                reason: message('source.cluster-denies', {
                  cluster: 'secret-denied',
                  resource: 'ingresses',
                  detail: 'no',
                }),
                attemptedAt: AT,
              },
            ],
          }),
        ],
      };
    },
  });
  return started.server;
}

it('diagnoses, those first of which least is seen, a page at a time', async () => {
  const server = await start();
  const { body } = await request(server)
    .get('/api/lbc/doctor?limit=1')
    .expect(200);
  const first = doctorResponseSchema.parse(body);
  expect(first).toMatchObject({
    verdict: 'something-missing',
    observedAt: AT,
    totalItems: 2,
    items: [
      {
        id: 'cluster:secret-denied',
        status: 'not-seen',
        findings: [{ code: 'kind-denied', right: 'ingresses' }],
      },
    ],
    findings: [{ code: 'no-scopes' }],
  });
  const next = await request(server)
    .get(`/api/lbc/doctor?limit=1&cursor=${first.nextCursor}`)
    .expect(200);
  expect(next.body.items).toMatchObject([{ id: 'cluster:a-seen' }]);
  expect(next.body.nextCursor).toBeUndefined();
  await request(server).get('/api/lbc/doctor?limit=none').expect(400);
});

it('gives only what is asked for, and the verdict of all', async () => {
  const server = await start();
  const { body } = await request(server)
    .get('/api/lbc/doctor?target=cluster:a-seen')
    .expect(200);
  expect(body).toMatchObject({
    verdict: 'something-missing',
    totalItems: 1,
    items: [{ id: 'cluster:a-seen' }],
  });
});

it('names and counts nothing to those who may not read the fleet', async () => {
  const server = await start(permission => ({
    result:
      permission === 'lbc.fleet.read'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  }));
  const { text } = await request(server).get('/api/lbc/doctor').expect(403);
  expect(text).not.toContain('secret-denied');
  expect(text).not.toContain('verdict');
});
