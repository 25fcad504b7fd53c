import { AwsReading, EksServiceAccount } from '@lbc-backstage/plugin-lbc-node';
import { Fleet, generate, loadBundledWorld } from 'lbc-sandbox';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  useFleetsAws,
} from '../__testUtils__/aws';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { SECURITY_GROUP_TAG_KEYS } from './inventory/securityGroups';

jest.setTimeout(120_000);

const SMALL = '555555555555';

let fleet: Fleet;
let restore: () => void;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      { world: generate({ size: 'scope', seed: 1 }), name: 'large' },
      { world: loadBundledWorld('two-clusters'), accountId: '444444444444' },
      {
        world: generate({ size: 'S', seed: 2 }),
        name: 'small',
        accountId: SMALL,
      },
    ],
    throttle: false,
  });
  restore = useFleetsAws(fleet);
});

beforeEach(() => fleet.calls.reset());

afterEach(() => fleet.faults.clear());

afterAll(async () => {
  expectOnlyReads(fleet);
  restore();
  await fleet.stop();
});

function large() {
  const [{ accountId, regions }] = fleet.aws.accounts;
  return scopeOf(accountId, regions[0]);
}

function small() {
  const account = fleet.aws.accounts.find(each => each.accountId === SMALL);
  return scopeOf(SMALL, account?.regions[0] ?? '');
}

const recorded = () => scopeOf('444444444444', 'eu-west-1');

async function sweep(
  optional: { ec2?: boolean; eks?: boolean } | undefined,
  options: {
    scope?: ReturnType<typeof large>;
    eksClusterArns?: string[];
    podIdentitiesOf?: EksServiceAccount[];
  } = {},
) {
  const config = fleet.backstageConfig();
  const { scope = small(), eksClusterArns, podIdentitiesOf } = options;
  const source = awsSource({
    ...config,
    lbc: { aws: { ...config.lbc.aws, ...(optional && { optional }) } },
  });
  const budget = new CountingBudget();
  const progress: string[] = [];
  const readings: AwsReading[] = [];
  for await (const reading of source.sweep({
    scope,
    budget,
    eksClusterArns,
    podIdentitiesOf,
    signal: new AbortController().signal,
    onProgress: ({ kindsDone, kindsTotal, current = 'end' }) =>
      progress.push(`${current} ${kindsDone}/${kindsTotal}`),
  })) {
    readings.push(reading);
  }
  const find = <K extends AwsReading['kind']>(kind: K) =>
    readings.find(
      (each): each is Extract<AwsReading, { kind: K }> => each.kind === kind,
    );
  return {
    kinds: readings.map(({ kind }) => kind),
    groups: find('securityGroups'),
    clusters: find('eksClusters'),
    budget,
    progress,
  };
}

function fault(
  service: string,
  operation: string,
  kind: 'denied' | 'throttle',
) {
  fleet.faults.set({ side: 'aws', service, operation, fault: { kind } });
}

it('calls neither EC2 nor EKS unless they are switched on', async () => {
  const { kinds, progress } = await sweep(undefined);
  expect(kinds).toEqual(['loadBalancers', 'targetGroups', 'tags']);
  expect(fleet.calls.total('ec2')).toBe(0);
  expect(fleet.calls.total('eks')).toBe(0);
  expect(progress.at(-1)).toBe('end 3/3');
});

it('leaves the calls of the inventory as they are', async () => {
  const { kinds, progress, budget } = await sweep(
    { ec2: true, eks: true },
    { scope: large() },
  );
  expect(kinds).toEqual([
    'loadBalancers',
    'targetGroups',
    'tags',
    'securityGroups',
    'eksClusters',
  ]);
  expect(progress.at(-1)).toBe('end 5/5');
  expect(fleet.calls.total('tagging')).toBe(60);
  const byService = (service: string) =>
    budget.taken.filter(each => each.endsWith(` ${service}`)).length;
  expect(byService('ec2')).toBe(fleet.calls.total('ec2'));
  expect(byService('eks')).toBe(fleet.calls.total('eks'));
  expect(byService('tagging')).toBe(60);
  expect(byService('tagging-security-groups')).toBe(0);
});

describe('security groups', () => {
  it('are those with a tag of a controller, over all pages', async () => {
    const { groups } = await sweep({ ec2: true }, { scope: large() });
    expect(groups).toMatchObject({ coverage: 'complete' });
    // One a load balancer that a controller made, and one shared a cluster.
    expect(groups?.items.length).toBeGreaterThan(900);
    expect(fleet.calls.snapshot()['ec2 DescribeSecurityGroups']).toBe(2);
    for (const { tags } of groups?.items ?? []) {
      expect(SECURITY_GROUP_TAG_KEYS.some(key => key in tags)).toBe(true);
    }
  });

  it('have their names, VPCs and tags', async () => {
    const { groups } = await sweep({ ec2: true }, { scope: recorded() });
    expect(groups?.items).toContainEqual({
      arn: 'arn:aws:ec2:eu-west-1:444444444444:security-group/sg-1a834651aeb19b4ad',
      id: 'sg-1a834651aeb19b4ad',
      name: 'k8s-shop-web-18a8359504',
      description: '[k8s] Managed SecurityGroup for LoadBalancer',
      vpcId: 'vpc-cf57e3de6da1a6aba',
      tags: {
        'elbv2.k8s.aws/cluster': 'blue',
        'ingress.k8s.aws/resource': 'ManagedLBSecurityGroup',
        'ingress.k8s.aws/stack': 'shop/web',
      },
    });
    expect(groups?.items).toHaveLength(4);
  });

  it('are unconfirmed where EC2 is denied, with a budget of their own', async () => {
    fault('ec2', 'DescribeSecurityGroups', 'denied');
    const { groups, budget } = await sweep(
      { ec2: true },
      { scope: recorded() },
    );
    expect(groups).toMatchObject({
      coverage: 'partial',
      reason: { code: 'source.aws-security-groups-unconfirmed' },
    });
    expect(groups?.items).toHaveLength(4);
    expect(groups?.items[0]).toMatchObject({
      id: expect.stringMatching(/^sg-/),
      tags: expect.objectContaining({
        'elbv2.k8s.aws/cluster': expect.any(String),
      }),
    });
    expect(
      budget.taken.filter(each => each.endsWith('tagging-security-groups')),
    ).toHaveLength(SECURITY_GROUP_TAG_KEYS.length);
  });

  it('are denied where the tagging API is denied, too', async () => {
    fault('ec2', 'DescribeSecurityGroups', 'denied');
    fault('tagging', 'GetResources', 'denied');
    const { groups } = await sweep({ ec2: true }, { scope: recorded() });
    expect(groups).toMatchObject({
      coverage: 'denied',
      items: [],
      reason: {
        code: 'source.aws-denied',
        params: { operation: 'ec2:DescribeSecurityGroups' },
      },
    });
  });

  it('failed where AWS throttles, and nothing else did', async () => {
    fault('ec2', 'DescribeSecurityGroups', 'throttle');
    const { groups, kinds } = await sweep({ ec2: true }, { scope: recorded() });
    expect(groups).toMatchObject({
      coverage: 'failed',
      items: [],
      reason: { code: 'source.aws-throttled' },
    });
    expect(kinds).toHaveLength(4);
  });

  it('failed where a page repeats', async () => {
    fleet.faults.set({
      side: 'aws',
      service: 'ec2',
      fault: { kind: 'repeat-page' },
    });
    const { groups } = await sweep({ ec2: true }, { scope: large() });
    expect(groups).toMatchObject({ coverage: 'failed', items: [] });
  });
});

describe('clusters of EKS', () => {
  const arnOf = (name: string) =>
    `arn:aws:eks:${small().region}:${SMALL}:cluster/${name}`;

  it('are listed and described', async () => {
    const { clusters } = await sweep({ eks: true });
    expect(clusters).toMatchObject({ coverage: 'complete' });
    expect(clusters?.items[0]).toEqual({
      arn: expect.stringMatching(/^arn:aws:eks:/),
      name: expect.any(String),
      exists: true,
      endpoint: expect.stringContaining('.eks.amazonaws.com'),
      status: 'ACTIVE',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      version: '1.34',
      platformVersion: 'eks.9',
      support: {
        status: 'standard',
        standardEnds: '2026-12-02',
        extendedEnds: '2027-12-02',
      },
    });
    expect(fleet.calls.snapshot()['eks DescribeCluster']).toBe(
      clusters?.items.length,
    );
  });

  it('are the same where EKS tells no more of them', async () => {
    fault('eks', 'DescribeClusterVersions', 'denied');
    fault('eks', 'ListPodIdentityAssociations', 'denied');
    const { clusters: all } = await sweep({ eks: true });
    const { clusters } = await sweep(
      { eks: true },
      {
        podIdentitiesOf: (all?.items ?? []).map(({ arn }) => ({
          clusterArn: arn,
          namespace: 'kube-system',
          serviceAccount: 'lbc',
        })),
      },
    );
    expect(clusters?.coverage).toBe('complete');
    expect(clusters?.items.length).toBeGreaterThan(0);
    for (const cluster of clusters?.items ?? []) {
      expect(cluster).toMatchObject({
        exists: true,
        denied: [
          'eks:DescribeClusterVersions',
          'eks:ListPodIdentityAssociations',
        ],
      });
      expect(cluster).not.toHaveProperty('podIdentities');
    }
    // What is refused once is not asked for again.
    expect(fleet.calls.snapshot()['eks ListPodIdentityAssociations']).toBe(1);
  });

  it('are said not to be there only where EKS was asked for them', async () => {
    const { clusters } = await sweep(
      { eks: true },
      {
        eksClusterArns: [
          arnOf('was-there'),
          'arn:aws:eks:eu-west-1:999999999999:cluster/elsewhere',
          'nonsense',
        ],
      },
    );
    expect(clusters?.items.filter(({ exists }) => !exists)).toEqual([
      { arn: arnOf('was-there'), name: 'was-there', exists: false },
    ]);
  });

  it.each<['denied' | 'throttle', string]>([
    ['denied', 'denied'],
    ['throttle', 'failed'],
  ])(
    'are not there for nobody where EKS answers %s',
    async (kind, coverage) => {
      fault('eks', 'DescribeCluster', kind);
      fault('eks', 'ListClusters', kind);
      const { clusters } = await sweep(
        { eks: true },
        { eksClusterArns: [arnOf('was-there')] },
      );
      expect(clusters).toMatchObject({ coverage, items: [] });
    },
  );

  it('are partly known where only the list is denied', async () => {
    fault('eks', 'ListClusters', 'denied');
    const { clusters } = await sweep(
      { eks: true },
      { eksClusterArns: [arnOf('was-there')] },
    );
    expect(clusters).toMatchObject({
      coverage: 'partial',
      items: [{ name: 'was-there', exists: false }],
    });
  });

  it('are denied where nothing was recorded of them', async () => {
    const { clusters } = await sweep({ eks: true }, { scope: recorded() });
    expect(clusters).toMatchObject({
      coverage: 'denied',
      reason: { params: { operation: 'eks:ListClusters' } },
    });
  });
});

it.each([
  [{ ec2: 'yes please' }, 'lbc.aws.optional.ec2'],
  [{ eks: 'maybe' }, 'lbc.aws.optional.eks'],
  [{ iam: 'maybe' }, 'lbc.aws.optional.iam'],
])('names the switch that is wrong: %j', (optional, key) => {
  expect(() => awsSource({ lbc: { aws: { optional } } })).toThrow(key);
});
