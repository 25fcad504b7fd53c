import {
  DeleteLoadBalancerCommand,
  DescribeAccountLimitsCommand,
  DescribeListenerAttributesCommand,
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetGroupsCommandInput,
  DescribeTargetHealthCommand,
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsClients, awsClients } from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { Fleet } from '../fleet';
import { JsonObject, asObject, asObjects, at } from '../json';
import { World, loadBundledWorld } from '../worlds';

/** What was recorded, by operation. */
function recorded(world: World, operation: string): JsonObject {
  return asObject(world.steps[0].aws.get(`elbv2/${operation}`));
}

describe('ELBv2, asked by its real client', () => {
  const fleets = new TestFleets();
  const clock = new TestClock();
  const foreign = loadBundledWorld('foreign');
  const loadBalancers = asObjects(
    recorded(foreign, 'DescribeLoadBalancers').LoadBalancers,
  );
  const targetGroups = asObjects(
    recorded(foreign, 'DescribeTargetGroups').TargetGroups,
  );
  const arns = loadBalancers.map(each => String(each.LoadBalancerArn));
  const groupArns = targetGroups.map(each => String(each.TargetGroupArn));
  let fleet: Fleet;
  let elb: AwsClients['elb'];

  beforeEach(async () => {
    fleet = await fleets.start({
      worlds: [{ world: foreign }],
      clock: clock.read,
    });
    ({ elb } = awsClients(fleet));
  });

  afterEach(() => fleets.stopAll());

  it('lists load balancers as they were recorded, at the time of the fleet', async () => {
    const { LoadBalancers = [] } = await elb.send(
      new DescribeLoadBalancersCommand({}),
    );
    const plain = (each: object) =>
      JSON.parse(JSON.stringify({ ...each, CreatedTime: undefined }));
    expect(LoadBalancers.map(plain)).toEqual(loadBalancers.map(plain));
    const age = Date.parse(foreign.steps[0].recordedAt) - clock.now;
    LoadBalancers.forEach((each, index) => {
      const created = Date.parse(String(loadBalancers[index].CreatedTime));
      expect(Number(each.CreatedTime)).toBe(created - age);
    });
  });

  // The paginators of ELBv2 have no page size of their own: it is the input's.
  it.each([1, 3, 8, 400])('pages by %d', async PageSize => {
    const seen: unknown[] = [];
    let pages = 0;
    for await (const page of paginateDescribeLoadBalancers(
      { client: elb },
      { PageSize },
    )) {
      pages += 1;
      seen.push(
        ...(page.LoadBalancers ?? []).map(each => each.LoadBalancerArn),
      );
    }
    expect(seen).toEqual(arns);
    expect(pages).toBe(Math.ceil(arns.length / PageSize));
    const groups: unknown[] = [];
    for await (const page of paginateDescribeTargetGroups(
      { client: elb },
      { PageSize },
    )) {
      groups.push(
        ...(page.TargetGroups ?? []).map(each => each.TargetGroupArn),
      );
    }
    expect(groups).toEqual(groupArns);
  });

  it.each([
    ['PageSize', { PageSize: 401 }],
    ['Marker', { Marker: 'garbage' }],
    ['LoadBalancerArns', { LoadBalancerArns: Array(21).fill('arn') }],
  ])('refuses a wrong %s', async (_, input) => {
    await expect(
      elb.send(new DescribeLoadBalancersCommand(input)),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('finds load balancers by ARN and name, or says that there are none', async () => {
    const byArn = await elb.send(
      new DescribeLoadBalancersCommand({
        LoadBalancerArns: [arns[2], arns[0]],
      }),
    );
    expect(byArn.LoadBalancers).toHaveLength(2);
    const byName = await elb.send(
      new DescribeLoadBalancersCommand({ Names: ['corp-website'] }),
    );
    expect(byName.LoadBalancers?.[0].LoadBalancerName).toBe('corp-website');
    for (const input of [
      { LoadBalancerArns: [arns[0], `${arns[0]}x`] },
      { Names: ['nope'] },
    ]) {
      await expect(
        elb.send(new DescribeLoadBalancersCommand(input)),
      ).rejects.toMatchObject({ name: 'LoadBalancerNotFoundException' });
    }
  });

  it('finds target groups by load balancer, ARN and name', async () => {
    const find = async (input: DescribeTargetGroupsCommandInput) =>
      (await elb.send(new DescribeTargetGroupsCommand(input))).TargetGroups ??
      [];
    const [group] = targetGroups;
    const [owner] = group.LoadBalancerArns as string[];
    expect(await find({ LoadBalancerArn: owner })).toMatchObject([
      { TargetGroupArn: group.TargetGroupArn },
    ]);
    expect(
      await find({ TargetGroupArns: [String(group.TargetGroupArn)] }),
    ).toHaveLength(1);
    expect(await find({ Names: [String(group.TargetGroupName)] })).toHaveLength(
      1,
    );
    await expect(find({ Names: ['nope'] })).rejects.toMatchObject({
      name: 'TargetGroupNotFoundException',
    });
    await expect(find({ LoadBalancerArn: `${owner}x` })).rejects.toMatchObject({
      name: 'LoadBalancerNotFoundException',
    });
  });

  it('describes the tags of twenty at most, of what there is', async () => {
    const described = await elb.send(
      new DescribeTagsCommand({ ResourceArns: arns }),
    );
    const byArn = new Map(
      asObjects(recorded(foreign, 'DescribeTags').TagDescriptions).map(each => [
        each.ResourceArn,
        each.Tags,
      ]),
    );
    expect(described.TagDescriptions).toEqual(
      arns.map(arn => ({ ResourceArn: arn, Tags: byArn.get(arn) })),
    );
    const send = (ResourceArns: string[]) =>
      elb.send(new DescribeTagsCommand({ ResourceArns }));
    await expect(send(Array(21).fill(arns[0]))).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(send([arns[0], `${groupArns[0]}x`])).rejects.toMatchObject({
      name: 'TargetGroupNotFoundException',
    });
    await expect(send([`${arns[0]}x`])).rejects.toMatchObject({
      name: 'LoadBalancerNotFoundException',
    });
  });

  it('answers everything about one load balancer as it was recorded', async () => {
    const [[arn, listeners]] = Object.entries(
      recorded(foreign, 'DescribeListeners'),
    ).filter(([, each]) => asObjects(at(each, 'Listeners')).length > 0);
    const answer = await elb.send(
      new DescribeListenersCommand({ LoadBalancerArn: arn }),
    );
    expect(answer.Listeners).toEqual(at(listeners, 'Listeners'));
    const listenerArn = String(at(listeners, 'Listeners', 0, 'ListenerArn'));
    const byArn = await elb.send(
      new DescribeListenersCommand({ ListenerArns: [listenerArn] }),
    );
    expect(byArn.Listeners).toEqual([at(listeners, 'Listeners', 0)]);
    const rules = await elb.send(
      new DescribeRulesCommand({ ListenerArn: listenerArn }),
    );
    const recordedRules = at(
      recorded(foreign, 'DescribeRules'),
      listenerArn,
      'Rules',
    );
    expect(rules.Rules).toEqual(recordedRules);
    const rule = await elb.send(
      new DescribeRulesCommand({
        RuleArns: [String(at(recordedRules, 0, 'RuleArn'))],
      }),
    );
    expect(rule.Rules).toEqual([at(recordedRules, 0)]);
    const attributes = await Promise.all([
      elb.send(
        new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }),
      ),
      elb.send(
        new DescribeTargetGroupAttributesCommand({
          TargetGroupArn: groupArns[0],
        }),
      ),
      elb.send(
        new DescribeListenerAttributesCommand({ ListenerArn: listenerArn }),
      ),
    ]);
    expect(attributes.map(each => each.Attributes)).toEqual([
      at(
        recorded(foreign, 'DescribeLoadBalancerAttributes'),
        arn,
        'Attributes',
      ),
      at(
        recorded(foreign, 'DescribeTargetGroupAttributes'),
        groupArns[0],
        'Attributes',
      ),
      at(
        recorded(foreign, 'DescribeListenerAttributes'),
        listenerArn,
        'Attributes',
      ),
    ]);
  });

  it.each([
    [
      'DescribeListeners',
      new DescribeListenersCommand({ LoadBalancerArn: 'x' }),
      'LoadBalancerNotFoundException',
    ],
    [
      'DescribeListeners',
      new DescribeListenersCommand({ ListenerArns: ['x'] }),
      'ListenerNotFoundException',
    ],
    ['DescribeListeners', new DescribeListenersCommand({}), 'ValidationError'],
    [
      'DescribeRules',
      new DescribeRulesCommand({ ListenerArn: 'x' }),
      'ListenerNotFoundException',
    ],
    [
      'DescribeRules',
      new DescribeRulesCommand({ RuleArns: ['x'] }),
      'RuleNotFoundException',
    ],
    [
      'DescribeTargetHealth',
      new DescribeTargetHealthCommand({ TargetGroupArn: 'x' }),
      'TargetGroupNotFoundException',
    ],
    [
      'DescribeLoadBalancerAttributes',
      new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: 'x' }),
      'LoadBalancerNotFoundException',
    ],
    [
      'DescribeAccountLimits',
      new DescribeAccountLimitsCommand({}),
      'AccessDenied',
    ],
  ])('%s refuses what is not there', async (_, command, name) => {
    // The commands have types of their own; what they share is being sent.
    await expect(
      elb.send(command as DescribeListenersCommand),
    ).rejects.toMatchObject({ name });
  });

  it('describes health, and targets that are not registered', async () => {
    const [arn] = Object.keys(recorded(foreign, 'DescribeTargetHealth'));
    const health = await elb.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: arn }),
    );
    expect(health.TargetHealthDescriptions).toEqual(
      at(
        recorded(foreign, 'DescribeTargetHealth'),
        arn,
        'TargetHealthDescriptions',
      ),
    );
    const one = await elb.send(
      new DescribeTargetHealthCommand({
        TargetGroupArn: arn,
        Targets: [{ Id: '10.0.0.1', Port: 80 }],
      }),
    );
    expect(one.TargetHealthDescriptions?.[0].TargetHealth).toMatchObject({
      State: 'unused',
      Reason: 'Target.NotRegistered',
    });
  });

  it('knows the certificates of a listener from the listener itself', async () => {
    const world = loadBundledWorld('ingress-alb');
    const https = await fleets.start({ worlds: [{ world }] });
    const listeners = Object.values(recorded(world, 'DescribeListeners'))
      .flatMap(each => asObjects(at(each, 'Listeners')))
      .filter(each => each.Protocol === 'HTTPS');
    const answer = await awsClients(https).elb.send(
      new DescribeListenerCertificatesCommand({
        ListenerArn: String(listeners[0].ListenerArn),
      }),
    );
    expect(answer.Certificates).toEqual([
      {
        CertificateArn: at(listeners[0], 'Certificates', 0, 'CertificateArn'),
        IsDefault: true,
      },
    ]);
  });

  it('has nothing in another Region', async () => {
    const other = awsClients(fleet, { region: 'us-west-2' });
    const answer = await other.elb.send(new DescribeLoadBalancersCommand({}));
    expect(answer.LoadBalancers).toEqual([]);
    await expect(
      other.elb.send(
        new DescribeLoadBalancersCommand({ LoadBalancerArns: [arns[0]] }),
      ),
    ).rejects.toMatchObject({ name: 'LoadBalancerNotFoundException' });
  });

  it("denies what was not recorded, in AWS' words", async () => {
    const [step] = foreign.steps;
    const aws = new Map(
      [...step.aws.keys()]
        .filter(file => file !== 'elbv2/DescribeTags')
        .map(file => [file, step.aws.get(file) ?? null]),
    );
    const world = { ...foreign, name: 'partial', steps: [{ ...step, aws }] };
    const partial = await fleets.start({ worlds: [{ world }] });
    const clients = awsClients(partial);
    const tags = new DescribeTagsCommand({ ResourceArns: [arns[0]] });
    await expect(clients.elb.send(tags)).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/backstage is not authorized to perform: elasticloadbalancing:DescribeTags because no identity-based policy allows the elasticloadbalancing:DescribeTags action',
      $metadata: { httpStatusCode: 403 },
    });
    // Beside a world that has it, it is denied as well: half would pass for all.
    const both = await fleets.start({
      worlds: [{ world }, { world: loadBundledWorld('drift') }],
    });
    await expect(awsClients(both).elb.send(tags)).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('refuses to change anything, and remembers that it was asked to', async () => {
    await expect(
      elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arns[0] })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(fleet.calls.mutations()).toEqual([
      { api: 'elbv2', what: 'DeleteLoadBalancer' },
    ]);
    expect(fleet.calls.snapshot()).toEqual({ 'elbv2 DeleteLoadBalancer': 1 });
  });

  it("throttles as AWS does, by a bucket of the fleet's size", async () => {
    const small = await fleets.start({
      worlds: [{ world: foreign }],
      throttle: { elbv2: { burst: 2, perSecond: 0 } },
    });
    const clients = awsClients(small);
    const list = () => clients.elb.send(new DescribeLoadBalancersCommand({}));
    await list();
    await list();
    await expect(list()).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    const elsewhere = awsClients(small, { region: 'us-west-2' });
    await expect(
      elsewhere.elb.send(new DescribeLoadBalancersCommand({})),
    ).resolves.toBeDefined();
  });

  it('puts the lists of worlds in one scope together', async () => {
    const drift = loadBundledWorld('drift');
    const both = await fleets.start({
      worlds: [{ world: foreign }, { world: drift }],
    });
    const { LoadBalancers = [] } = await awsClients(both).elb.send(
      new DescribeLoadBalancersCommand({}),
    );
    expect(LoadBalancers.map(each => each.LoadBalancerArn)).toEqual([
      ...arns,
      ...asObjects(recorded(drift, 'DescribeLoadBalancers').LoadBalancers).map(
        each => each.LoadBalancerArn,
      ),
    ]);
  });
});
