import { FaultRule, Fleet, generate, loadBundledWorld } from 'lbc-sandbox';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  sweepAws,
  useFleetsAws,
} from '../__testUtils__/aws';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { withTag } from '../__testUtils__/worlds';

jest.setTimeout(60_000);

const ODD_VALUE =
  `<b onclick="alert(1)">&amp; ]]> ${'\u{1f40a}'} \u202e "'\\ = , `
    .padEnd(256, 'ü')
    .slice(0, 256);

let fleet: Fleet;
let restore: () => void;
const NAME = 'large';

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      { world: generate({ size: 'L', seed: 5 }), name: NAME },
      {
        world: withTag(loadBundledWorld('ingress-alb'), {
          Key: 'odd',
          Value: ODD_VALUE,
        }),
        accountId: '444444444444',
      },
    ],
    throttle: false,
  });
  restore = useFleetsAws(fleet);
});

afterEach(() => fleet.faults.clear());

afterAll(async () => {
  expectOnlyReads(fleet);
  restore();
  await fleet.stop();
});

function create(options: { requestTimeoutMs?: number } = {}) {
  return awsSource(fleet.backstageConfig(), options);
}

function largeScope() {
  const [{ accountId, regions }] = fleet.aws.accounts;
  return scopeOf(accountId, regions[0]);
}

async function sweepWith(
  fault: FaultRule['fault'],
  rule: Omit<FaultRule, 'side' | 'fault'> = {},
  options: { requestTimeoutMs?: number } = {},
) {
  fleet.faults.set({ side: 'aws', ...rule, fault });
  return sweepAws({ source: create(options), scope: largeScope() });
}

it('a scope that is denied is denied, and no other', async () => {
  const { accountId, region } = largeScope();
  const { loadBalancers, targetGroups, tags } = await sweepWith(
    { kind: 'denied' },
    { account: accountId, region },
  );
  for (const { coverage, items, observedAt } of [
    loadBalancers,
    targetGroups,
    tags,
  ]) {
    expect({ coverage, items, observedAt }).toEqual({
      coverage: 'denied',
      items: [],
    });
  }
  expect(loadBalancers.reason).toEqual({
    code: 'source.aws-denied',
    params: {
      accountId,
      operation: 'elasticloadbalancing:DescribeLoadBalancers',
      detail: expect.stringContaining('is not authorized'),
    },
  });
  const other = await sweepAws({
    source: create(),
    scope: scopeOf('444444444444', 'eu-west-1'),
  });
  expect(other.tags.coverage).toBe('complete');
});

it('throttling is waited out, and said when it lasts', async () => {
  const passing = await sweepWith(
    { kind: 'throttle' },
    { operation: 'DescribeTargetGroups', page: 2, times: 2 },
  );
  expect(passing.targetGroups.coverage).toBe('complete');
  fleet.faults.clear();
  fleet.calls.reset();
  const lasting = await sweepWith(
    { kind: 'throttle' },
    { operation: 'DescribeTargetGroups', page: 2 },
  );
  expect(lasting.loadBalancers.coverage).toBe('complete');
  expect(lasting.targetGroups).toMatchObject({
    coverage: 'failed',
    items: [],
    reason: { code: 'source.aws-throttled' },
  });
  expect(lasting.tags).toMatchObject({
    coverage: 'failed',
    reason: { code: 'source.aws-tags-without-lists' },
  });
  expect(fleet.calls.snapshot()).toMatchObject({
    'elbv2 DescribeTargetGroups': 4,
  });
});

it.each([
  ['5xx in mid-list', { kind: 'status', code: 500 }],
  ['half a page', { kind: 'half-body' }],
  ['a reset', { kind: 'reset' }],
  ['XML that is none', { kind: 'wrong-xml' }],
  ['a web page', { kind: 'wrong-xml', body: '<html>Log in</html>' }],
] as const)('%s fails a list, without half of it', async (_, fault) => {
  const { loadBalancers, targetGroups } = await sweepWith(fault, {
    operation: 'DescribeTargetGroups',
    page: 2,
  });
  expect(loadBalancers.coverage).toBe('complete');
  expect(targetGroups).toMatchObject({ coverage: 'failed', items: [] });
  expect(targetGroups.observedAt).toBeUndefined();
});

it('no answer fails a list when its time is up', async () => {
  const { loadBalancers } = await sweepWith(
    { kind: 'hang' },
    { operation: 'DescribeLoadBalancers' },
    { requestTimeoutMs: 200 },
  );
  expect(loadBalancers.coverage).toBe('failed');
});

it.each([
  ['DescribeTargetGroups', 'repeat-page', 'source.aws-page-repeated'],
  ['DescribeTargetGroups', 'continue-loop', 'source.aws-page-repeated'],
  ['GetResources', 'repeat-page', 'source.aws-page-repeated'],
  ['GetResources', 'continue-loop', 'source.aws-page-repeated'],
] as const)('%s with %s ends, and fails', async (operation, kind, code) => {
  fleet.calls.reset();
  const { targetGroups, tags } = await sweepWith({ kind }, { operation });
  const failed = operation === 'GetResources' ? tags : targetGroups;
  expect(failed).toMatchObject({
    coverage: 'failed',
    items: [],
    reason: { code },
  });
  expect(fleet.calls.total()).toBeLessThan(20);
});

it('an empty page in the middle is no end', async () => {
  const { targetGroups } = await sweepWith(
    { kind: 'empty-page-in-middle' },
    { operation: 'DescribeTargetGroups', page: 2 },
  );
  expect(targetGroups.coverage).toBe('complete');
  expect(targetGroups.items).toHaveLength(1000);
});

it('resources that are not what they should be are left out and counted', async () => {
  const { targetGroups, tags } = await sweepWith(
    { kind: 'wrong-type', path: 'TargetGroupName', value: '' },
    { operation: 'DescribeTargetGroups', page: 2 },
  );
  expect(targetGroups).toMatchObject({
    coverage: 'partial',
    reason: {
      code: 'source.aws-malformed-items',
      params: { count: 400, example: 'TargetGroupName' },
    },
  });
  expect(targetGroups.items).toHaveLength(600);
  expect(tags).toMatchObject({
    coverage: 'partial',
    reason: { code: 'source.aws-tags-of-some' },
  });
});

it('tags that nobody could read are not none', async () => {
  fleet.faults.set({
    side: 'aws',
    operation: 'DescribeTags',
    fault: { kind: 'denied' },
  });
  const { loadBalancers, targetGroups, tags } = await sweepWith(
    { kind: 'wrong-json', body: '{"ResourceTagMappingList": []}' },
    { operation: 'GetResources' },
  );
  expect(loadBalancers.coverage).toBe('complete');
  expect(targetGroups.coverage).toBe('complete');
  expect(tags).toMatchObject({
    coverage: 'partial',
    items: [],
    reason: { code: 'source.aws-tags-unread', params: { count: 1200 } },
  });
});

it('tags that neither API gives are denied', async () => {
  fleet.faults.set({
    side: 'aws',
    operation: 'DescribeTags',
    fault: { kind: 'denied' },
  });
  const { tags } = await sweepWith(
    { kind: 'denied' },
    { operation: 'GetResources' },
  );
  expect(tags).toMatchObject({ coverage: 'denied', items: [] });
});

it('odd tag values come as they are', async () => {
  const scope = scopeOf('444444444444', 'eu-west-1');
  const byTagging = await sweepAws({ source: create(), scope });
  fleet.faults.set({
    side: 'aws',
    operation: 'GetResources',
    fault: { kind: 'denied' },
  });
  const byElb = await sweepAws({ source: create(), scope });
  for (const { tags } of [byTagging, byElb]) {
    expect(tags.coverage).toBe('complete');
    expect(tags.items[0].tags.odd).toBe(ODD_VALUE);
  }
});

it('a resource of another account fails the list', async () => {
  const readings = await sweepWith(
    {
      kind: 'wrong-type',
      path: 'LoadBalancerArn',
      value:
        'arn:aws:elasticloadbalancing:eu-west-1:999999999999:loadbalancer/app/x/0123456789abcdef',
    },
    { operation: 'DescribeLoadBalancers' },
  );
  expect(readings.loadBalancers).toMatchObject({
    coverage: 'failed',
    items: [],
    reason: { code: 'source.aws-other-account' },
  });
});

it('ends by throwing when it is aborted, also while it waits its turn', async () => {
  const abort = new AbortController();
  fleet.faults.set({ side: 'aws', fault: { kind: 'hang' } });
  const sweep = sweepAws({
    source: create(),
    scope: largeScope(),
    signal: abort.signal,
    budget: new CountingBudget(),
  });
  setTimeout(() => abort.abort(new Error('enough')), 100);
  await expect(sweep).rejects.toThrow('enough');

  const waiting = new AbortController();
  const second = sweepAws({
    source: create(),
    scope: largeScope(),
    signal: waiting.signal,
    budget: {
      take: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    },
  });
  setTimeout(() => waiting.abort(new Error('also enough')), 20);
  await expect(second).rejects.toThrow('also enough');
});
