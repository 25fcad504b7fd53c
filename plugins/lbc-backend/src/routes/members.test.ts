import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  lbcStackReadPermission,
  message,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
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
import type { FakeSubject } from '../__testUtils__/FakeStore';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, controller, fakeSubject } from '../__testUtils__/subjects';

/** Names and hosts of members that team checkout may not read. */
const SECRET =
  /vault|hideout|treasury|gold-api|k8s-hideout|10\.9\.9\.9|safe\.example|team-b-ns/i;

type Condition = Parameters<typeof createLbcStackConditionalDecision>[1];
type Owner = SubjectSummary['owners'][number];

let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

function owner(namespace: string, name: string): Owner {
  return {
    kind: 'Ingress',
    namespace,
    name,
    exists: true,
    state: 'in-service',
    because: message('state.stuck-deleting', {
      kind: 'Ingress',
      namespace,
      name,
      blockers: 1,
    }),
  };
}

const TG = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup';
const owners = [
  owner('hideout', 'vault'),
  owner('shop', 'web'),
  owner('shop', 'gold-api'),
];
const visibleGroup = { arn: `${TG}/k8s-shop-web-1/1`, name: 'k8s-shop-web-1' };
const hiddenGroup = {
  arn: `${TG}/k8s-hideout-safe-2/2`,
  name: 'k8s-hideout-safe-2',
};

/** One load balancer of three Ingresses: two of them are others'. */
function shared(): FakeSubject {
  const base = fakeSubject({
    id: 'edge',
    summary: {
      stack: 'edge',
      owners,
      ownerCount: 3,
      routeCount: 3,
      state: 'failing',
      because: message('state.stuck-deleting', {
        kind: 'Ingress',
        namespace: 'hideout',
        name: 'vault',
      }),
      loadBalancer: {
        arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-edge-1/1',
        name: 'k8s-edge-1',
        dnsName: 'k8s-edge-1.eu-west-1.elb.amazonaws.com',
        type: 'application',
        state: 'active',
      },
    },
  });
  const about = (namespace: string, name: string) =>
    message('state.stuck-deleting', {
      kind: 'Ingress',
      namespace,
      name,
      blockers: 1,
    });
  return {
    ...base,
    detail: {
      ...base.detail,
      allOwners: owners,
      members: owners.map(({ kind, namespace, name }) => ({
        kind,
        namespace,
        name,
        backends: 1,
        hosts: [name === 'web' ? 'shop.example.com' : `${name}.safe.example`],
      })),
      backends: [
        { namespace: 'hideout', name: 'safe', routes: ['vault.safe.example/'] },
        { namespace: 'shop', name: 'web', routes: ['shop.example.com/'] },
        { namespace: 'shop', name: 'gold', routes: ['gold-api.safe.example/'] },
      ],
      evidence: [
        {
          message: about('hideout', 'vault'),
          source: 'kubernetes',
          role: 'supports',
        },
        {
          message: about('shop', 'web'),
          source: 'kubernetes',
          role: 'context',
        },
      ],
      findings: [
        {
          code: 'group-frozen',
          failureModes: ['F16'],
          title: message('state.not-judged'),
          messages: [about('shop', 'gold-api')],
          who: 'you',
          whatToDo: about('hideout', 'vault'),
          evidence: [],
        },
      ],
      whatHappens: [about('hideout', 'vault'), about('shop', 'gold-api')],
      whatToDo: [{ who: 'you', message: about('hideout', 'vault') }],
      commands: [
        {
          tool: 'kubectl',
          purpose: message('state.not-judged'),
          text: 'kubectl get ingress vault -n hideout -o yaml',
        },
        {
          tool: 'kubectl',
          purpose: message('state.not-judged'),
          text: 'kubectl get ingress web -n shop -o yaml',
        },
      ],
      targetGroups: [
        { ...visibleGroup, targetBinding: 'shop/k8s-shop-web-1' },
        { ...hiddenGroup, targetBinding: 'hideout/k8s-hideout-safe-2' },
      ],
      targetBindings: [
        ['shop', 'k8s-shop-web-1'],
        ['hideout', 'k8s-hideout-safe-2'],
        ['shop', 'k8s-shop-gold-3'],
      ].map(([namespace, name]) => ({
        id: name,
        cluster: 'prod-1',
        namespace,
        name,
        targetGroup: name,
        ownerExists: true,
        state: 'bound',
        because: message('state.not-judged'),
        observedAt: AT,
      })),
      tags: { 'ingress.k8s.aws/stack': 'edge', members: 'hideout/vault' },
      detail: {
        observedAt: AT,
        notRead: [],
        chain: {
          moreListeners: 0,
          moreTargetGroups: 0,
          listeners: [
            {
              arn: 'listener',
              port: 443,
              protocol: 'HTTPS',
              certificateArns: [],
              moreRules: 0,
              rulesRead: true,
              rules: [
                rule(1, 'vault.safe.example', hiddenGroup),
                rule(2, 'shop.example.com', visibleGroup),
                rule(3, 'team-b-ns.example'),
              ],
            },
          ],
          targetGroups: [visibleGroup, hiddenGroup].map((group, index) => ({
            ...group,
            services: [],
            targets: [{ id: `10.9.9.${index + 8}`, state: 'healthy' }],
            moreTargets: 0,
          })),
        },
      },
      drift: {
        observedAt: AT,
        facet: 'found',
        moreFindings: 0,
        notExamined: [],
        compared: 2,
        findings: [
          {
            message: message('state.not-judged'),
            path: 'listeners.443.rules.vault.safe.example',
            expected: null,
            live: 'forward',
            kind: 'not-noticed',
          },
        ],
      },
      removal: {
        owners: owners.map(({ kind, namespace, name }) => ({
          kind,
          namespace,
          name,
          role: 'member',
          finalizers: ['group.ingress.k8s.aws/edge'],
          attended: 'alive',
          blockers: [],
        })),
        securityGroups: [],
        availabilityZones: 2,
        usedElsewhere: [],
      },
    },
    facts: {
      ...base.facts,
      stacks: ['group/edge'],
      owners: [
        labelled('hideout', 'vault', 'vault'),
        labelled('shop', 'web', 'checkout'),
        labelled('shop', 'gold-api', 'vault'),
      ],
    },
    timeline: [
      ['Ingress', 'shop', 'web', 'Failed build model due to hideout/vault'],
      ['Ingress', 'shop', 'web', 'Successfully reconciled'],
      ['Ingress', 'hideout', 'vault', 'Successfully reconciled'],
      ['Ingress', 'shop', 'gold-api', 'Successfully reconciled'],
      ['TargetGroupBinding', 'hideout', 'k8s-hideout-safe-2', 'Reconciled'],
    ].map(([kind, namespace, name, text], index) => ({
      type: 'event',
      at: AT,
      event: {
        id: String(index),
        object: { kind, namespace, name },
        text,
        firstAt: AT,
        count: 1,
      },
    })),
    transitions: [
      {
        id: '2',
        from: 'in-service',
        to: 'failing',
        at: AT,
        because: about('hideout', 'vault'),
        cause: 'observed',
        evidence: [
          {
            message: about('treasury', 'former'),
            source: 'kubernetes',
            role: 'context',
          },
        ],
      },
    ],
  };
}

function rule(priority: number, host: string, group?: { arn: string }) {
  return {
    priority,
    conditions: [{ field: 'host-header', values: [host], moreValues: 0 }],
    actions: [
      group
        ? { type: 'forward', targetGroups: [{ arn: group.arn }] }
        : { type: 'fixed-response', statusCode: '404' },
    ],
  };
}

function labelled(namespace: string, name: string, app: string) {
  return { kind: 'Ingress', namespace, name, labels: { app }, annotations: {} };
}

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
      readStore.subjects = [shared()];
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
