import { get } from 'node:https';
import { baselineInfoSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { CANARIES, canaryLists } from './__testUtils__/canaries';
import { catalogOf } from './__testUtils__/catalogOf';
import { clusterCopy } from './__testUtils__/clusterCopy';
import { DatabaseDump } from './__testUtils__/databaseDump';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

const CLUSTER = 'prod-1';
const ENTITY = '/entities/by-name/component/default/web';

const dump = new DatabaseDump();
let watched: WatchedFleet;
const answers: string[] = [];

async function ask(path: string): Promise<void> {
  const { status, body } = await watched.backend.get(path);
  expect([path, status]).toEqual([path, 200]);
  answers.push(JSON.stringify(body));
}

/** Where a cluster quotes the token that it was sent. */
function quotingToken(token: string) {
  watched.fleet.faults.set('quote', {
    side: 'kubernetes',
    resource: 'services',
    fault: {
      kind: 'status',
      code: 403,
      body: JSON.stringify({
        kind: 'Status',
        message: `Authorization: Bearer ${token} may not list services`,
      }),
    },
  });
  watched.fleet.faults.set('quote-too', {
    side: 'kubernetes',
    resource: 'events',
    fault: { kind: 'status', code: 500, body: `Bearer ${token}` },
  });
}

beforeAll(async () => {
  watched = await WatchedFleet.start({
    worlds: [
      {
        world: clusterCopy({
          world: loadBundledWorld('ingress-alb'),
          number: 1,
          kubernetes: canaryLists,
        }),
        clusterName: CLUSTER,
      },
      // Its account is not the portal's own: a role is assumed.
      {
        world: clusterCopy({
          world: loadBundledWorld('ingress-group'),
          number: 2,
        }),
        name: 'other',
        clusterName: 'prod-2',
        accountId: '222222222222',
      },
    ],
    logLevel: 'debug',
    features: [dump.feature],
    catalog: catalogOf([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'web',
          namespace: 'default',
          annotations: { 'lbc/stack': `${CLUSTER}/ingress/shop/web` },
        },
        spec: { type: 'service', owner: 'group:default/shop' },
      },
    ]),
  });
  const { backend, fleet } = watched;
  await watched.round(6);
  quotingToken(fleet.clusters[0].token);
  const subjects = await watched.subjects();
  for (const { id } of subjects) {
    await backend.post(`/subjects/${encodeURIComponent(id)}/detail`);
  }
  const { body } = await backend.post('/baselines', {
    cluster: CLUSTER,
    name: 'one',
  });
  const baseline = baselineInfoSchema.parse(body);
  await watched.round(6);
  await backend.post(`/baselines/${baseline.id}/comparisons`);
  await watched.round(6);

  for (const { id } of subjects) {
    const path = `/subjects/${encodeURIComponent(id)}`;
    for (const part of [
      '',
      '/detail',
      '/clean-up',
      '/what-if?scenario=cluster',
      '/transitions',
      '/timeline',
    ]) {
      answers.push(JSON.stringify((await backend.get(path + part)).body));
    }
  }
  for (const path of [
    `${ENTITY}/load-balancers`,
    `${ENTITY}/compatibility`,
    `${ENTITY}/readiness`,
    `/controllers/${CLUSTER}/compatibility`,
    `/controllers/${CLUSTER}/readiness?kubernetes=1.35`,
    `/controllers/${CLUSTER}/removal`,
    `/controllers/${CLUSTER}/attestations`,
    `/baselines?cluster=${CLUSTER}`,
    `/baselines/${baseline.id}`,
    `/baselines/${baseline.id}/comparison`,
    '/controllers',
    '/coverage?limit=100',
    '/health',
  ]) {
    await ask(path);
  }
});

afterAll(async () => {
  await watched?.stop();
});

/** Everything that opens a door, in a cluster and in the configuration. */
function secrets(): string[] {
  const { fleet } = watched;
  const { aws, kubernetes } = fleet.backstageConfig();
  return [
    ...Object.values(CANARIES),
    aws.mainAccount.secretAccessKey,
    ...kubernetes.clusterLocatorMethods.flatMap(({ clusters }) =>
      clusters.map(({ serviceAccountToken }) => serviceAccountToken),
    ),
    // How the session tokens of the fleet's STS begin.
    Buffer.from('{"account":"').toString('base64url').slice(0, 15),
    Buffer.from('{"account":"').toString('base64').slice(0, 15),
  ];
}

function found(text: string): string[] {
  return secrets().filter(secret => text.includes(secret));
}

it('asks no cluster for a Secret', () => {
  const { calls } = watched.fleet;
  expect(calls.total('kubernetes GET secrets')).toBe(0);
  expect(calls.mutations()).toEqual([]);
  expect(calls.snapshot()['sts AssumeRole']).toBe(1);
});

it('has a Secret that whoever asks for it is given', async () => {
  const [cluster] = watched.fleet.clusters;
  const answer = await new Promise<string>((resolve, reject) => {
    const asked = get(
      `${cluster.url}/api/v1/secrets`,
      {
        ca: cluster.caPem,
        headers: { authorization: `Bearer ${cluster.token}` },
      },
      response => {
        response.setEncoding('utf8');
        let body = '';
        response.on('data', piece => (body += piece));
        response.on('end', () => resolve(body));
      },
    );
    asked.on('error', reject);
  });
  expect(found(answer)).toEqual([CANARIES.secret, CANARIES.secretName]);
});

it('stores none', async () => {
  const tables = await dump.read();
  expect([...tables.keys()]).toEqual(
    expect.arrayContaining(['sweep_target', 'subject']),
  );
  const all = [...tables.values()].flat().join('\n');
  // It was unpacked: names are there, and so is who could not be read.
  expect(all.includes('aws-load-balancer-controller')).toBe(true);
  expect(all.includes('may not list services')).toBe(true);
  for (const [table, rows] of tables) {
    expect([table, found(rows.join('\n'))]).toEqual([table, []]);
  }
});

it('logs none', () => {
  expect(watched.log.length).toBeGreaterThan(0);
  expect(found(watched.log.join('\n'))).toEqual([]);
});

it('serves none', () => {
  const all = answers.join('\n');
  expect(all.includes('may not list services')).toBe(true);
  expect(found(all)).toEqual([]);
});
