import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { lbcStackReadPermission } from '@lbc-backstage/plugin-lbc-common';
import {
  cleanUpResponseSchema,
  entityLoadBalancersResponseSchema,
  subjectDetailSchema,
  timelineResponseSchema,
  transitionsResponseSchema,
  whatIfResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { sharedSubject } from '../__testUtils__/sharedSubject';
import { component, startApi } from '../__testUtils__/startApi';
import { controller } from '../__testUtils__/subjects';

/** Names and hosts of members that team checkout may not read. */
const SECRET =
  /vault|hideout|treasury|gold-api|k8s-hideout|10\.9\.9\.9|safe\.example|team-b-ns/i;

type Condition = Parameters<typeof createLbcStackConditionalDecision>[1];
let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

const byTeam = lbcStackConditions.isOwnedBy({
  claims: ['group:default/team-checkout'],
});

async function start(condition?: Condition) {
  started = await startApi({
    entities: [component('checkout'), component('vault', { owner: 'team-b' })],
    decide: (permission): PolicyDecision =>
      condition && permission === lbcStackReadPermission.name
        ? createLbcStackConditionalDecision(lbcStackReadPermission, condition)
        : { result: AuthorizeResult.ALLOW },
    fill: ({ readStore }) => {
      readStore.subjects = [sharedSubject()];
      readStore.controllers = [controller];
    },
  });
  // Whoever opens a page matches the entity.
  await see('vault');
  return started.server;
}

async function see(name: string) {
  const { body } = await request(started!.server)
    .get(`/api/lbc/entities/by-name/component/default/${name}/load-balancers`)
    .expect(200);
  return entityLoadBalancersResponseSchema.parse(body);
}

async function get(path: string) {
  const { body } = await request(started!.server)
    .get(`/api/lbc${path}`)
    .expect(200);
  return body;
}

const ENTITY = '/entities/by-name/component/default/checkout';
const everyAnswer: Array<[string, { parse(body: unknown): unknown }]> = [
  [`${ENTITY}/load-balancers`, entityLoadBalancersResponseSchema],
  ['/subjects/edge', subjectDetailSchema],
  ['/subjects/edge/transitions', transitionsResponseSchema],
  ['/subjects/edge/timeline', timelineResponseSchema],
  ['/subjects/edge/clean-up', cleanUpResponseSchema],
  ...[
    'owner-goes',
    'namespace-goes',
    'controller-goes',
    'cluster-goes',
  ].flatMap(
    (scenario): Array<[string, { parse(body: unknown): unknown }]> => [
      [`/subjects/edge/what-if?scenario=${scenario}`, whatIfResponseSchema],
      [`${ENTITY}/what-if?scenario=${scenario}`, whatIfResponseSchema],
      [`/clusters/prod-1/what-if?scenario=${scenario}`, whatIfResponseSchema],
    ],
  ),
];

describe('members that may not be read', () => {
  it.each(everyAnswer)('are not told of by %s', async (path, schema) => {
    await start(byTeam);
    await see('checkout');
    const body = await get(path);
    expect(() => schema.parse(body)).not.toThrow();
    expect(JSON.stringify(body)).not.toMatch(SECRET);
  });

  it('are counted, with their team', async () => {
    await start(byTeam);
    const [item] = (await see('checkout')).items;
    expect(item.owners.map(({ name }) => name)).toEqual(['web']);
    expect(item).toMatchObject({
      ownerCount: 1,
      routeCount: 1,
      because: { code: 'subject.member-hidden' },
      hiddenOwners: {
        count: 2,
        teams: [{ team: 'group:default/team-b', count: 2 }],
      },
    });
  });

  it('leave what is of the others', async () => {
    await start(byTeam);
    await see('checkout');
    const body = subjectDetailSchema.parse(await get('/subjects/edge'));
    expect(body.backends.map(({ name }) => name)).toEqual(['web']);
    expect(body.targetGroups.map(({ name }) => name)).toEqual([
      'k8s-shop-web-1',
    ]);
    expect(body.targetBindings.map(({ name }) => name)).toEqual([
      'k8s-shop-web-1',
    ]);
    expect(body.commands.map(({ text }) => text)).toEqual([
      'kubectl get ingress web -n shop -o yaml',
    ]);
    expect(body.evidence.map(each => each.message.code)).toEqual([
      'subject.member-hidden',
      'state.stuck-deleting',
    ]);
    expect(body.notExamined).toEqual([{ code: 'gap.namespaces-hidden' }]);
    // That several say so is said once.
    expect(body.whatHappens).toEqual([{ code: 'subject.member-hidden' }]);
    const [listener] = body.detail?.chain.listeners ?? [];
    expect(listener.rules.map(({ priority }) => priority)).toEqual([2]);
    expect(body.tags).toEqual({ 'ingress.k8s.aws/stack': 'edge' });
  });

  it('keep their Events, and texts that name them, to themselves', async () => {
    await start(byTeam);
    await see('checkout');
    const { items } = timelineResponseSchema.parse(
      await get('/subjects/edge/timeline'),
    );
    expect(items).toMatchObject([
      { event: { id: '0', hidden: { code: 'subject.member-hidden' } } },
      { event: { id: '1', text: 'Successfully reconciled' } },
    ]);
    expect(items).toHaveLength(2);
  });

  it('are judged by their own namespace', async () => {
    await start(lbcStackConditions.isInNamespace({ namespaces: ['shop'] }));
    const [item] = (await see('checkout')).items;
    expect(item.owners.map(({ name }) => name)).toEqual(['web', 'gold-api']);
    expect(item.hiddenOwners).toEqual({
      count: 1,
      teams: [{ team: 'group:default/team-b', count: 1 }],
    });
  });

  it('are none for who may read the whole cluster', async () => {
    await start(lbcStackConditions.isInCluster({ clusters: ['prod-1'] }));
    const [item] = (await see('checkout')).items;
    expect(item.hiddenOwners).toBeUndefined();
    expect(item.ownerCount).toBe(3);
    const body = await get('/subjects/edge');
    expect(JSON.stringify(body)).not.toMatch(/-hidden/);
    expect(JSON.stringify(await get('/subjects/edge/transitions'))).toMatch(
      /treasury/,
    );
  });

  it.each(['hideout', 'no-such'])(
    'are not found by asking for the namespace %s',
    async namespace => {
      const server = await start(byTeam);
      await see('checkout');
      const query = `scenario=namespace-goes&namespace=${namespace}`;
      await request(server)
        .get(`/api/lbc/subjects/edge/what-if?${query}`)
        .expect(404);
      await request(server)
        .get(`/api/lbc${ENTITY}/what-if?${query}`)
        .expect(404);
      const fleet = await get(`/clusters/prod-1/what-if?${query}`);
      expect(fleet.items).toEqual([]);
    },
  );

  it('come after those of the entity that is looked at', async () => {
    await start();
    const [item] = (await see('checkout')).items;
    expect(item.owners.map(({ name }) => name)).toEqual([
      'web',
      'vault',
      'gold-api',
    ]);
  });
});
