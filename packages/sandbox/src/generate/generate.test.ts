import { createHash } from 'crypto';
import {
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { assumeRole, awsClients } from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { itemsOf, kube, listAll } from '../__testUtils__/kube';
import { JsonObject, JsonValue, asArray, asObjects, at } from '../json';
import { Files, World, WorldStep, packWorld, scopesOf } from '../worlds';
import { distribute } from './distribute';
import { generate } from './generate';
import { Random } from './random';
import { SIZES, SIZE_NUMBERS, Size } from './sizes';

const LB = 'elbv2/DescribeLoadBalancers';
const TG = 'elbv2/DescribeTargetGroups';

const items = (files: Files, path: string) =>
  asObjects(at(files.get(path), 'items'));
const clustersOf = (step: WorldStep) => [...step.clusters.values()];
const loadBalancersOf = (step: WorldStep) =>
  scopesOf(step).flatMap(({ aws }) =>
    asObjects(at(aws.get(LB), 'LoadBalancers')),
  );
const targetGroupsOf = (step: WorldStep) =>
  scopesOf(step).flatMap(({ aws }) =>
    asObjects(at(aws.get(TG), 'TargetGroups')),
  );
const tagsOf = (step: WorldStep) =>
  new Map(
    scopesOf(step)
      .flatMap(({ aws }) =>
        asObjects(at(aws.get('elbv2/DescribeTags'), 'TagDescriptions')),
      )
      .map(each => [
        String(each.ResourceArn),
        new Map(
          asObjects(each.Tags).map(tag => [String(tag.Key), String(tag.Value)]),
        ),
      ]),
  );
const sha = (value: Buffer) => createHash('sha256').update(value).digest('hex');

const hostnameOf = (owner: JsonObject) =>
  at(owner, 'status', 'loadBalancer', 'ingress', 0, 'hostname');

/** The hash at the end of the controller's names. */
const nameHash = (...parts: string[]) =>
  createHash('sha256').update(parts.join('')).digest('hex').slice(0, 10);

describe('generate', () => {
  it.each(SIZES)('makes as much as %s says', size => {
    const [step] = generate({ size, seed: 1 }).steps;
    const numbers = SIZE_NUMBERS[size];
    const pods = clustersOf(step)
      .map(({ files }) => items(files, 'api/v1/pods').length)
      .reduce((sum, count) => sum + count, 0);
    expect({
      loadBalancers: loadBalancersOf(step).length,
      targetGroups: targetGroupsOf(step).length,
      clusters: step.clusters.size,
      scopes: scopesOf(step).length,
      pods,
    }).toEqual(numbers);
  });

  it('is the same for the same seed, and another for another', () => {
    const pack = (seed: number) =>
      sha(packWorld(generate({ size: 'S', seed })));
    expect(pack(5)).toBe(pack(5));
    expect(pack(5)).not.toBe(pack(6));
  });

  it('is the same in whatever order one asks', () => {
    const forward = generate({ size: 'S', seed: 9 });
    const backward = generate({ size: 'S', seed: 9 });
    const [one] = clustersOf(forward.steps[0]);
    const [other] = clustersOf(backward.steps[0]);
    const paths = [...one.files.keys()];
    const answers = new Map(
      [...paths].reverse().map(path => [path, other.files.get(path)]),
    );
    for (const path of paths) {
      expect(one.files.get(path)).toEqual(answers.get(path));
    }
    expect(paths).toContain('version');
  });

  describe.each<[Size, number]>([
    ['S', 1],
    ['S', 2],
    ['M', 3],
    ['L', 4],
  ])('of size %s from seed %d', (size, seed) => {
    const world: World = generate({ size, seed });
    const [step] = world.steps;
    const balancers = loadBalancersOf(step);
    const tags = tagsOf(step);

    it('says what is true of each load balancer', () => {
      const subjects = world.truth?.steps[0].subjects ?? [];
      expect(subjects.map(each => each.arn).sort()).toEqual(
        balancers.map(each => each.LoadBalancerArn).sort(),
      );
      const states = new Set(subjects.map(each => each.state));
      expect([...states]).toEqual(
        expect.arrayContaining([
          'in-service',
          'foreign',
          'orphaned',
          'stuck-deleting',
        ]),
      );
    });

    it('has identifiers once', () => {
      for (const { files } of clustersOf(step)) {
        for (const path of [
          'api/v1/pods',
          'api/v1/services',
          'apis/apps/v1/deployments',
        ]) {
          const uids = items(files, path).map(item =>
            at(item, 'metadata', 'uid'),
          );
          const names = items(files, path).map(
            item =>
              `${at(item, 'metadata', 'namespace')}/${at(
                item,
                'metadata',
                'name',
              )}`,
          );
          expect(new Set(uids).size).toBe(uids.length);
          expect(new Set(names).size).toBe(names.length);
        }
      }
      const addresses = clustersOf(step).flatMap(({ files }) => [
        ...items(files, 'api/v1/pods').map(pod => at(pod, 'status', 'podIP')),
        ...items(files, 'api/v1/nodes').map(node =>
          at(node, 'status', 'addresses', 0, 'address'),
        ),
      ]);
      expect(new Set(addresses).size).toBe(addresses.length);
      const arns = [...balancers, ...targetGroupsOf(step)].map(
        each => each.LoadBalancerArn ?? each.TargetGroupArn,
      );
      expect(new Set(arns).size).toBe(arns.length);
    });

    it('has bindings for the target groups that the controller made', () => {
      const bound = clustersOf(step).flatMap(({ files }) =>
        items(files, 'apis/elbv2.k8s.aws/v1beta1/targetgroupbindings').map(
          binding => at(binding, 'spec', 'targetGroupARN'),
        ),
      );
      const made = targetGroupsOf(step)
        .map(group => String(group.TargetGroupArn))
        .filter(arn => tags.get(arn)?.has('elbv2.k8s.aws/cluster'));
      expect([...bound].sort()).toEqual(made.sort());
    });

    it("has names in the controller's form, with hashes that can be made again", () => {
      const ingressNames = balancers.flatMap(balancer => {
        const of = tags.get(String(balancer.LoadBalancerArn));
        const stack = of?.get('ingress.k8s.aws/stack');
        const cluster = of?.get('elbv2.k8s.aws/cluster');
        return stack === undefined || cluster === undefined
          ? []
          : [
              {
                name: String(balancer.LoadBalancerName),
                hash: nameHash(cluster, stack, String(balancer.Scheme)),
              },
            ];
      });
      const serviceNames = [...step.clusters].flatMap(([cluster, { files }]) =>
        items(files, 'api/v1/services').flatMap(service => {
          const balancer = balancers.find(
            each => each.DNSName === hostnameOf(service),
          );
          const uid = String(at(service, 'metadata', 'uid'));
          return balancer
            ? [
                {
                  name: String(balancer.LoadBalancerName),
                  hash: nameHash(cluster, uid, String(balancer.Scheme)),
                },
              ]
            : [];
        }),
      );
      expect(ingressNames.length).toBeGreaterThan(0);
      expect(serviceNames.length).toBeGreaterThan(0);
      for (const { name, hash } of [...ingressNames, ...serviceNames]) {
        expect(name.length).toBeLessThanOrEqual(32);
        expect(name).toMatch(/^k8s-[a-z0-9-]+-[0-9a-f]{10}$/);
        expect(name.slice(-10)).toBe(hash);
      }
    });

    it('has owners whose status names a load balancer, but for those that have none', () => {
      const names = new Set(balancers.map(each => String(each.DNSName)));
      const owned = clustersOf(step).flatMap(({ files }) => [
        ...items(files, 'apis/networking.k8s.io/v1/ingresses').map(hostnameOf),
        ...items(files, 'api/v1/services').map(hostnameOf),
        ...items(files, 'apis/gateway.networking.k8s.io/v1/gateways').map(
          each => at(each, 'status', 'addresses', 0, 'value'),
        ),
      ]);
      const hostnames = owned.filter(hostname => hostname !== undefined);
      expect([...names]).toEqual(expect.arrayContaining(hostnames));
      const orphans = (world.truth?.steps[0].subjects ?? []).filter(
        subject => subject.state === 'orphaned',
      );
      for (const orphan of orphans) {
        const balancer = balancers.find(
          each => each.LoadBalancerArn === orphan.arn,
        );
        expect(hostnames).not.toContain(balancer?.DNSName);
        expect(orphan.owners.every(owner => !owner.exists)).toBe(true);
      }
    });

    it('deletes only what was made before, and keeps it by a finalizer', () => {
      const deleted = clustersOf(step)
        .flatMap(({ files }) =>
          [
            'apis/networking.k8s.io/v1/ingresses',
            'api/v1/services',
            'apis/gateway.networking.k8s.io/v1/gateways',
          ].flatMap(path => items(files, path)),
        )
        .filter(
          each => at(each, 'metadata', 'deletionTimestamp') !== undefined,
        );
      expect(deleted.length).toBeGreaterThan(0);
      for (const { metadata } of deleted) {
        const made = String(at(metadata, 'creationTimestamp'));
        expect(String(at(metadata, 'deletionTimestamp')) > made).toBe(true);
        expect(asArray(at(metadata, 'finalizers'))).toHaveLength(1);
      }
    });

    it('registers the Pods that are there', () => {
      const addresses = new Set(
        clustersOf(step).flatMap(({ files }) =>
          items(files, 'api/v1/pods').map(pod => at(pod, 'status', 'podIP')),
        ),
      );
      const targets = scopesOf(step).flatMap(({ aws }) =>
        asObjects(
          Object.values(
            aws.get('elbv2/DescribeTargetHealth') as JsonObject,
          ) as JsonValue[],
        ).flatMap(each => asObjects(each.TargetHealthDescriptions)),
      );
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets) {
        expect(addresses).toContain(at(target, 'Target', 'Id'));
      }
    });
  });

  it('has a second step in which one Ingress has changed', () => {
    const [first, second] = generate({ size: 'M', seed: 1 }).steps;
    expect(second.name).toBe('02-one-changed');
    const path = 'apis/networking.k8s.io/v1/ingresses';
    const all = (step: WorldStep) =>
      clustersOf(step).flatMap(({ files }) => items(files, path));
    const before = all(first);
    const changed = all(second).filter(
      (ingress, index) =>
        JSON.stringify(ingress) !== JSON.stringify(before[index]),
    );
    expect(changed).toHaveLength(1);
    expect(at(changed[0], 'metadata', 'generation')).toBe(2);
    expect(JSON.stringify(at(changed[0], 'metadata', 'annotations'))).toContain(
      'idle_timeout.timeout_seconds=120',
    );
    const attributes = (step: WorldStep) =>
      Object.entries(
        step.aws.get('elbv2/DescribeLoadBalancerAttributes') as JsonObject,
      );
    const then = attributes(first);
    const different = attributes(second).filter(
      ([, value], index) =>
        JSON.stringify(value) !== JSON.stringify(then[index][1]),
    );
    expect(different).toHaveLength(1);
    for (const file of [LB, TG, 'elbv2/DescribeTags']) {
      expect(second.aws.get(file)).toEqual(first.aws.get(file));
    }
  });

  it('is served like a recording, with several scopes', async () => {
    const fleets = new TestFleets();
    const clock = new TestClock();
    const world = generate({ size: 'XL', seed: 1 });
    const fleet = await fleets.start({
      worlds: [{ world }],
      clock: clock.read,
      throttle: false,
    });
    try {
      let balancers = 0;
      let groups = 0;
      for (const { accountId, regions } of fleet.aws.accounts) {
        const keys =
          accountId === fleet.aws.mainAccountId
            ? undefined
            : await assumeRole(fleet, accountId);
        for (const region of regions) {
          const client = awsClients(fleet, { region, keys }).elb;
          for await (const page of paginateDescribeLoadBalancers(
            { client },
            {},
          )) {
            balancers += page.LoadBalancers?.length ?? 0;
          }
          for await (const page of paginateDescribeTargetGroups(
            { client },
            {},
          )) {
            groups += page.TargetGroups?.length ?? 0;
          }
        }
      }
      expect([balancers, groups]).toEqual([1000, 5000]);
      expect(fleet.clusters).toHaveLength(30);
      const [cluster] = fleet.clusters;
      const pages = await listAll(cluster, '/api/v1/pods', 500);
      expect(pages.length).toBeGreaterThan(1);
      const uids = pages
        .flatMap(itemsOf)
        .map(item => at(item, 'metadata', 'uid'));
      expect(new Set(uids).size).toBe(uids.length);
      const [lease] = itemsOf(
        await kube(cluster, '/apis/coordination.k8s.io/v1/leases'),
      );
      const renewed = Date.parse(String(at(lease, 'spec', 'renewTime')));
      expect(clock.now - renewed).toBeLessThan(2001);
      const twin = await kube(
        cluster,
        '/apis/elbv2.k8s.aws/v1alpha1/targetgroupbindings?limit=1',
      );
      expect(itemsOf(twin)[0].apiVersion).toBe('elbv2.k8s.aws/v1alpha1');
    } finally {
      await fleets.stopAll();
    }
  });
});

describe('distribute', () => {
  it('shares a total out exactly, within limits', () => {
    const shares = distribute({
      total: 100,
      least: Array(20).fill(1),
      most: Array(20).fill(10),
      random: new Random(1),
    });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...shares)).toBeLessThanOrEqual(10);
    expect(new Set(shares).size).toBeGreaterThan(1);
  });

  it('says when that cannot be', () => {
    const options = { least: [2], most: [3], random: new Random(1) };
    expect(() => distribute({ ...options, total: 1 })).toThrow('less than');
    expect(() => distribute({ ...options, total: 4 })).toThrow('more than');
  });
});
