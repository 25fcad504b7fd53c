import {
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  paginateDescribeLoadBalancers,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { AwsClients, awsClients } from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { Fleet } from '../fleet';
import { loadBundledWorld } from '../worlds';
import { FaultSpec } from './kinds';

describe('faults of AWS, met by its real clients', () => {
  const fleets = new TestFleets();
  const clock = new TestClock();
  let fleet: Fleet;
  let clients: AwsClients;

  beforeEach(async () => {
    fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('foreign') }],
      clock: clock.read,
    });
    clients = awsClients(fleet);
  });

  afterEach(() => fleets.stopAll());

  function set(fault: FaultSpec, rule: { page?: number; times?: number } = {}) {
    return fleet.faults.set({
      side: 'aws',
      operation: 'DescribeLoadBalancers',
      ...rule,
      fault,
    });
  }

  const list = (PageSize?: number) =>
    clients.elb.send(new DescribeLoadBalancersCommand({ PageSize }));

  async function pages(PageSize: number): Promise<string[][]> {
    const seen: string[][] = [];
    for await (const page of paginateDescribeLoadBalancers(
      { client: clients.elb },
      { PageSize },
    )) {
      const names = (page.LoadBalancers ?? []).map(each =>
        String(each.LoadBalancerName),
      );
      seen.push(names);
    }
    return seen;
  }

  it.each<[FaultSpec, string, number]>([
    [{ kind: 'status', code: 503 }, 'ServiceUnavailable', 503],
    [{ kind: 'denied' }, 'AccessDenied', 403],
    [{ kind: 'throttle' }, 'ThrottlingException', 400],
    [{ kind: 'expired-credentials' }, 'ExpiredToken', 403],
    [{ kind: 'retry-after', seconds: 1 }, 'ValidationError', 429],
  ])('%j is %s', async (fault, name, httpStatusCode) => {
    set(fault, { times: 1 });
    await expect(list()).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
    await expect(
      clients.elb.send(new DescribeTargetGroupsCommand({})),
    ).resolves.toBeDefined();
    await expect(list()).resolves.toBeDefined();
  });

  it.each<[FaultSpec, string | RegExp]>([
    [{ kind: 'reset' }, /ECONNRESET|socket hang up/],
    [{ kind: 'half-body' }, /aborted/],
    [{ kind: 'wrong-xml' }, /./],
    [{ kind: 'wrong-json', body: '{' }, /./],
    [{ kind: 'garbage-gzip' }, /./],
  ])('%j is no answer', async (fault, message) => {
    set(fault);
    await expect(list()).rejects.toThrow(message);
  });

  it('sends JSON that is none', async () => {
    fleet.faults.set({
      side: 'aws',
      service: 'tagging',
      fault: { kind: 'wrong-json' },
    });
    await expect(
      clients.tagging.send(new GetResourcesCommand({})),
    ).rejects.toThrow(/JSON/);
  });

  it('is slow, or hangs until the client gives up', async () => {
    set({ kind: 'slow', ms: 30 }, { times: 1 });
    const started = performance.now();
    await list();
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
    fleet.faults.clear();
    set({ kind: 'hang' });
    const abort = new AbortController();
    const asked = clients.elb.send(new DescribeLoadBalancersCommand({}), {
      abortSignal: abort.signal,
    });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('puts another type into a field', async () => {
    set({ kind: 'wrong-type', path: 'State.Code', value: 'melted' });
    const { LoadBalancers = [] } = await list();
    expect(LoadBalancers.map(each => each.State?.Code)).toEqual(
      LoadBalancers.map(() => 'melted'),
    );
  });

  it('shows another time', async () => {
    set({ kind: 'clock-skew', ms: 600_000 });
    const dates: string[] = [];
    clients.elb.middlewareStack.add(
      next => async args => {
        const result = await next(args);
        const { headers } = result.response as {
          headers: Record<string, string>;
        };
        dates.push(headers.date);
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    await list();
    expect(dates).toEqual([new Date(clock.now + 600_000).toUTCString()]);
  });

  it('pages wrongly', async () => {
    const whole = (await pages(400)).flat();
    expect(whole).toHaveLength(8);
    set({ kind: 'repeat-page' }, { page: 2 });
    const repeated = await pages(4);
    expect(repeated).toEqual([whole.slice(0, 4), whole.slice(0, 4)]);
    fleet.faults.clear();
    set({ kind: 'empty-page-in-middle' }, { page: 2 });
    const withEmpty = await pages(4);
    expect(withEmpty).toEqual([whole.slice(0, 4), [], whole.slice(4)]);
    fleet.faults.clear();
    set({ kind: 'continue-loop' });
    const first = await list(4);
    const second = await clients.elb.send(
      new DescribeLoadBalancersCommand({
        PageSize: 4,
        Marker: first.NextMarker,
      }),
    );
    expect(second.NextMarker).toBe(first.NextMarker);
    expect(second.LoadBalancers).toEqual(first.LoadBalancers);
  });

  it.each([
    ['both' as const, false],
    ['missing' as const, false],
    ['gone' as const, true],
  ])('lacks what is new, while tags lag (%s)', async (mode, shown) => {
    const lagging = await fleets.start({
      worlds: [{ world: loadBundledWorld('cluster-name-change') }],
    });
    const { tagging } = awsClients(lagging);
    const arns = async () => {
      const { ResourceTagMappingList = [] } = await tagging.send(
        new GetResourcesCommand({
          ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'],
        }),
      );
      return ResourceTagMappingList.map(each => String(each.ResourceARN));
    };
    lagging.faults.set({
      side: 'aws',
      operation: 'GetResources',
      fault: { kind: 'tags-lag', mode },
    });
    const before = await arns();
    lagging.step('cluster-name-change');
    const lag = await arns();
    lagging.faults.clear();
    const after = await arns();
    // The renamed controller made a second load balancer and left the first.
    expect([before.length, after.length]).toEqual([1, 2]);
    expect(lag).toEqual(shown ? after : before);
  });

  it('still lists what is gone, while tags lag', async () => {
    const lagging = await fleets.start({
      worlds: [{ world: loadBundledWorld('stranded'), step: 2 }],
    });
    const { tagging } = awsClients(lagging);
    const count = async () =>
      (
        await tagging.send(
          new GetResourcesCommand({
            ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'],
          }),
        )
      ).ResourceTagMappingList?.length;
    expect(await count()).toBe(0);
    lagging.faults.set({ side: 'aws', fault: { kind: 'tags-lag' } });
    expect(await count()).toBe(1);
  });
});
