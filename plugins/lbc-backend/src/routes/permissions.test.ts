import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';
import { controller, fakeSubject } from '../__testUtils__/subjects';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { lbcStackReadPermission } from '@lbc-backstage/plugin-lbc-common';

type Started = Awaited<ReturnType<typeof startApi>>;
let started: Started | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

type Condition = Parameters<typeof createLbcStackConditionalDecision>[1];

function only(conditions: Condition) {
  return (permission: string): PolicyDecision =>
    permission === lbcStackReadPermission.name
      ? createLbcStackConditionalDecision(lbcStackReadPermission, conditions)
      : { result: AuthorizeResult.ALLOW };
}

function deny(...names: string[]) {
  return (permission: string): PolicyDecision => ({
    result: names.includes(permission)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });
}

const CLAIM = { 'lbc/stack': 'prod-1/ingress/secret/vault' };
const entities = [
  component('checkout'),
  component('spy', { annotations: CLAIM }),
  component('vault'),
];
const subjects = [
  fakeSubject({ id: 'web' }),
  fakeSubject({
    id: 'vault',
    app: 'vault',
    summary: {
      owners: [
        {
          kind: 'Ingress',
          namespace: 'secret',
          name: 'vault',
          exists: true,
          state: 'in-service',
        },
      ],
    },
  }),
  fakeSubject({ id: 'elsewhere', summary: { cluster: 'prod-2' } }),
];

async function start(decide: (permission: string) => PolicyDecision) {
  started = await startApi({
    entities,
    decide,
    fill: ({ readStore }) => {
      readStore.subjects = subjects;
      readStore.controllers = [controller];
    },
  });
  return started.server;
}

async function see(name: string) {
  const { body } = await request(started!.server)
    .get(`/api/lbc/entities/by-name/component/default/${name}/load-balancers`)
    .expect(200);
  return {
    ids: body.items.map(({ id }: { id: string }) => id),
    totalItems: body.totalItems,
    notPermitted: body.notPermitted,
    verdict: body.verdict?.state,
    codes: body.problems.map(
      ({ message }: { message: { code: string } }) => message.code,
    ),
    text: JSON.stringify(body),
  };
}

describe('a deny', () => {
  it('leaks no name and no count', async () => {
    await start(deny('lbc.stack.read'));
    const seen = await see('checkout');
    expect(seen).toMatchObject({
      ids: [],
      totalItems: 0,
      notPermitted: 0,
      verdict: undefined,
      codes: ['entity.not-permitted'],
    });
    expect(seen.text).not.toMatch(/web|prod-|123456789012/);
    const server = started!.server;
    await request(server).get('/api/lbc/subjects/web').expect(404);
    await request(server).get('/api/lbc/subjects/web/transitions').expect(404);
    await request(server)
      .post('/api/lbc/entities/by-name/component/default/checkout/refresh')
      .expect(403);
  });

  it('answers for a subject that there is as for one that there is not', async () => {
    const server = await start(deny('lbc.stack.read'));
    const there = await request(server).get('/api/lbc/subjects/web');
    const not = await request(server).get('/api/lbc/subjects/nope');
    expect(there.body.error).toEqual(not.body.error);
  });
});

describe('a condition', () => {
  it.each<[string, Condition, string[], number]>([
    [
      'cluster',
      lbcStackConditions.isInCluster({ clusters: ['prod-1'] }),
      ['web'],
      1,
    ],
    [
      'account',
      lbcStackConditions.isInAccount({ accountIds: ['210987654321'] }),
      [],
      2,
    ],
    [
      'namespace',
      lbcStackConditions.isInNamespace({ namespaces: ['shop'] }),
      ['web', 'elsewhere'],
      0,
    ],
    [
      'owner',
      lbcStackConditions.isOwnedBy({ claims: ['Group:default/team-checkout'] }),
      ['web', 'elsewhere'],
      0,
    ],
    [
      'all of them',
      {
        allOf: [
          lbcStackConditions.isInNamespace({ namespaces: ['shop'] }),
          { not: lbcStackConditions.isInCluster({ clusters: ['prod-1'] }) },
        ],
      },
      ['elsewhere'],
      1,
    ],
  ])('by %s shows what it allows and counts the rest', async (...row) => {
    const [, condition, ids, notPermitted] = row;
    await start(only(condition));
    expect(await see('checkout')).toMatchObject({ ids, notPermitted });
  });

  it('judges a claimed subject by itself, and tells nothing of it', async () => {
    const shop = lbcStackConditions.isInNamespace({ namespaces: ['shop'] });
    const server = await start(only(shop));
    const seen = await see('spy');
    expect(seen).toMatchObject({
      ids: [],
      totalItems: 0,
      notPermitted: 0,
      codes: ['entity.claim-not-permitted'],
    });
    await request(server).get('/api/lbc/subjects/vault').expect(404);
    await request(server).get('/api/lbc/subjects/web').expect(200);
  });

  it('says the same of a claim to what does not exist', async () => {
    entities[1].metadata.annotations = {
      'lbc/stack': 'prod-1/ingress/secret/nothing',
    };
    await start(
      only(lbcStackConditions.isInNamespace({ namespaces: ['shop'] })),
    );
    expect((await see('spy')).codes).toEqual(['entity.claim-not-permitted']);
    entities[1].metadata.annotations = CLAIM;
  });

  it('does not make an owner of who merely claims', async () => {
    await start(
      only(
        lbcStackConditions.isOwnedBy({ claims: ['group:default/team-spy'] }),
      ),
    );
    expect(await see('spy')).toMatchObject({ ids: [], notPermitted: 0 });
  });

  it('shows a claim where the subject may be read', async () => {
    await start(
      only(lbcStackConditions.isInNamespace({ namespaces: ['secret'] })),
    );
    expect(await see('spy')).toMatchObject({ ids: ['vault'], codes: [] });
  });

  it('judges a subject also for the permission backend', async () => {
    const server = await start(() => ({ result: AuthorizeResult.ALLOW }));
    await see('checkout');
    const apply = async (
      conditions: Condition,
    ): Promise<{ result: string }[]> => {
      const { body } = await request(server)
        .post('/api/lbc/.well-known/backstage/permissions/apply-conditions')
        .set('authorization', mockCredentials.service.header())
        .send({
          items: ['web', 'vault', 'nope'].map(id => ({
            id,
            resourceRef: id,
            resourceType: 'lbc-stack',
            conditions,
          })),
        })
        .expect(200);
      return body.items.map(({ result }: { result: string }) => result);
    };
    expect(
      await apply(
        lbcStackConditions.isOwnedBy({
          claims: ['group:default/team-checkout'],
        }),
      ),
    ).toEqual(['ALLOW', 'DENY', 'DENY']);
    expect(
      await apply(lbcStackConditions.isInNamespace({ namespaces: ['secret'] })),
    ).toEqual(['DENY', 'ALLOW', 'DENY']);
  });
});

describe('basic permissions', () => {
  it('keep the fleet and refreshes to those who may', async () => {
    const server = await start(deny('lbc.fleet.read', 'lbc.refresh'));
    await request(server).get('/api/lbc/controllers').expect(403);
    await request(server).get('/api/lbc/coverage').expect(403);
    const { body } = await request(server)
      .post('/api/lbc/entities/by-name/component/default/checkout/refresh')
      .expect(403);
    expect(body.error.message).toMatch(/lbc\.refresh/);
    expect(started!.engine.expedited).toEqual([]);
  });
});
