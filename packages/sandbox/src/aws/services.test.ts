import {
  GetResourcesCommand,
  GetResourcesCommandInput,
  TagResourcesCommand,
  paginateGetResources,
} from '@aws-sdk/client-resource-groups-tagging-api';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AwsClients,
  assumeRole,
  awsClients,
  rawQuery,
} from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { Fleet, FleetOptions } from '../fleet';
import { asArray, asObjects, at } from '../json';
import { loadBundledWorld } from '../worlds';

describe('AWS beside ELBv2', () => {
  const fleets = new TestFleets();
  const clock = new TestClock();
  const foreign = loadBundledWorld('foreign');
  let fleet: Fleet;
  let clients: AwsClients;

  async function start(options: Partial<FleetOptions> = {}) {
    fleet = await fleets.start({
      worlds: [
        { world: foreign },
        {
          world: loadBundledWorld('service-nlb'),
          accountId: '210987654321',
          region: 'eu-central-1',
        },
      ],
      clock: clock.read,
      ...options,
    });
    clients = awsClients(fleet);
  }

  beforeEach(() => start());

  afterEach(() => fleets.stopAll());

  describe('the tagging API', () => {
    const mappings = asObjects(
      at(
        foreign.steps[0].aws.get('resourcegroupstaggingapi/GetResources'),
        'ResourceTagMappingList',
      ),
    );
    const tagged = mappings.filter(each => asArray(each.Tags).length > 0);

    async function find(input: GetResourcesCommandInput) {
      const arns: string[] = [];
      for await (const page of paginateGetResources(
        { client: clients.tagging, pageSize: 2 },
        input,
      )) {
        const found = page.ResourceTagMappingList ?? [];
        arns.push(...found.map(each => String(each.ResourceARN)));
      }
      return arns;
    }

    it('lists what has tags, page by page', async () => {
      const found = await find({});
      expect(found).toEqual(tagged.map(each => each.ResourceARN));
      expect(tagged.length).toBeLessThan(mappings.length);
      const pages = Math.ceil(tagged.length / 2);
      expect(fleet.calls.snapshot()['tagging GetResources']).toBe(pages);
    });

    it.each([
      ['elasticloadbalancing:loadbalancer', /:loadbalancer\//],
      ['elasticloadbalancing:targetgroup', /:targetgroup\//],
      ['ec2:security-group', /:security-group\//],
      ['ec2', /^arn:aws:ec2:/],
    ])('filters by the type %s', async (type, pattern) => {
      const found = await find({ ResourceTypeFilters: [type] });
      const expected = tagged
        .map(each => String(each.ResourceARN))
        .filter(arn => pattern.test(arn));
      expect(found).toEqual(expected);
      expect(found.length).toBeGreaterThan(0);
    });

    it('filters by tags: all keys, any value', async () => {
      const keys = (...wanted: string[]) =>
        tagged
          .filter(each =>
            wanted.every(key =>
              asObjects(each.Tags).some(tag => tag.Key === key),
            ),
          )
          .map(each => each.ResourceARN);
      const stack = 'ingress.k8s.aws/stack';
      const cluster = 'elbv2.k8s.aws/cluster';
      expect(await find({ TagFilters: [{ Key: stack }] })).toEqual(keys(stack));
      expect(
        await find({ TagFilters: [{ Key: stack }, { Key: cluster }] }),
      ).toEqual(keys(stack, cluster));
      expect(
        await find({
          TagFilters: [{ Key: cluster, Values: ['staging-7', 'nope'] }],
        }),
      ).toEqual([
        expect.stringContaining('loadbalancer/app/k8s-shop-web-0a1b2c3d4e/'),
        expect.stringContaining('targetgroup/k8s-shop-web-0a1b2c3d4e-tg/'),
      ]);
      expect(
        await find({ TagFilters: [{ Key: cluster, Values: ['nope'] }] }),
      ).toEqual([]);
    });

    it.each<[string, GetResourcesCommandInput]>([
      ['a page that is too large', { ResourcesPerPage: 101 }],
      ['a token of its own', { PaginationToken: 'garbage' }],
      [
        'ARNs together with filters',
        { ResourceARNList: ['arn'], ResourceTypeFilters: ['ec2'] },
      ],
    ])('refuses %s', async (_, input) => {
      await expect(
        clients.tagging.send(new GetResourcesCommand(input)),
      ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    });

    it('hands out fifty at once where it is not told otherwise', async () => {
      const many = await fleets.start({
        worlds: ['drift', 'stranded', 'failing', 'foreign'].map(name => ({
          world: loadBundledWorld(name),
        })),
      });
      const answer = await awsClients(many).tagging.send(
        new GetResourcesCommand({}),
      );
      expect(answer.ResourceTagMappingList).toHaveLength(50);
      expect(answer.PaginationToken).toBeTruthy();
    });

    it('still lists what once had tags', async () => {
      const drift = await fleets.start({
        worlds: [{ world: loadBundledWorld('drift'), step: 1 }],
      });
      const list = async () =>
        (
          await awsClients(drift).tagging.send(
            new GetResourcesCommand({
              ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'],
            }),
          )
        ).ResourceTagMappingList ?? [];
      const before = await list();
      drift.step('drift', 'tracking-tag');
      const after = await list();
      expect(after.map(each => each.ResourceARN)).toEqual(
        before.map(each => each.ResourceARN),
      );
      expect(after[0].Tags?.length).toBeLessThan(before[0].Tags?.length ?? 0);
    });

    it('refuses to tag', async () => {
      await expect(
        clients.tagging.send(
          new TagResourcesCommand({ ResourceARNList: ['a'], Tags: { a: 'b' } }),
        ),
      ).rejects.toMatchObject({ name: 'AccessDeniedException' });
      expect(fleet.calls.mutations()).toEqual([
        { api: 'tagging', what: 'TagResources' },
      ]);
    });
  });

  describe('STS', () => {
    it('says who one is', async () => {
      const main = await clients.sts.send(new GetCallerIdentityCommand({}));
      expect(main).toMatchObject({
        Account: '123456789012',
        Arn: 'arn:aws:iam::123456789012:user/backstage',
      });
      const keys = await assumeRole(fleet, '210987654321');
      const other = await awsClients(fleet, { keys }).sts.send(
        new GetCallerIdentityCommand({}),
      );
      expect(other).toMatchObject({
        Account: '210987654321',
        Arn: 'arn:aws:sts::210987654321:assumed-role/backstage-read-only/test',
      });
    });

    it("opens another account's data", async () => {
      const keys = await assumeRole(fleet, '210987654321');
      const region = 'eu-central-1';
      const there = await awsClients(fleet, { keys, region }).elb.send(
        new DescribeLoadBalancersCommand({}),
      );
      expect(there.LoadBalancers?.map(each => each.LoadBalancerArn)).toEqual([
        expect.stringMatching(
          /^arn:aws:elasticloadbalancing:eu-central-1:210987654321:loadbalancer\/net\//,
        ),
      ]);
      const here = await awsClients(fleet, { region }).elb.send(
        new DescribeLoadBalancersCommand({}),
      );
      expect(here.LoadBalancers).toEqual([]);
      expect(fleet.calls.snapshot()['sts AssumeRole']).toBe(1);
    });

    it.each([
      'arn:aws:iam::999999999999:role/backstage-read-only',
      'arn:aws:iam::210987654321:role/other',
      'nonsense',
    ])('does not let assume %s', async RoleArn => {
      await expect(
        clients.sts.send(
          new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }),
        ),
      ).rejects.toMatchObject({
        name: 'AccessDenied',
        message: `User: arn:aws:iam::123456789012:user/backstage is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
      });
    });

    it("hands out keys that end by the fleet's clock", async () => {
      await start({ sessionSeconds: 900 });
      const RoleArn = 'arn:aws:iam::210987654321:role/backstage-read-only';
      const { Credentials } = await clients.sts.send(
        new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }),
      );
      expect(Number(Credentials?.Expiration)).toBe(clock.now + 900_000);
      const keys = await assumeRole(fleet, '210987654321');
      const assumed = awsClients(fleet, { keys });
      const whoAmI = () => assumed.sts.send(new GetCallerIdentityCommand({}));
      await expect(whoAmI()).resolves.toBeDefined();
      clock.advance(900_000);
      await expect(whoAmI()).rejects.toMatchObject({
        name: expect.stringMatching(/^ExpiredToken/),
      });
      await expect(
        assumed.tagging.send(new GetResourcesCommand({})),
      ).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    });

    it.each([
      { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
      { accessKeyId: 'AKIALBCS210987654321', secretAccessKey: 'x' },
      {
        accessKeyId: 'ASIALBCS210987654321',
        secretAccessKey: 'x',
        sessionToken: 'forged',
      },
    ])('does not know the key $accessKeyId', async keys => {
      const stranger = awsClients(fleet, { keys });
      await expect(
        stranger.sts.send(new GetCallerIdentityCommand({})),
      ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
      await expect(
        stranger.tagging.send(new GetResourcesCommand({})),
      ).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    });
  });

  describe('EC2', () => {
    const describe_ = (Action: string, params: Record<string, string> = {}) =>
      rawQuery(fleet, {
        service: 'ec2',
        params: { Action, Version: '2016-11-15', ...params },
      });
    const count = (body: string, tag: string) =>
      body.split(`<${tag}>`).length - 1;
    const [vpcId] = [foreign.steps[0].vpcId];

    it("describes in EC2's own XML", async () => {
      const { status, body } = await describe_('DescribeSecurityGroups');
      expect(status).toBe(200);
      expect(body).toContain(
        '<DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>',
      );
      expect(body).toContain(
        '<groupDescription>[k8s] Shared Backend SecurityGroup for LoadBalancer</groupDescription>',
      );
      expect(body).toContain('<tagSet><item><key>');
      expect(count(body, 'groupDescription')).toBe(
        asObjects(
          at(
            foreign.steps[0].aws.get('ec2/DescribeSecurityGroups'),
            'SecurityGroups',
          ),
        ).length,
      );
    });

    it('filters and pages', async () => {
      const none = await describe_('DescribeVpcs', {
        'Filter.1.Name': 'vpc-id',
        'Filter.1.Value.1': 'vpc-0',
      });
      expect(none.body).toContain('<vpcSet/>');
      const one = await describe_('DescribeVpcs', { 'VpcId.1': vpcId });
      expect(one.body).toContain(`<vpcId>${vpcId}</vpcId>`);
      const tagFilter = await describe_('DescribeSubnets', {
        'Filter.1.Name': 'tag:kubernetes.io/role/elb',
        'Filter.1.Value.1': '1',
      });
      expect(count(tagFilter.body, 'subnetArn')).toBe(3);
      const first = await describe_('DescribeSubnets', { MaxResults: '5' });
      expect(count(first.body, 'subnetArn')).toBe(5);
      const token = /<nextToken>([^<]+)</.exec(first.body)?.[1] ?? '';
      const second = await describe_('DescribeSubnets', { NextToken: token });
      expect(count(second.body, 'subnetArn')).toBe(1);
    });

    it('refuses in its own way', async () => {
      const missing = await describe_('DescribeVpcs', { 'VpcId.1': 'vpc-0' });
      expect(missing.status).toBe(400);
      expect(missing.body).toContain(
        '<Response><Errors><Error><Code>InvalidVpcID.NotFound</Code>',
      );
      const denied = await describe_('DescribeInstances');
      expect([denied.status, denied.body]).toEqual([
        403,
        expect.stringContaining('<Code>UnauthorizedOperation</Code>'),
      ]);
      const wrong: Array<Record<string, string>> = [
        { 'Filter.1.Name': 'nonsense' },
        { MaxResults: '2' },
        { NextToken: 'x' },
      ];
      for (const params of wrong) {
        expect((await describe_('DescribeVpcs', params)).status).toBe(400);
      }
    });
  });

  it.each([
    ['iam', 'ListRoles', false],
    ['iam', 'DeleteRole', true],
    ['elasticloadbalancing', 'DescribeLoadBalancers', false],
  ])(
    'denies everything of %s (%s), counted all the same',
    async (service, Action, mutates) => {
      const { status, body } = await rawQuery(fleet, {
        service,
        params: { Action, Version: '2010-05-08' },
      });
      expect(status).toBe(403);
      expect(body).toContain('<Code>AccessDenied</Code>');
      expect(fleet.calls.snapshot()).toEqual({ [`${service} ${Action}`]: 1 });
      expect(fleet.calls.mutations()).toHaveLength(mutates ? 1 : 0);
    },
  );

  it('does not let in who does not sign', async () => {
    const response = await fetch(fleet.aws.endpoint, {
      method: 'POST',
      body: 'Action=GetCallerIdentity',
    });
    expect(response.status).toBe(403);
  });
});
