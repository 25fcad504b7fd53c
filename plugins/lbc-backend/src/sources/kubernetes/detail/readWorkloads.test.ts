import { StackService } from '@lbc-backstage/plugin-lbc-common';
import {
  Files,
  Fleet,
  JsonObject,
  JsonValue,
  World,
  loadBundledWorld,
} from 'lbc-sandbox';
import { expectOnlyReads } from '../../__testUtils__/mutations';
import { Portal, startPortal } from '../../__testUtils__/portal';
import { ProxyKubernetesSource } from '../ProxyKubernetesSource';

jest.setTimeout(120_000);

const GATE = 'target-health.elbv2.k8s.aws/k8s-shop-web-0123456789';

let fleet: Fleet;
let portal: Portal;
let source: ProxyKubernetesSource;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      {
        world: withGates(loadBundledWorld('ingress-group')),
        clusterName: 'prod-1',
      },
    ],
  });
  portal = await startPortal({ config: fleet.backstageConfig() });
  source = ProxyKubernetesSource.create({ ...portal, clock: Date });
});

afterEach(() => fleet.faults.clear());

afterAll(async () => {
  expectOnlyReads(fleet);
  await portal?.stop();
  await fleet?.stop();
});

const web = service('shop', 'web', { app: 'web' });
const ghost = service('blog', 'ghost', { app: 'ghost' });

function read(services: StackService[], targetIds: string[] = []) {
  const { signal } = new AbortController();
  return source.readWorkloads({
    cluster: 'prod-1',
    services,
    targetIds,
    signal,
  });
}

it('reads the Pods of the Services, with their readiness gates, and nothing else', async () => {
  fleet.calls.reset();
  const found = await read([web, ghost, web]);
  expect(found.notRead).toEqual([]);
  expect(found.cluster).toBe('prod-1');
  expect(found.pods.map(({ namespace }) => namespace).sort()).toEqual([
    'blog',
    'blog',
    'shop',
    'shop',
  ]);
  const [first, second] = found.pods.filter(
    ({ namespace }) => namespace === 'shop',
  );
  expect(first).toMatchObject({
    ip: expect.stringMatching(/^10\./),
    nodeName: expect.any(String),
    ready: true,
    readinessGates: [
      { type: GATE, status: 'False', reason: 'Target.FailedHealthChecks' },
    ],
  });
  // The gate is declared, and nobody has written its condition.
  expect(second.readinessGates).toEqual([{ type: GATE }]);
  expect(found.endpoints).toHaveLength(4);
  expect(found.endpoints[0]).toMatchObject({
    service: 'web',
    ready: true,
    pod: first.name,
  });
  expect(fleet.calls.snapshot()).toEqual({
    'kubernetes GET endpointslices': 2,
    'kubernetes GET pods': 2,
  });
});

it('looks for Nodes where a target is no Pod', async () => {
  const found = await read(
    [web],
    ['10.20.64.101', '10.20.64.21', 'i-0000000000000dead'],
  );
  expect(found.nodes).toEqual([
    expect.objectContaining({
      instanceId: expect.stringMatching(/^i-/),
      addresses: ['10.20.64.21'],
    }),
  ]);
  fleet.calls.reset();
  const [node] = found.nodes;
  expect((await read([], [node.instanceId ?? ''])).nodes).toHaveLength(1);
});

it('says what it may not read, and reads the rest', async () => {
  fleet.faults.set({
    side: 'kubernetes',
    resource: 'pods',
    fault: { kind: 'denied' },
  });
  const found = await read([web, ghost], ['10.20.64.21']);
  expect(found.pods).toEqual([]);
  expect(found.endpoints).toHaveLength(4);
  expect(found.nodes).toHaveLength(1);
  expect(found.notRead).toEqual([
    {
      operation: 'pods',
      reason: expect.objectContaining({
        code: expect.stringMatching(/^source\./),
      }),
    },
  ]);
});

it('asks for no Pods of a Service without a selector, and not for too many', async () => {
  fleet.calls.reset();
  const bare = service('shop', 'web');
  const found = await read([bare]);
  expect(found.pods).toEqual([]);
  expect(found.endpoints).toHaveLength(2);
  const many = Array.from({ length: 60 }, (_, at) =>
    service('shop', `s-${at}`),
  );
  fleet.calls.reset();
  const some = await read(many);
  expect(fleet.calls.snapshot()).toEqual({
    'kubernetes GET endpointslices': 50,
  });
  expect(some.notRead).toMatchObject([
    { operation: 'services', reason: { code: 'source.detail-too-many' } },
  ]);
});

function service(
  namespace: string,
  name: string,
  selector?: Record<string, string>,
): StackService {
  return {
    targetGroupArn: `arn:${name}`,
    namespace,
    targetBinding: `k8s-${namespace}-${name}`,
    name,
    ...(selector && { selector }),
  };
}

/** The world with a readiness gate on the Pods in `shop`; one has its condition. */
function withGates(world: World): World {
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      clusters: new Map(
        [...step.clusters].map(([name, cluster]) => [
          name,
          { ...cluster, files: withGate(cluster.files) },
        ]),
      ),
    })),
  };
}

function withGate(files: Files): Files {
  const list = objectOf(files.get('api/v1/pods'));
  let written = 0;
  const items = listOf(list.items).map(raw => {
    const pod = objectOf(raw);
    if (objectOf(pod.metadata).namespace !== 'shop') {
      return pod;
    }
    const status = objectOf(pod.status);
    const condition = {
      type: GATE,
      status: 'False',
      reason: 'Target.FailedHealthChecks',
    };
    return {
      ...pod,
      spec: {
        ...objectOf(pod.spec),
        readinessGates: [{ conditionType: GATE }],
      },
      status: {
        ...status,
        conditions: [
          ...listOf(status.conditions),
          ...(written++ === 0 ? [condition] : []),
        ],
      },
    };
  });
  return {
    get: path =>
      path === 'api/v1/pods' ? { ...list, items } : files.get(path),
    has: path => files.has(path),
    keys: () => files.keys(),
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
