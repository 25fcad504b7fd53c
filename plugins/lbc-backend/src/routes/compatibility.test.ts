import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ClusterSnapshot,
  lbcFleetReadPermission,
  lbcStackReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { compatibilityResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { createLbcStackConditionalDecision, lbcStackConditions } from '..';
import { sharedSubject } from '../__testUtils__/sharedSubject';
import { component, startApi } from '../__testUtils__/startApi';
import { AT, controller, fakeSubject } from '../__testUtils__/subjects';

let started: Awaited<ReturnType<typeof startApi>> | undefined;

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

const ANNOTATION = 'alb.ingress.kubernetes.io';

function read<T>(items: T[]) {
  return {
    coverage: 'complete' as const,
    items,
    observedAt: AT,
    attemptedAt: AT,
  };
}

function ingress(namespace: string, name: string, word: string) {
  return {
    metadata: {
      namespace,
      name,
      uid: name,
      annotations: { [`${ANNOTATION}/${word}`]: 'x' },
    },
    spec: { ingressClassName: 'alb' },
  };
}

/** A cluster with a controller and an Ingress of each of two teams. */
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
    ingressClasses: read([
      {
        metadata: { namespace: '', name: 'alb', uid: 'c' },
        spec: { controller: 'ingress.k8s.aws/alb' },
      },
    ]),
    ingressClassParams: read([]),
    ingresses: read([
      ingress('shop', 'web', 'scheme'),
      ingress('shop', 'gold-api', 'hidden-thing'),
      ingress('hideout', 'vault', 'hidden-thing'),
    ]),
  },
};

const SECRET = /vault|hideout|gold-api|hidden-thing/;

async function start(options: {
  decide?: (permission: string) => PolicyDecision;
  clusterEntity?: boolean;
  snapshot?: ClusterSnapshot | null;
  empty?: boolean;
}) {
  const { decide, snapshot = cluster } = options;
  started = await startApi({
    entities: [
      component('checkout'),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'prod-1' },
        spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
      },
    ],
    ...(decide && { decide }),
    fill: engine => {
      engine.readStore.subjects = options.empty
        ? [fakeSubject({ id: 'other', app: 'other' })]
        : [sharedSubject()];
      engine.readStore.controllers = [controller];
      if (snapshot) {
        engine.clusterSnapshots.set('prod-1', snapshot);
      }
    },
  });
}

async function get(path: string) {
  const { body, status } = await request(started!.server).get(
    `/api/lbc${path}`,
  );
  return status === 200
    ? { status, report: compatibilityResponseSchema.parse(body) }
    : { status };
}

const ENTITY = '/entities/by-name/component/default/checkout/compatibility';
const CLUSTER = '/controllers/prod-1/compatibility';

const onlyOwn = (permission: string): PolicyDecision =>
  permission === lbcStackReadPermission.name
    ? createLbcStackConditionalDecision(
        lbcStackReadPermission,
        lbcStackConditions.isOwnedBy({
          claims: ['group:default/team-checkout'],
        }),
      )
    : { result: AuthorizeResult.ALLOW };

it('tells an entity what serves it, and what its own objects use', async () => {
  await start({});
  const { report } = await get(ENTITY);
  expect(report).toMatchObject({
    entityRef: 'component:default/checkout',
    notes: [],
    knowledge: { newest: 'v3.5.0', releases: 65 },
    controllers: [
      {
        controller: {
          cluster: 'prod-1',
          version: 'v2.17.1',
          liveness: 'alive',
        },
        kubernetes: { version: '1.34' },
      },
    ],
  });
  // By the kubernetes plugin's rules only shop/web is its own.
  expect(report?.controllers[0].features.map(({ name }) => name)).toEqual([
    `${ANNOTATION}/scheme`,
  ]);
});

it('tells all of a cluster, on its entity and by its name', async () => {
  await start({});
  const { report } = await get(CLUSTER);
  expect(report?.entityRef).toBeUndefined();
  expect(report?.controllers[0].features).toHaveLength(3);
  const entity = await get(
    '/entities/by-name/resource/default/prod-1/compatibility',
  );
  expect(entity.report?.controllers).toEqual(report?.controllers);
});

it('names no objects of owners that the caller may not read', async () => {
  await start({ decide: onlyOwn });
  await request(started!.server)
    .get('/api/lbc/entities/by-name/component/default/checkout/load-balancers')
    .expect(200);
  for (const path of [ENTITY, CLUSTER]) {
    const { report } = await get(path);
    expect(report?.controllers).toHaveLength(1);
    expect(JSON.stringify(report)).not.toMatch(SECRET);
    expect(report?.controllers[0].features.map(({ name }) => name)).toEqual([
      `${ANNOTATION}/scheme`,
    ]);
    expect(report?.notes.map(({ code }) => code)).toContain(
      'compatibility.hidden-owners',
    );
  }
});

it('wants the right to read the fleet for a cluster', async () => {
  await start({
    decide: permission => ({
      result:
        permission === lbcFleetReadPermission.name
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
  });
  expect((await get(CLUSTER)).status).toBe(403);
  // The entity that says that it is the cluster gets no more than its own.
  const { report } = await get(
    '/entities/by-name/resource/default/prod-1/compatibility',
  );
  expect(JSON.stringify(report)).not.toMatch(SECRET);
});

it('says why it has nothing to say', async () => {
  await start({ empty: true });
  const { report } = await get(ENTITY);
  expect(report).toMatchObject({
    controllers: [],
    notes: [{ code: 'compatibility.no-cluster' }],
  });
  expect((await get('/controllers/nope/compatibility')).status).toBe(404);
});

it.each<[string, ClusterSnapshot | null, string]>([
  ['was not read yet', null, 'compatibility.cluster-not-read'],
  [
    'has none',
    { ...cluster, kinds: { deployments: read([]) } },
    'compatibility.no-controller',
  ],
  [
    'may have one',
    { ...cluster, kinds: {} },
    'compatibility.controllers-not-read',
  ],
])('says that a cluster %s', async (_, snapshot, code) => {
  await start({ snapshot });
  const { report } = await get(CLUSTER);
  expect(report).toMatchObject({ controllers: [], notes: [{ code }] });
});
