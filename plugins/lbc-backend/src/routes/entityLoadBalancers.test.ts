import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { entityLoadBalancersResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { controller, fakeSubject } from '../__testUtils__/subjects';

type Started = Awaited<ReturnType<typeof startApi>>;
let started: Started | undefined;

async function start(options: Parameters<typeof startApi>[0]) {
  started = await startApi(options);
  return started;
}

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

async function get(ref: string, query = '') {
  const { body, status } = await request(started!.server).get(
    `/api/lbc/entities/by-name/${ref}/load-balancers${query}`,
  );
  if (status !== 200) {
    return { status, error: body.error as { name: string; message: string } };
  }
  return { status, body: entityLoadBalancersResponseSchema.parse(body) };
}

const two = [
  fakeSubject({
    id: 'web',
    summary: { state: 'unattended', whoActs: 'platform' },
  }),
  fakeSubject({ id: 'api' }),
];

describe('GET …/load-balancers', () => {
  it('shows what the entity’s objects own, most urgent first, with the verdict', async () => {
    await start({
      entities: [
        component('checkout'),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'prod-1' },
          spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
        },
      ],
      fill: ({ readStore }) => {
        readStore.subjects = two;
        readStore.coverage = [
          {
            source: 'kubernetes',
            target: 'cluster:prod-1',
            kind: 'gateways',
            coverage: 'denied',
            attemptedAt: '2026-11-24T12:00:00Z',
            items: 0,
          },
        ];
      },
    });
    const { body } = await get('component/default/checkout');
    expect(body).toMatchObject({
      entityRef: 'component:default/checkout',
      observedAt: '2026-11-24T12:00:00.000Z',
      verdict: {
        state: 'unattended',
        whoActs: {
          role: 'platform',
          entityRef: 'group:default/team-platform',
        },
      },
      items: [
        { id: 'web', via: 'kubernetes' },
        { id: 'api', via: 'kubernetes' },
      ],
      totalItems: 2,
      notPermitted: 0,
      problems: [],
      searched: {
        clusters: [{ name: 'prod-1' }],
        scopes: [{ accountId: '123456789012', region: 'eu-west-1' }],
      },
      coverage: [{ kind: 'gateways', coverage: 'denied' }],
    });
  });

  it('names the entity’s owner where they act', async () => {
    await start({
      entities: [component('checkout', { owner: 'user:default/ann' })],
      fill: ({ readStore }) => {
        readStore.subjects = [
          fakeSubject({ id: 'web', summary: { whoActs: 'you' } }),
        ];
      },
    });
    const { body } = await get('component/default/checkout');
    expect(body?.verdict?.whoActs).toEqual({
      role: 'you',
      entityRef: 'user:default/ann',
    });
  });

  it('pages, and filters by state without changing the verdict', async () => {
    await start({
      entities: [component('checkout')],
      fill: ({ readStore }) => {
        readStore.subjects = two;
      },
    });
    const first = await get('component/default/checkout', '?limit=1');
    expect(first.body?.items.map(({ id }) => id)).toEqual(['web']);
    const second = await get(
      'component/default/checkout',
      `?limit=1&cursor=${first.body?.nextCursor}`,
    );
    expect(second.body).toMatchObject({
      items: [{ id: 'api' }],
      verdict: { state: 'unattended' },
    });
    const filtered = await get(
      'component/default/checkout',
      '?state=in-service&state=failing',
    );
    expect(filtered.body).toMatchObject({
      items: [{ id: 'api' }],
      totalItems: 1,
      verdict: { state: 'unattended' },
    });
  });

  it.each([
    ['?limit=0', /limit is "0".*1 to 100/],
    ['?limit=101', /limit is "101"/],
    ['?limit=1&limit=2', /limit once/],
    ['?state=broken', /state is "broken".*in-service/],
    ['?state[a]=b', /state as plain values/],
  ])('says what to change in %s', async (query, expected) => {
    await start({ entities: [component('checkout')] });
    const { status, error } = await get('component/default/checkout', query);
    expect(status).toBe(400);
    expect(error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(expected),
    });
  });

  it('does not know an entity that the catalog does not show', async () => {
    await start({});
    expect(await get('component/default/nope')).toMatchObject({
      status: 404,
      error: { name: 'NotFoundError' },
    });
    expect(await get('component/default/a%2Fb')).toMatchObject({
      status: 400,
    });
  });

  it('wants credentials', async () => {
    const { server } = await start({ entities: [component('checkout')] });
    const { status } = await request(server)
      .get(
        '/api/lbc/entities/by-name/component/default/checkout/load-balancers',
      )
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('matches again once the entity or any subject changed', async () => {
    const entity = component('checkout');
    const { engine } = await start({ entities: [entity] });
    expect((await get('component/default/checkout')).body?.items).toEqual([]);

    engine.readStore.subjects = two;
    engine.readStore.version += 1;
    expect((await get('component/default/checkout')).body?.totalItems).toBe(2);

    entity.metadata.etag = 'changed';
    entity.metadata.annotations = { 'lbc/stack': 'prod-1/ingress/shop/api' };
    expect((await get('component/default/checkout')).body?.items).toMatchObject(
      [{ id: 'api', via: 'annotation' }],
    );
  });

  it('gives a team its own routes through a load balancer of others', async () => {
    await start({
      entities: [component('cart')],
      fill: ({ readStore }) => {
        const [subject] = two;
        readStore.subjects = [
          {
            ...subject,
            facts: {
              ...subject.facts,
              backends: [
                {
                  kind: 'Service',
                  namespace: 'shop',
                  name: 'cart',
                  labels: { app: 'cart' },
                  annotations: {},
                  routes: ['shop.example.com/cart'],
                },
              ],
            },
          },
        ];
      },
    });
    expect((await get('component/default/cart')).body?.items).toMatchObject([
      { via: 'backend', ownRoutes: ['shop.example.com/cart'] },
    ]);
  });

  it.each<[Entity['kind'], string, Entity['relations']]>([
    ['System', 'partOf', undefined],
    ['Domain', 'partOf', undefined],
    ['Group', 'ownedBy', undefined],
    [
      'User',
      'ownedBy',
      [{ type: 'memberOf', targetRef: 'group:default/other' }],
    ],
  ])('shows the parts of a %s', async (kind, type, relations) => {
    const ref = `${kind}:default/whole`.toLocaleLowerCase('en-US');
    await start({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'whole', namespace: 'default' },
          spec: {},
          relations,
        },
        component('checkout', { relations: [{ type, targetRef: ref }] }),
        component('other'),
      ],
      fill: ({ readStore }) => {
        readStore.subjects = [...two, fakeSubject({ id: 'x', app: 'other' })];
      },
    });
    const { body } = await get(`${kind}/default/whole`);
    expect(body?.items).toMatchObject([
      { id: 'web', via: 'relation' },
      { id: 'api', via: 'relation' },
    ]);
  });

  it('shows a cluster’s controllers on its Resource', async () => {
    await start({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'prod-1' },
          spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
        },
      ],
      fill: ({ readStore }) => {
        readStore.controllers = [
          controller,
          { ...controller, cluster: 'prod-2' },
        ];
      },
    });
    const { body } = await get('resource/default/prod-1');
    expect(body?.controllers).toEqual([
      expect.objectContaining({ cluster: 'prod-1', version: '2.17.1' }),
    ]);
  });
});
