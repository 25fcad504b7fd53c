import { readFileSync } from 'fs';
import { join } from 'path';
import { Fleet, generate } from 'lbc-sandbox';
import { z } from 'zod';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  useFleetsAws,
} from '../__testUtils__/aws';

jest.setTimeout(120_000);

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.literal('Allow'),
  Action: z.array(z.string()),
  Resource: z.string(),
});
const blockSchema = z.union([
  z.array(statementSchema),
  z
    .object({ Statement: z.array(statementSchema) })
    .transform(({ Statement }) => Statement),
]);

/** What the README says that AWS must allow, by `Sid`. */
function documented(): Map<string, string[]> {
  const text = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, json]) => JSON.parse(json) as unknown,
  );
  return new Map(
    blocks
      .flatMap(block => blockSchema.safeParse(block).data ?? [])
      .map(({ Sid = '', Action }) => [Sid, Action]),
  );
}

const PREFIXES: Record<string, string> = {
  elbv2: 'elasticloadbalancing',
  tagging: 'tag',
};

let fleet: Fleet;
let restore: () => void;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [{ world: generate({ size: 'S', seed: 4 }) }],
    throttle: false,
  });
  restore = useFleetsAws(fleet);
});

afterAll(async () => {
  restore();
  await fleet.stop();
});

/** Actions that a sweep with every switch on used. */
async function used(): Promise<string[]> {
  const [{ accountId, regions }] = fleet.aws.accounts;
  const config = fleet.backstageConfig();
  const source = awsSource({
    ...config,
    lbc: {
      aws: { ...config.lbc.aws, optional: { ec2: true, eks: true, iam: true } },
    },
  });
  const reading = source.sweep({
    scope: scopeOf(accountId, regions[0]),
    budget: new CountingBudget(),
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
    signal: new AbortController().signal,
  });
  for await (const { coverage } of reading) {
    expect(coverage).toBe('complete');
  }
  return Object.keys(fleet.calls.snapshot())
    .filter(call => !call.startsWith('sts '))
    .map(call => {
      const [service, operation] = call.split(' ');
      return `${PREFIXES[service] ?? service}:${operation}`;
    });
}

it('needs no more of AWS than its README says', async () => {
  const allowed = [...documented().values()].flat();
  const calls = await used();
  expect(calls.filter(action => !allowed.includes(action))).toEqual([]);
  expect(calls).toEqual(
    expect.arrayContaining([
      'iam:GetPolicyVersion',
      'eks:ListPodIdentityAssociations',
      'ec2:DescribeSecurityGroups',
    ]),
  );
});

it('asks for nothing that changes anything', () => {
  const statements = documented();
  expect([...statements.keys()]).toEqual([
    '',
    'OptionalEc2',
    'OptionalEks',
    'OptionalIam',
  ]);
  for (const action of [...statements.values()].flat()) {
    expect(action).toMatch(/^[a-z0-9]+:(Describe|Get|List)[A-Za-z]+$/);
  }
});
