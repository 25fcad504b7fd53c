import {
  AWS_RIGHTS,
  diagnose,
  DoctorSource,
  DoctorTarget,
} from '@lbc-backstage/plugin-lbc-common';
import { Fleet, generate, loadBundledWorld } from 'lbc-sandbox';
import {
  awsSource,
  CountingBudget,
  scopeOf,
  sweepAws,
  useFleetsAws,
} from '../sources/__testUtils__/aws';
import type { SdkAwsSource } from '../sources';
import type { AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { inputOf } from './__testUtils__/inputOf';

jest.setTimeout(120_000);

const SERVICES: Record<string, string> = {
  elasticloadbalancing: 'elbv2',
  tag: 'tagging',
};

let fleet: Fleet;
let restore: () => void;
let known: { scope: AwsScope; loadBalancerArn: string } | undefined;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      { world: generate({ size: 'S', seed: 4 }) },
      {
        world: loadBundledWorld('ingress-alb'),
        accountId: '222222222222',
      },
    ],
    throttle: false,
  });
  restore = useFleetsAws(fleet);
});

afterEach(() => fleet.faults.clear());

afterAll(async () => {
  restore();
  await fleet.stop();
});

/** Everything that is ever asked of an account, and what the doctor says of it. */
async function examine(): Promise<{ target: DoctorTarget; refused: string[] }> {
  const [{ accountId, regions }] = fleet.aws.accounts;
  const scope = scopeOf(accountId, regions[0]);
  const { signal } = new AbortController();
  const budget = new CountingBudget();
  const config = fleet.backstageConfig();
  const source = awsSource({
    ...config,
    lbc: {
      aws: { ...config.lbc.aws, optional: { ec2: true, eks: true, iam: true } },
    },
  });
  const sources: DoctorSource[] = [];
  const sweep = source.sweep({
    scope,
    budget,
    signal,
    iamRoles: [
      {
        arn: `arn:aws:iam::${accountId}:role/prod-1-aws-load-balancer-controller`,
        usedBy: [],
      },
    ],
    podIdentitiesOf: [
      {
        clusterArn: `arn:aws:eks:${regions[0]}:${accountId}:cluster/prod-1`,
        namespace: 'kube-system',
        serviceAccount: 'aws-load-balancer-controller',
      },
    ],
  });
  for await (const { items, ...reading } of sweep) {
    sources.push(reading);
  }
  const stack = await source.readStack({
    ...(await recorded(source)),
    securityGroupIds: ['sg-0123456789abcdef0'],
    budget,
    signal,
  });
  const [target] = diagnose(
    inputOf({
      id: `scope:${scope.id}`,
      kind: 'scope',
      name: scope.id,
      sources,
      notRead: stack.notRead,
    }),
  ).targets;
  return {
    target,
    refused: target.findings.flatMap(({ code, right }) =>
      code === 'action-refused' && right ? [right] : [],
    ),
  };
}

/** A load balancer with listeners and rules: generated ones have none. */
async function recorded(source: SdkAwsSource): Promise<{
  scope: AwsScope;
  loadBalancerArn: string;
}> {
  known ??= await find(source);
  return known;
}

async function find(source: SdkAwsSource): ReturnType<typeof recorded> {
  const { accountId, regions } = fleet.aws.accounts[1];
  const scope = scopeOf(accountId, regions[0]);
  const { loadBalancers } = await sweepAws({ source, scope });
  return { scope, loadBalancerArn: loadBalancers.items[0].arn };
}

/** Generated accounts have neither; that these are noted, iamRoles.test.ts shows. */
const NOT_ASKED_HERE = [
  'eks:DescribePodIdentityAssociation',
  'iam:GetRolePolicy',
];

describe('with exactly the actions of the table', () => {
  let asked: string[];

  it('nothing is refused, and nothing else is called', async () => {
    const { target } = await examine();
    expect(target.findings).toEqual([]);
    expect(target.sources.map(({ coverage }) => coverage)).toEqual(
      target.sources.map(() => 'complete'),
    );
    expect(target.sources.length).toBeGreaterThan(4);
    asked = Object.keys(fleet.calls.snapshot())
      .filter(call => !/^(sts|kubernetes) /.test(call))
      .map(call => {
        const [service, operation] = call.split(' ');
        const [prefix = service] =
          Object.entries(SERVICES).find(([, name]) => name === service) ?? [];
        return `${prefix}:${operation}`;
      });
    const allowed = AWS_RIGHTS.map(({ action }) => action);
    expect(asked.filter(action => !allowed.includes(action))).toEqual([]);
    // So much of the table the next test holds against its refusal.
    expect(allowed.filter(action => !asked.includes(action))).toEqual(
      NOT_ASKED_HERE,
    );
  });

  it.each(
    AWS_RIGHTS.map(({ action }) => action).filter(
      action => !NOT_ASKED_HERE.includes(action),
    ),
  )('without %s, the doctor names it', async action => {
    const [prefix, operation] = action.split(':');
    fleet.faults.set({
      side: 'aws',
      service: SERVICES[prefix] ?? prefix,
      operation,
      fault: { kind: 'denied' },
    });
    expect((await examine()).refused).toEqual([action]);
  });
});
