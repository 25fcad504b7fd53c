import {
  DescribeListenerAttributesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { paginateGetResources } from '@aws-sdk/client-resource-groups-tagging-api';
import { AwsClients, awsClients } from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { itemsOf, kube, listAll } from '../__testUtils__/kube';
import { JsonObject, asArray, asObject, asObjects, at } from '../json';
import { WorldStep, bundledWorlds, loadBundledWorld } from '../worlds';
import { FleetCluster } from './options';

/** Kinds whose lists follow from something else than their own recording. */
const DERIVED = [
  'apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  'apis/rbac.authorization.k8s.io/v1/',
];

/** Every list that a cluster's discovery names, by API path. */
async function listPaths(cluster: FleetCluster): Promise<string[]> {
  const accept =
    'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
  const paths: string[] = [];
  for (const root of ['/api', '/apis']) {
    const answer = await kube(cluster, root, { headers: { accept } });
    for (const group of itemsOf(answer)) {
      const name = at(group, 'metadata', 'name');
      for (const { version, resources } of asObjects(group.versions)) {
        const base = name ? `apis/${name}/${version}` : `api/${version}`;
        paths.push(
          ...asObjects(resources)
            .filter(resource => asArray(resource.verbs).includes('list'))
            .map(resource => `${base}/${resource.resource}`),
        );
      }
    }
  }
  return paths;
}

const uidOf = (item: JsonObject) => String(at(item, 'metadata', 'uid'));
const bornOf = (item: JsonObject) =>
  String(at(item, 'metadata', 'creationTimestamp'));

/** Lists everything of a cluster; says when each object was made. */
async function listCluster(options: {
  cluster: FleetCluster;
  step: WorldStep;
  recordedName: string;
}): Promise<Map<string, string>> {
  const { cluster, step, recordedName } = options;
  const { files } = step.clusters.get(recordedName) ?? {};
  const born = new Map<string, string>();
  const paths = await listPaths(cluster);
  for (const path of paths) {
    const pages = await listAll(cluster, `/${path}`, 2);
    const recorded = files?.get(path);
    const derived = DERIVED.some(each => path.startsWith(each));
    const expected = recorded !== undefined || derived ? 200 : 403;
    expect([path, pages[0].status]).toEqual([path, expected]);
    const items = pages.flatMap(itemsOf);
    if (recorded !== undefined) {
      expect([path, items.map(uidOf)]).toEqual([
        path,
        asObjects(at(recorded, 'items')).map(uidOf),
      ]);
    }
    items.forEach(item => born.set(`${path} ${uidOf(item)}`, bornOf(item)));
  }
  // What was recorded is all there to be found.
  const lists = [...(files?.keys() ?? [])].filter(path =>
    Array.isArray(at(files?.get(path), 'items')),
  );
  expect(paths).toEqual(expect.arrayContaining(lists));
  return born;
}

/** Lists everything of a world's AWS scope. */
async function listAws({ elb, tagging }: AwsClients, step: WorldStep) {
  const recorded = (operation: string) =>
    asObject(step.aws.get(`elbv2/${operation}`));
  const arns: string[] = [];
  for await (const page of paginateDescribeLoadBalancers(
    { client: elb },
    { PageSize: 2 },
  )) {
    const found = page.LoadBalancers ?? [];
    arns.push(...found.map(each => String(each.LoadBalancerArn)));
  }
  expect(arns).toEqual(
    asObjects(recorded('DescribeLoadBalancers').LoadBalancers).map(
      each => each.LoadBalancerArn,
    ),
  );
  for await (const page of paginateDescribeTargetGroups(
    { client: elb },
    { PageSize: 2 },
  )) {
    const found = page.TargetGroups ?? [];
    arns.push(...found.map(each => String(each.TargetGroupArn)));
  }
  const descriptions = asObjects(recorded('DescribeTags').TagDescriptions);
  const tagged = descriptions.map(each => String(each.ResourceArn));
  expect(tagged).toEqual(expect.arrayContaining(arns));
  const described: unknown[] = [];
  for (let from = 0; from < tagged.length; from += 20) {
    const ResourceArns = tagged.slice(from, from + 20);
    const answer = await elb.send(new DescribeTagsCommand({ ResourceArns }));
    described.push(...(answer.TagDescriptions ?? []));
  }
  expect(described).toEqual(descriptions);
  const resources: string[] = [];
  for await (const page of paginateGetResources(
    { client: tagging, pageSize: 3 },
    {},
  )) {
    const found = page.ResourceTagMappingList ?? [];
    resources.push(...found.map(each => String(each.ResourceARN)));
  }
  expect(new Set(resources).size).toBe(resources.length);
  return recorded;
}

async function describeEach(
  { elb }: AwsClients,
  recorded: (operation: string) => JsonObject,
) {
  const each = async (
    operation: string,
    key: string,
    ask: (arn: string) => Promise<object>,
  ) => {
    for (const [arn, answer] of Object.entries(recorded(operation))) {
      expect(asObject(await plain(ask(arn)))[key] ?? []).toEqual(
        at(answer, key),
      );
    }
  };
  await each('DescribeListeners', 'Listeners', LoadBalancerArn =>
    elb.send(new DescribeListenersCommand({ LoadBalancerArn })),
  );
  await each('DescribeRules', 'Rules', ListenerArn =>
    elb.send(new DescribeRulesCommand({ ListenerArn })),
  );
  await each(
    'DescribeTargetHealth',
    'TargetHealthDescriptions',
    TargetGroupArn =>
      elb.send(new DescribeTargetHealthCommand({ TargetGroupArn })),
  );
  await each('DescribeLoadBalancerAttributes', 'Attributes', LoadBalancerArn =>
    elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn })),
  );
  await each('DescribeTargetGroupAttributes', 'Attributes', TargetGroupArn =>
    elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
  );
  await each('DescribeListenerAttributes', 'Attributes', ListenerArn =>
    elb.send(new DescribeListenerAttributesCommand({ ListenerArn })),
  );
}

async function plain(answer: Promise<object>): Promise<JsonObject> {
  return JSON.parse(JSON.stringify(await answer));
}

describe('every world, at every step', () => {
  const fleets = new TestFleets();

  afterEach(() => fleets.stopAll());

  it.each(bundledWorlds())(
    '%s can be listed completely',
    async name => {
      const clock = new TestClock();
      const world = loadBundledWorld(name);
      const fleet = await fleets.start({
        worlds: [{ world }],
        clock: clock.read,
        throttle: false,
      });
      const clients = awsClients(fleet, { region: world.steps[0].region });
      const born = new Map<string, string>();
      for (const step of world.steps) {
        expect(fleet.currentStep(name)).toBe(step.name);
        for (const cluster of fleet.clusters) {
          const made = await listCluster({
            cluster,
            step,
            recordedName: cluster.name,
          });
          for (const [object, at_] of made) {
            const key = `${cluster.name} ${object}`;
            // Nothing is made in the future, and nothing ever becomes older.
            expect(Date.parse(at_)).toBeLessThanOrEqual(clock.now);
            // The chart's own objects are made anew when it is installed anew.
            const isRbac = object.includes(DERIVED[1]);
            expect(isRbac ? at_ : born.get(key) ?? at_).toBe(at_);
            born.set(key, at_);
          }
        }
        await describeEach(clients, await listAws(clients, step));
        clock.advance(1500);
        if (step !== world.steps[world.steps.length - 1]) {
          fleet.step(name);
        }
      }
      expect(fleet.calls.mutations()).toEqual([]);
      // Thousands of requests over TLS take a while on a slow machine.
    },
    60_000,
  );
});
