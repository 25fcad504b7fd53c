import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  cleanUpResponseSchema,
  controllerRemovalResponseSchema,
  subjectDetailSchema,
  whatIfResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import {
  message,
  RemovalFacts,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, fakeSubject } from '../__testUtils__/subjects';

const ARN =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-shop-web-5c8ac0cc82/50bc2014f49eb5de';
const FINALIZER = 'ingress.k8s.aws/resources';

const removal: RemovalFacts = {
  owners: [
    {
      kind: 'Ingress',
      namespace: 'shop',
      name: 'web',
      role: 'member',
      finalizers: [FINALIZER],
      className: 'alb',
      attended: 'alive',
      blockers: [],
    },
  ],
  securityGroups: ['sg-1'],
  availabilityZones: 2,
  usedElsewhere: [],
};

const loadBalancer = {
  arn: ARN,
  name: 'k8s-shop-web-5c8ac0cc82',
  dnsName: 'k8s-shop-web.eu-west-1.elb.amazonaws.com',
  type: 'application' as const,
  scheme: 'internet-facing',
  state: 'active',
};

function served(id: string, namespace = 'shop') {
  const subject = fakeSubject({
    id,
    summary: {
      loadBalancer,
      owners: [
        {
          kind: 'Ingress',
          namespace,
          name: id,
          exists: true,
          state: 'in-service',
        },
      ],
    },
  });
  const [owner] = removal.owners;
  subject.detail.removal = {
    ...removal,
    owners: [{ ...owner, namespace, name: id }],
  };
  return subject;
}

function orphan(summary: Partial<SubjectSummary> = {}) {
  const subject = fakeSubject({
    id: 'old',
    summary: {
      loadBalancer,
      state: 'orphaned',
      grade: 'inferred',
      since: '2026-11-24T00:00:00.000Z',
      ...summary,
    },
  });
  subject.detail.removal = {
    ...removal,
    owners: [],
    proof: [
      { row: 'bound', asks: message('proof-row.bound'), met: true },
      {
        row: 'vpc',
        asks: message('proof-row.vpc'),
        met: true,
        says: message('proof.vpc', { vpc: 'vpc-1' }),
      },
    ],
    boundBy: [],
  };
  return subject;
}

let started: Awaited<ReturnType<typeof startApi>> | undefined;

async function start(options: Parameters<typeof startApi>[0] = {}) {
  started = await startApi({
    entities: [component('checkout')],
    fill: ({ readStore }) => {
      readStore.subjects = [served('web'), served('api', 'blog'), orphan()];
      readStore.looseTargetBindings = [
        { cluster: 'prod-1', namespace: 'shop', name: 'by-hand' },
      ];
      readStore.coverage = [
        {
          source: 'kubernetes',
          target: 'cluster:prod-1',
          kind: 'gateways.gateway.networking.k8s.io',
          coverage: 'denied',
          attemptedAt: AT,
          items: 0,
        },
      ];
    },
    ...options,
  });
  return started;
}

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

function get(path: string) {
  return request(started!.server).get(`/api/lbc${path}`);
}

describe('GET /subjects/:id/what-if', () => {
  it('says what stays, hangs and leaks', async () => {
    await start();
    const { body } = await get(
      '/subjects/web/what-if?scenario=cluster-goes',
    ).expect(200);
    expect(whatIfResponseSchema.parse(body)).toMatchObject({
      scenario: 'cluster-goes',
      items: [
        {
          subjectId: 'web',
          outcome: 'leaks',
          leaks: [{ id: ARN }, { id: 'sg-1' }],
        },
      ],
      totals: { leaks: 1 },
      unknown: [
        {
          code: 'what-if.unknown.unread',
          params: { cluster: 'prod-1' },
        },
      ],
      observedAt: AT,
      coverage: [{ coverage: 'denied' }],
    });
    await get('/subjects/nope/what-if?scenario=cluster-goes').expect(404);
  });

  it.each([
    ['', /scenario is "".*controller-goes/],
    ['?scenario=sky-falls', /scenario is "sky-falls"/],
    ['?scenario=owner-goes&scenario=owner-goes', /scenario once/],
  ])('says what to change in %s', async (query, expected) => {
    await start();
    const { body } = await get(`/subjects/web/what-if${query}`).expect(400);
    expect(body.error.message).toMatch(expected);
  });

  it('keeps what only removal needs out of the subject itself', async () => {
    await start();
    const { body } = await get('/subjects/web').expect(200);
    expect(subjectDetailSchema.strict().parse(body)).not.toHaveProperty(
      'removal',
    );
  });
});

describe('GET …/what-if of an entity', () => {
  const path = '/entities/by-name/component/default/checkout/what-if';

  it('sums its subjects, a page at a time', async () => {
    await start();
    const first = whatIfResponseSchema.parse(
      (await get(`${path}?scenario=owner-goes&limit=2`).expect(200)).body,
    );
    expect(first).toMatchObject({
      totalItems: 3,
      items: [{ outcome: 'goes' }, { outcome: 'goes' }],
      totals: { goes: 2, leaks: 1 },
    });
    const second = await get(
      `${path}?scenario=owner-goes&limit=2&cursor=${first.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([{ outcome: 'leaks' }]);
  });

  it('tells of what the caller may not read as a count only', async () => {
    await start({
      decide: permission =>
        permission === 'lbc.stack.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'lbc',
              resourceType: 'lbc-stack',
              conditions: {
                rule: 'IS_IN_NAMESPACE',
                resourceType: 'lbc-stack',
                params: { namespaces: ['blog'] },
              },
            }
          : { result: AuthorizeResult.ALLOW },
    });
    const { body } = await get(`${path}?scenario=owner-goes`).expect(200);
    expect(body.items).toMatchObject([{ subjectId: 'api' }]);
    expect(JSON.stringify(body)).not.toContain('shop/web');
    expect(body.unknown).toContainEqual({
      code: 'what-if.unknown.more',
      params: { count: 2 },
    });
  });
});

describe('GET /clusters/:name/what-if', () => {
  it('covers the cluster, or a namespace of it', async () => {
    await start();
    const whole = await get(
      '/clusters/prod-1/what-if?scenario=controller-goes',
    ).expect(200);
    expect(whatIfResponseSchema.parse(whole.body)).toMatchObject({
      totalItems: 3,
      totals: { stays: 2, leaks: 1 },
    });
    expect(
      whole.body.order.map(({ code }: { code: string }) => code),
    ).toContain('order.delete-target-bindings');
    const one = await get(
      '/clusters/prod-1/what-if?scenario=namespace-goes&namespace=blog',
    ).expect(200);
    expect(one.body.items).toMatchObject([
      { subjectId: 'api', outcome: 'goes' },
    ]);
    await get('/clusters/nope/what-if?scenario=cluster-goes').expect(404);
  });

  it('needs the permission to read the fleet', async () => {
    await start({
      decide: permission => ({
        result:
          permission === 'lbc.fleet.read'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const { body } = await get(
      '/clusters/prod-1/what-if?scenario=cluster-goes',
    ).expect(403);
    expect(body.error.message).toContain('lbc.fleet.read');
  });
});

describe('GET /controllers/:cluster/removal', () => {
  const asked = async () => {
    const { body } = await get('/controllers/prod-1/removal').expect(200);
    return controllerRemovalResponseSchema.parse(body);
  };
  const unreadCluster = { cluster: 'prod-1', kinds: {} };

  it('calls nothing zero that was not counted', async () => {
    await start({
      fill: ({ clusterSnapshots }) => {
        clusterSnapshots.set('prod-1', unreadCluster);
      },
    });
    const { path } = await asked();
    expect(path?.verdict).toBe('unknown');
    expect(
      path?.gates.filter(
        ({ id, status }) => id !== 'failing' && status === 'met',
      ),
    ).toEqual([]);
    expect(path?.steps.flatMap(({ commands }) => commands)).toEqual([]);
  });

  it('is for those who may read the whole cluster', async () => {
    await start({
      decide: permission => ({
        result:
          permission === 'lbc.stack.read'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const { path, noPath } = await asked();
    expect(path).toBeUndefined();
    expect(noPath?.code).toBe('removal-path.not-permitted');
  });
});

describe('GET /subjects/:id/clean-up', () => {
  it('shows no command that changes AWS until somebody confirms', async () => {
    await start();
    const { body } = await get('/subjects/old/clean-up').expect(200);
    const plan = cleanUpResponseSchema.parse(body);
    expect(plan).toMatchObject({
      applies: true,
      grade: 'inferred',
      permission: { allowed: false },
      cost: { sure: 'unknown' },
      coverage: [{ coverage: 'denied' }],
    });
    expect(plan.steps.flatMap(({ commands }) => commands)).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/delete-load-balancer/);
    await get('/subjects/nope/clean-up').expect(404);
  });

  it('takes an operator’s word and prices from configuration', async () => {
    await start({
      config: {
        lbc: {
          confirmedOrphans: [
            { arn: ARN, by: 'ann', at: '2026-11-24T06:00:00Z' },
          ],
          prices: { regions: { 'eu-west-1': { application: 0.02 } } },
        },
      },
    });
    const { body } = await get('/subjects/old/clean-up').expect(200);
    expect(cleanUpResponseSchema.parse(body)).toMatchObject({
      permission: { allowed: true, confirmed: { by: 'ann' } },
      cost: { monthly: 21.9, source: 'lbc.prices' },
    });
    expect(JSON.stringify(body)).toMatch(/delete-load-balancer/);
  });

  it('is nothing for what is in service', async () => {
    await start();
    const { body } = await get('/subjects/web/clean-up').expect(200);
    expect(cleanUpResponseSchema.parse(body)).toMatchObject({
      applies: false,
      steps: [],
    });
  });
});
