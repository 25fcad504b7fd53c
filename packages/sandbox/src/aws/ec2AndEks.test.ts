import {
  CreateSecurityGroupCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  paginateDescribeSecurityGroups,
} from '@aws-sdk/client-ec2';
import {
  DeleteClusterCommand,
  DescribeClusterCommand,
  EKSClient,
  ListClustersCommand,
  paginateListClusters,
} from '@aws-sdk/client-eks';
import { TestFleets } from '../__testUtils__/fleets';
import { Fleet } from '../fleet';
import { generate } from '../generate';
import { loadBundledWorld } from '../worlds';
import { longLivedKeys } from './credentials';

function clientsOf(fleet: Fleet, region: string) {
  const config = {
    endpoint: fleet.aws.endpoint,
    region,
    credentials: longLivedKeys(fleet.aws.mainAccountId),
    maxAttempts: 1,
  };
  return { ec2: new EC2Client(config), eks: new EKSClient(config) };
}

const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';

describe('EC2 and EKS through their SDK clients', () => {
  const fleets = new TestFleets();
  let fleet: Fleet;
  let clients: ReturnType<typeof clientsOf>;

  beforeAll(async () => {
    fleet = await fleets.start({
      worlds: [
        { world: generate({ size: 'S', seed: 3 }), name: 'generated' },
        {
          world: loadBundledWorld('service-nlb'),
          region: 'eu-central-1',
          accountId: '123456789012',
        },
      ],
    });
    const [{ regions }] = fleet.aws.accounts;
    clients = clientsOf(fleet, regions[0]);
  });

  afterEach(() => {
    fleet.faults.clear();
    fleet.calls.reset();
  });

  afterAll(() => fleets.stopAll());

  const tagged = { Filters: [{ Name: 'tag-key', Values: [CLUSTER_TAG] }] };

  it('describes security groups by tag key, page by page', async () => {
    const groups = [];
    for await (const page of paginateDescribeSecurityGroups(
      { client: clients.ec2, pageSize: 5 },
      tagged,
    )) {
      groups.push(...(page.SecurityGroups ?? []));
    }
    const all = await clients.ec2.send(new DescribeSecurityGroupsCommand({}));
    const expected = (all.SecurityGroups ?? []).filter(({ Tags = [] }) =>
      Tags.some(({ Key }) => Key === CLUSTER_TAG),
    );
    expect(groups).toEqual(expected);
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.length).toBeLessThan(all.SecurityGroups?.length ?? 0);
    expect(groups[0]).toMatchObject({
      GroupId: expect.stringMatching(/^sg-/),
      GroupName: expect.any(String),
      Description: expect.stringMatching(/^\[k8s\] /),
      VpcId: expect.stringMatching(/^vpc-/),
      SecurityGroupArn: expect.stringContaining(':security-group/sg-'),
    });
    expect(fleet.calls.snapshot()['ec2 DescribeSecurityGroups']).toBe(
      Math.ceil(groups.length / 5) + 1,
    );
  });

  it('describes some groups, by filter or by id', async () => {
    const { SecurityGroups = [] } = await clients.ec2.send(
      new DescribeSecurityGroupsCommand(tagged),
    );
    const [{ GroupId: id = '' }] = SecurityGroups;
    const filtered = await clients.ec2.send(
      new DescribeSecurityGroupsCommand({
        Filters: [{ Name: 'group-id', Values: [id, 'sg-gone'] }],
      }),
    );
    expect(filtered.SecurityGroups).toEqual([SecurityGroups[0]]);
    await expect(
      clients.ec2.send(
        new DescribeSecurityGroupsCommand({ GroupIds: [id, 'sg-gone'] }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidGroup.NotFound' });
  });

  it('lists and describes clusters', async () => {
    const names: string[] = [];
    for await (const page of paginateListClusters(
      { client: clients.eks, pageSize: 1 },
      {},
    )) {
      names.push(...(page.clusters ?? []));
    }
    expect(names.length).toBeGreaterThan(0);
    const { cluster } = await clients.eks.send(
      new DescribeClusterCommand({ name: names[0] }),
    );
    expect(cluster).toMatchObject({
      name: names[0],
      arn: expect.stringMatching(/^arn:aws:eks:.*:cluster\//),
      endpoint: expect.stringMatching(/^https:\/\/.*\.eks\.amazonaws\.com$/),
      status: 'ACTIVE',
      createdAt: expect.any(Date),
    });
    await expect(
      clients.eks.send(new DescribeClusterCommand({ name: 'no-such' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(fleet.calls.snapshot()).toEqual({
      'eks DescribeCluster': 2,
      'eks ListClusters': names.length,
    });
  });

  it('denies what was not recorded', async () => {
    const elsewhere = clientsOf(fleet, 'eu-central-1');
    await expect(
      elsewhere.eks.send(new ListClustersCommand({})),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('eks:ListClusters'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(
      elsewhere.eks.send(new DescribeClusterCommand({ name: 'prod-1' })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('denies and throttles an operation by its name', async () => {
    fleet.faults.set({
      side: 'aws',
      service: 'eks',
      operation: 'DescribeCluster',
      fault: { kind: 'denied' },
    });
    fleet.faults.set({
      side: 'aws',
      service: 'eks',
      operation: 'ListClusters',
      fault: { kind: 'throttle' },
    });
    fleet.faults.set({
      side: 'aws',
      service: 'ec2',
      fault: { kind: 'throttle' },
    });
    await expect(
      clients.eks.send(new DescribeClusterCommand({ name: 'x' })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(
      clients.eks.send(new ListClustersCommand({})),
    ).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
    await expect(
      clients.ec2.send(new DescribeSecurityGroupsCommand({})),
    ).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
  });

  it('refuses to change anything, and tells', async () => {
    await expect(
      clients.eks.send(new DeleteClusterCommand({ name: 'x' })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(
      clients.ec2.send(
        new CreateSecurityGroupCommand({ GroupName: 'x', Description: 'x' }),
      ),
    ).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    expect(fleet.calls.mutations()).toEqual([
      { api: 'eks', what: 'DELETE /clusters/x' },
      { api: 'ec2', what: 'CreateSecurityGroup' },
    ]);
  });
});
