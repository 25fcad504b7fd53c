import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ClusterSnapshot,
  lbcAttestPermission,
  lbcFleetReadPermission,
  lbcStackReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import {
  entityReadinessResponseSchema,
  readinessReportSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, controller, fakeSubject } from '../__testUtils__/subjects';

let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

function read<T>(items: T[]) {
  return {
    coverage: 'complete' as const,
    items,
    observedAt: AT,
    attemptedAt: AT,
  };
}

const cluster: ClusterSnapshot = {
  cluster: 'prod-1',
  version: 'v1.34.4',
  kinds: {
    deployments: read([
      {
        metadata: {
          namespace: 'kube-system',
          name: 'aws-load-balancer-controller',
          uid: 'd',
        },
        spec: {
          replicas: 2,
          template: {
            spec: {
              containers: [
                {
                  name: 'controller',
                  image: 'aws-load-balancer-controller:v2.17.1',
                },
              ],
            },
          },
        },
      },
    ]),
  },
};

const SECRET = /secret-team/;

const loadBalancer = {
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1',
  name: 'a',
  dnsName: 'a.elb.amazonaws.com',
  type: 'application' as const,
  state: 'active',
};

async function start(options: {
  decide?: (permission: string) => PolicyDecision;
}) {
  started = await startApi({
    ...options,
    entities: [
      component('checkout', { owner: 'team-checkout' }),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'prod-1',
          namespace: 'default',
          etag: 'prod-1',
          annotations: { 'lbc/cluster': 'prod-1' },
        },
        spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
      },
    ],
    fill: engine => {
      engine.clusterSnapshots.set('prod-1', cluster);
      engine.readStore.controllers = [controller];
      engine.readStore.subjects = [
        fakeSubject({ id: 'web', summary: { loadBalancer } }),
        fakeSubject({
          id: 'other',
          app: 'other',
          summary: {
            loadBalancer,
            owners: [
              {
                kind: 'Ingress',
                namespace: 'secret-team',
                name: 'other',
                exists: true,
                state: 'in-service',
              },
            ],
          },
        }),
      ];
    },
  });
  return started;
}

const ENTITY = '/entities/by-name/component/default/checkout/readiness';
const CLUSTER = '/controllers/prod-1/readiness';

function get(path: string) {
  return request(started!.server).get(`/api/lbc${path}`);
}

it('judges a cluster, to the best target or another', async () => {
  await start({});
  const best = await get(CLUSTER).expect(200);
  const report = readinessReportSchema.parse(best.body);
  expect(report).toMatchObject({
    cluster: 'prod-1',
    target: { kind: 'controller', version: 'v3.5.0' },
    verdict: expect.stringMatching(/^(not-ready|cannot-determine)$/),
  });
  expect(report.effects.map(({ owner }) => owner.namespace).sort()).toEqual([
    'secret-team',
    'shop',
  ]);
  const other = await get(`${CLUSTER}?target=3.4.3`).expect(200);
  expect(other.body.target.version).toBe('v3.4.3');
  const kubernetes = await get(`${CLUSTER}?kubernetes=1.35`).expect(200);
  expect(kubernetes.body.target).toEqual({
    kind: 'kubernetes',
    version: '1.35',
  });
});

it('writes the plan as Markdown', async () => {
  await start({});
  const { text, headers } = await get(
    `${CLUSTER}/plan.md?target=v3.5.0`,
  ).expect(200);
  expect(headers['content-type']).toMatch(/^text\/markdown/);
  expect(text).toMatch(/^# Plan: prod\\-1 from v2\.17\.1 to v3\.5\.0/);
});

it.each([
  ['target=v2.17.1', 400, /runs v2\.17\.1 already/],
  ['target=v2.16.0', 400, /older than v2\.17\.1/],
  ['target=v9.0.0', 400, /newest that is known/],
  ['kubernetes=1.33', 400, /can’t go back/],
  ['target=v3.5.0&kubernetes=1.35', 400, /not both/],
])('refuses %s', async (query, status, said) => {
  await start({});
  const { body } = await get(`${CLUSTER}?${query}`).expect(status);
  expect(body.error.message).toMatch(said);
});

it('tells an entity what becomes of its own, and those who may the whole', async () => {
  await start({});
  const { body } = await get(ENTITY).expect(200);
  const answer = entityReadinessResponseSchema.parse(body);
  expect(answer.clusters).toMatchObject([
    { cluster: 'prod-1', from: 'v2.17.1' },
  ]);
  expect(answer.clusters[0].effects.map(({ owner }) => owner.name)).toEqual([
    'web',
  ]);
  expect(answer.clusters[0].report?.verdict).toBeDefined();
});

it('gives no whole report to who may not read all of it', async () => {
  await start({
    decide: permission =>
      permission === lbcStackReadPermission.name
        ? createLbcStackConditionalDecision(
            lbcStackReadPermission,
            lbcStackConditions.isOwnedBy({
              claims: ['group:default/team-checkout'],
            }),
          )
        : { result: AuthorizeResult.ALLOW },
  });
  await get(CLUSTER).expect(403);
  await get(
    '/entities/by-name/component/default/checkout/load-balancers',
  ).expect(200);
  const { body } = await get(ENTITY).expect(200);
  expect(JSON.stringify(body)).not.toMatch(SECRET);
  expect(body.clusters[0].report).toBeUndefined();
  expect(body.clusters[0].effects).toHaveLength(1);
  const whole = await get(
    '/entities/by-name/resource/default/prod-1/readiness',
  ).expect(200);
  expect(JSON.stringify(whole.body)).not.toMatch(SECRET);
});

it('keeps what people attest, by their name, until it expires or is taken back', async () => {
  const { clock } = await start({});
  const address = '/api/lbc/controllers/prod-1/attestations';
  const post = (body: object) =>
    request(started!.server).post(address).send(body);
  const expiresAt = new Date(clock.now + 3_600_000).toISOString();
  const word = {
    check: 'LBC-IAM-001',
    target: { kind: 'controller', version: '3.5.0' },
    why: 'I read the policy',
    expiresAt,
  };
  const { body: kept } = await post(word).expect(201);
  expect(kept).toMatchObject({
    by: 'user:default/mock',
    target: { kind: 'controller', version: 'v3.5.0' },
  });
  const { body } = await get(`${CLUSTER}?target=v3.5.0`).expect(200);
  const attested = readinessReportSchema
    .parse(body)
    .findings.filter(({ attestation }) => attestation);
  expect(
    new Set(attested.map(({ code, status }) => `${code} ${status}`)),
  ).toEqual(new Set(['LBC-IAM-001 warn']));
  await post({ ...word, check: 'LBC-NONE-001' }).expect(400);
  await post({ ...word, why: ' ' }).expect(400);
  await post({ ...word, expiresAt: new Date(clock.now).toISOString() }).expect(
    400,
  );
  await request(started!.server).delete(`${address}/${kept.id}`).expect(200);
  await request(started!.server).delete(`${address}/${kept.id}`).expect(404);
  const { body: none } = await get('/controllers/prod-1/attestations').expect(
    200,
  );
  expect(none).toEqual({ items: [] });
});

it.each([
  [lbcFleetReadPermission.name, 'get', CLUSTER],
  [lbcFleetReadPermission.name, 'get', '/controllers/prod-1/attestations'],
  [lbcAttestPermission.name, 'post', '/controllers/prod-1/attestations'],
] as const)('wants %s to %s %s', async (needed, method, path) => {
  await start({
    decide: permission => ({
      result:
        permission === needed ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    }),
  });
  const { body } = await request(started!.server)
    [method](`/api/lbc${path}`)
    .expect(403);
  expect(body.error.message).toMatch(needed);
});

it('knows no cluster that is not read', async () => {
  await start({});
  const { status } = await get('/controllers/prod-9/readiness');
  expect(status).toBe(404);
});
