import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  entityLoadBalancersResponseSchema,
  refreshStatusSchema,
  subjectDetailSchema,
  whatIfResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import {
  lbcStackReadPermission,
  Subject,
} from '@lbc-backstage/plugin-lbc-common';
import request from 'supertest';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { component, serve } from '../__testUtils__/startApi';
import { createHarness, Harness } from '../sweeps/__testUtils__/harness';
import { loadBalancerArn, SCOPE } from '../sweeps/__testUtils__/sources';

jest.setTimeout(60_000);

type Condition = Parameters<typeof createLbcStackConditionalDecision>[1];

/** The test domain's subjects do not say what they are matched by. */
function withMatching(subject: Subject): Subject {
  const [{ namespace, name }] = subject.owners;
  return {
    ...subject,
    removal: {
      owners: [
        {
          kind: 'Ingress',
          namespace,
          name,
          role: 'member',
          finalizers: ['ingress.k8s.aws/resources'],
          attended: 'alive',
          blockers: [],
        },
      ],
      securityGroups: [],
      availabilityZones: 2,
      usedElsewhere: [],
    },
    matching: {
      cluster: subject.cluster,
      accountId: subject.accountId,
      region: subject.region,
      arn: loadBalancerArn(name),
      stacks: [`ingress/${namespace}/${name}`],
      tags: {},
      owners: [
        {
          kind: 'Ingress',
          namespace,
          name,
          labels: { app: name === 'vault' ? 'vault' : 'checkout' },
          annotations: {},
        },
      ],
      backends: [],
    },
  };
}

describe('the API over the real store', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let harness: Harness;
  let started: Awaited<ReturnType<typeof serve>>;
  let condition: Condition | undefined;

  const decide = (permission: string): PolicyDecision =>
    condition && permission === lbcStackReadPermission.name
      ? createLbcStackConditionalDecision(lbcStackReadPermission, condition)
      : { result: AuthorizeResult.ALLOW };

  beforeAll(async () => {
    const db = await databases.init('SQLITE_3');
    harness = await createHarness({ db });
    harness.kubernetes.add('prod-1', {
      ingresses: ['shop/web', 'shop/api', 'secret/vault'],
    });
    harness.domain.adjust = result => ({
      ...result,
      subjects: result.subjects.map(withMatching),
    });
    harness.domain.states.set('api', 'failing');
    started = await serve({
      engine: harness.engine,
      now: () => harness.clock.now(),
      decide,
      entities: [
        component('checkout'),
        component('vault'),
        component('spy', {
          annotations: {
            'lbc/stack': 'prod-1/ingress/secret/vault,prod-1/ingress/shop/web',
          },
        }),
      ],
    });
    await harness.engine.start();
    await harness.settle();
  });

  afterAll(async () => {
    await started.stop();
    await harness.engine.stop();
  });

  beforeEach(() => {
    condition = undefined;
  });

  async function see(name: string, query = '') {
    const { body } = await request(started.server)
      .get(
        `/api/lbc/entities/by-name/component/default/${name}/load-balancers${query}`,
      )
      .expect(200);
    return entityLoadBalancersResponseSchema.parse(body);
  }

  function namesIn({ items }: Awaited<ReturnType<typeof see>>): string[] {
    return items.map(({ owners }) => owners[0].name);
  }

  it('lists what an entity has, most urgent first', async () => {
    const all = await see('checkout');
    expect(namesIn(all)).toEqual(['api', 'web']);
    expect(all).toMatchObject({
      verdict: { state: 'failing' },
      totalItems: 2,
      notPermitted: 0,
      observedAt: harness.clock.iso(),
      searched: {
        clusters: [{ name: 'prod-1' }],
        scopes: [{ accountId: SCOPE.accountId, region: SCOPE.region }],
      },
    });
    const page = await see('checkout', '?limit=1');
    expect(namesIn(page)).toEqual(['api']);
    expect(
      namesIn(await see('checkout', `?limit=1&cursor=${page.nextCursor}`)),
    ).toEqual(['web']);
    const { status, body } = await request(started.server).get(
      '/api/lbc/entities/by-name/component/default/checkout/load-balancers?cursor=junk',
    );
    expect([status, body.error.name]).toEqual([400, 'InputError']);
  });

  it('tells everything of one', async () => {
    const { items } = await see('checkout');
    const { body } = await request(started.server)
      .get(`/api/lbc/subjects/${items[0].id}`)
      .expect(200);
    expect(subjectDetailSchema.parse(body)).toMatchObject({
      state: 'failing',
      transitions: [{ to: 'failing' }],
    });
  });

  it.each<[string, Condition, string[], number]>([
    [
      'namespace',
      lbcStackConditions.isInNamespace({ namespaces: ['secret'] }),
      [],
      2,
    ],
    [
      'cluster',
      lbcStackConditions.isInCluster({ clusters: ['prod-1'] }),
      ['api', 'web'],
      0,
    ],
    ['nothing', lbcStackConditions.isInCluster({ clusters: [] }), [], 2],
    [
      'account',
      { not: lbcStackConditions.isInAccount({ accountIds: ['1'] }) },
      ['api', 'web'],
      0,
    ],
    [
      'owner',
      lbcStackConditions.isOwnedBy({ claims: ['group:default/team-checkout'] }),
      ['api', 'web'],
      0,
    ],
    [
      'another owner',
      {
        anyOf: [
          lbcStackConditions.isOwnedBy({ claims: ['group:default/team-spy'] }),
          lbcStackConditions.isInNamespace({ namespaces: ['none'] }),
        ],
      },
      [],
      2,
    ],
  ])('turns a condition on %s into SQL', async (...row) => {
    const [, asked, names, notPermitted] = row;
    await see('checkout');
    condition = asked;
    const seen = await see('checkout');
    expect(namesIn(seen)).toEqual(names);
    expect(seen.notPermitted).toBe(notPermitted);
  });

  it('gives a claim no right and tells nothing of what it names', async () => {
    expect(namesIn(await see('spy')).sort()).toEqual(['vault', 'web']);
    condition = lbcStackConditions.isInNamespace({ namespaces: ['shop'] });
    const seen = await see('spy');
    expect(namesIn(seen)).toEqual(['web']);
    expect(seen.notPermitted).toBe(0);
    expect(seen.problems.map(({ message }) => message.code)).toEqual([
      'entity.claim-not-permitted',
    ]);
    condition = lbcStackConditions.isOwnedBy({
      claims: ['group:default/team-spy'],
    });
    expect(namesIn(await see('spy'))).toEqual([]);
  });

  it('says what would happen to a cluster, a namespace, an entity and one of them', async () => {
    const ask = async (path: string) => {
      const { body } = await request(started.server)
        .get(`/api/lbc/${path}`)
        .expect(200);
      return whatIfResponseSchema.parse(body);
    };
    const scenario = 'scenario=cluster-goes';
    expect(await ask(`clusters/prod-1/what-if?${scenario}`)).toMatchObject({
      totalItems: 3,
      totals: { goes: 3 },
      observedAt: harness.clock.iso(),
    });
    const secret = await ask(
      `clusters/prod-1/what-if?${scenario}&namespace=secret`,
    );
    expect(secret).toMatchObject({
      items: [{ name: 'Ingress secret/vault', outcome: 'goes' }],
    });
    expect(
      await ask(
        `entities/by-name/component/default/checkout/what-if?${scenario}`,
      ),
    ).toMatchObject({ totalItems: 2 });
    const [{ subjectId }] = secret.items;
    condition = lbcStackConditions.isInNamespace({ namespaces: ['shop'] });
    await request(started.server)
      .get(`/api/lbc/subjects/${subjectId}/what-if?${scenario}`)
      .expect(404);
    await request(started.server)
      .get(`/api/lbc/subjects/${subjectId}/clean-up`)
      .expect(404);
  });

  it('moves sweeps forward, and follows them to their end', async () => {
    const path = '/api/lbc/entities/by-name/component/default/checkout/refresh';
    const before = harness.kubernetes.sweeps.length;
    harness.clock.advance(1);
    const first = await request(started.server).post(path).expect(202);
    expect(refreshStatusSchema.parse(first.body).targets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ target: 'cluster:prod-1' }),
      ]),
    );
    await request(started.server).post(path).expect(200);
    await harness.settle();
    expect(harness.kubernetes.sweeps.length).toBe(before + 1);
    const done = await request(started.server).get(path).expect(200);
    expect(done.body.state).toBe('done');
  });

  it('sees by itself that subjects came and went', async () => {
    harness.kubernetes.add('prod-1', { ingresses: ['shop/web'] });
    await harness.advance(301);
    expect(namesIn(await see('checkout'))).toEqual(['web']);
  });
});
