import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { HttpLbcService } from './HttpLbcService';
import { LbcService, lbcServiceRef } from './service';

interface Seen {
  method: string;
  url: string;
  authorization?: string;
}

/** A backend in the place of `lbc` that only tells what it was asked. */
async function start() {
  const seen: Seen[] = [];
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'lbc',
        register(env) {
          env.registerInit({
            deps: { http: coreServices.httpRouter },
            async init({ http }) {
              http.use((req, res) => {
                const { method, url } = req;
                const { authorization } = req.headers;
                seen.push({ method, url, authorization });
                if (url.includes('missing')) {
                  throw new NotFoundError('No such subject');
                }
                res.json({ method, url });
              });
            },
          });
        },
      }),
    ],
  });
  const service = HttpLbcService.create({
    auth: mockServices.auth({ pluginId: 'catalog' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId =>
        `http://localhost:${backend.server.port()}/api/${pluginId}`,
    }),
  });
  return { backend, seen, service };
}

describe('lbcServiceRef', () => {
  let started: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    started = await start();
  });
  afterEach(() => started.backend.stop());

  const options = { credentials: mockCredentials.user('user:default/ann') };

  it.each<[string, (service: LbcService) => Promise<unknown>]>([
    [
      'GET /subjects/a%2Fb/what-if?scenario=owner-goes',
      service =>
        service.getWhatIf({ id: 'a/b', scenario: 'owner-goes' }, options),
    ],
    [
      'GET /entities/by-name/component/default/web/what-if?scenario=cluster-goes&limit=5',
      service =>
        service.getWhatIf(
          {
            entityRef: 'component:default/web',
            scenario: 'cluster-goes',
            limit: 5,
          },
          options,
        ),
    ],
    [
      'GET /clusters/prod-1/what-if?scenario=namespace-goes&namespace=shop',
      service =>
        service.getWhatIf(
          { cluster: 'prod-1', scenario: 'namespace-goes', namespace: 'shop' },
          options,
        ),
    ],
    [
      'GET /subjects/old/clean-up',
      service => service.getCleanUp({ id: 'old' }, options),
    ],
    [
      'GET /entities/by-name/component/default/a%20b/load-balancers?state=failing&state=unknown&limit=5&cursor=x',
      service =>
        service.getEntityLoadBalancers(
          {
            entityRef: 'component:default/a b',
            states: ['failing', 'unknown'],
            limit: 5,
            cursor: 'x',
          },
          options,
        ),
    ],
    [
      'GET /subjects/a%2Fb',
      service => service.getSubject({ id: 'a/b' }, options),
    ],
    [
      'GET /subjects/a/transitions?limit=1',
      service => service.listTransitions({ id: 'a', limit: 1 }, options),
    ],
    [
      'GET /entities/by-name/component/default/web/compatibility',
      service =>
        service.getEntityCompatibility(
          { entityRef: 'component:default/web' },
          options,
        ),
    ],
    [
      'GET /controllers/prod%2F1/compatibility',
      service =>
        service.getClusterCompatibility({ cluster: 'prod/1' }, options),
    ],
    [
      'GET /entities/by-name/component/default/web/readiness?target=v3.5.0',
      service =>
        service.getEntityReadiness(
          {
            entityRef: 'component:default/web',
            target: { kind: 'controller', version: 'v3.5.0' },
          },
          options,
        ),
    ],
    [
      'GET /controllers/prod%2F1/readiness?kubernetes=1.35',
      service =>
        service.getClusterReadiness(
          {
            cluster: 'prod/1',
            target: { kind: 'kubernetes', version: '1.35' },
          },
          options,
        ),
    ],
    [
      'GET /controllers?cluster=prod-1',
      service => service.listControllers({ clusters: ['prod-1'] }, options),
    ],
    [
      'GET /coverage?target=cluster%3Aprod-1&incomplete=true',
      service =>
        service.getCoverage(
          { targets: ['cluster:prod-1'], incompleteOnly: true },
          options,
        ),
    ],
    [
      'POST /entities/by-name/system/pay/shop/refresh',
      service =>
        service.refreshEntity({ entityRef: 'system:pay/shop' }, options),
    ],
    [
      'GET /entities/by-name/system/pay/shop/refresh',
      service => service.getRefresh({ entityRef: 'system:pay/shop' }, options),
    ],
    [
      'POST /subjects/a%2Fb/detail',
      service => service.readDetail({ id: 'a/b' }, options),
    ],
    [
      'GET /subjects/a/detail',
      service => service.getDetail({ id: 'a' }, options),
    ],
    [
      'GET /baselines?cluster=prod-1',
      service => service.listBaselines({ cluster: 'prod-1' }, options),
    ],
    [
      'POST /baselines',
      service =>
        service.takeBaseline({ cluster: 'prod-1', name: 'before' }, options),
    ],
    [
      'GET /baselines/a%2Fb',
      service => service.getBaseline({ id: 'a/b' }, options),
    ],
    [
      'POST /baselines/a/comparisons',
      service => service.compareWithBaseline({ id: 'a' }, options),
    ],
    [
      'GET /baselines/a/comparison?wait=60',
      service => service.getComparison({ id: 'a', waitSeconds: 60 }, options),
    ],
  ])('asks %s', async (expected, ask) => {
    const answer = await ask(started.service);
    const [{ method, url, authorization }] = started.seen;
    expect(`${method} ${url}`).toBe(expected);
    expect(answer).toEqual({ method, url });
    // On behalf of the user, for this plugin.
    expect(authorization).toMatch(/^Bearer mock-service-token:.*ann/);
  });

  it('passes the backend’s errors on', async () => {
    await expect(
      started.service.getSubject({ id: 'missing' }, options),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotFoundError', message: 'No such subject' },
    });
  });
});

it('is asked over HTTP by default', async () => {
  let service: LbcService | undefined;
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'other',
        register(env) {
          env.registerInit({
            deps: { lbc: lbcServiceRef },
            async init({ lbc }) {
              service = lbc;
            },
          });
        },
      }),
    ],
  });
  expect(service).toBeInstanceOf(HttpLbcService);
  await backend.stop();
});
