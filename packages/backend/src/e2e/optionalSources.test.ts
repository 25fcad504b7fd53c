import { JsonValue, World, loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

const ARN = 'arn:aws:eks:eu-west-1:123456789012:cluster/prod';

/** A recording in an account where EKS has the cluster, up to some step. */
function withEks(world: World, untilStep: number): World {
  const file = 'eks/DescribeCluster';
  return {
    ...world,
    steps: world.steps.map((step, index) => {
      const cluster: JsonValue = {
        name: 'prod',
        arn: ARN,
        status: 'ACTIVE',
        endpoint: 'https://0123.gr7.eu-west-1.eks.amazonaws.com',
      };
      const answer: JsonValue = index < untilStep ? { prod: { cluster } } : {};
      return {
        ...step,
        aws: {
          get: path => (path === file ? answer : step.aws.get(path)),
          has: path => path === file || step.aws.has(path),
          keys: () => [...step.aws.keys(), file],
        },
      };
    }),
  };
}

let watched: WatchedFleet;

async function start(world: World, lbc: object) {
  watched = await WatchedFleet.start({ worlds: [{ world }], config: { lbc } });
}

function expectOnlyReads() {
  expect(watched.fleet.calls.mutations()).toEqual([]);
  expect(watched.log.filter(line => line.startsWith('error'))).toEqual([]);
}

afterEach(async () => {
  expectOnlyReads();
  await watched.stop();
});

const kindsOf = async (kinds: string[]) =>
  (await watched.coverage())
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, coverage }) => [kind, coverage]);

it('are not called unless they are switched on', async () => {
  await start(loadBundledWorld('service-nlb'), {});
  await watched.round(6);
  expect(watched.fleet.calls.total('ec2')).toBe(0);
  expect(watched.fleet.calls.total('eks')).toBe(0);
  expect(await kindsOf(['securityGroups', 'eksClusters'])).toEqual([]);
});

it('show the backend security group that nothing uses any more (O7)', async () => {
  await start(loadBundledWorld('service-nlb'), {
    aws: { optional: { ec2: true, eks: true } },
  });
  await watched.round(6);
  expect(await kindsOf(['securityGroups', 'eksClusters'])).toEqual([
    ['eksClusters', 'denied'],
    ['securityGroups', 'complete'],
  ]);
  const groups = async () =>
    (await watched.subjects()).filter(({ kind }) => kind === 'security-group');
  expect(await groups()).toEqual([]);

  watched.step('03-deleted');
  await watched.round(6);
  await watched.round(6);
  expect(await groups()).toMatchObject([
    {
      cluster: 'prod-1',
      state: 'unknown',
      because: { code: 'need.cluster-of-backend-group' },
      securityGroup: { name: 'k8s-traffic-prod1-6d7d57e991' },
      generation: 'lbc',
    },
  ]);

  // EC2 is denied for a while: what it said stays, and so does the subject.
  watched.fleet.faults.set({
    side: 'aws',
    service: 'ec2',
    fault: { kind: 'status', code: 500 },
  });
  await watched.round(6);
  expect(await groups()).toHaveLength(1);
  watched.fleet.faults.clear();

  // Back at the first step it has a load balancer again.
  watched.step('01-in-service');
  await watched.round(6);
  await watched.round(6);
  expect(await groups()).toEqual([]);
});

it('tell that EKS does not have a cluster which the portal still has', async () => {
  await start(withEks(loadBundledWorld('ingress-alb'), 1), {
    aws: { optional: { eks: true } },
    eksClusters: [{ cluster: 'prod-1', arn: ARN }],
  });
  await watched.round(6);
  await watched.round(6);
  const told = async () =>
    (await watched.subjects()).map(({ state, evidence }) => ({
      state,
      told: evidence.some(
        each => each.message.code === 'evidence.cluster-not-in-eks',
      ),
    }));
  expect(await told()).toEqual([{ state: 'in-service', told: false }]);
  watched.step('02-controller-gone');
  await watched.round(6);
  await watched.round(6);
  await watched.round(6);
  expect(await told()).toEqual([{ state: 'unattended', told: true }]);
});
