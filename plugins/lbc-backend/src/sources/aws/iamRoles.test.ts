import { AwsReading, IamRoleInUse } from '@lbc-backstage/plugin-lbc-node';
import {
  Fleet,
  JsonValue,
  World,
  controllerPolicy,
  loadBundledWorld,
  withRoles,
} from 'lbc-sandbox';
import {
  CountingBudget,
  awsSource,
  scopeOf,
  useFleetsAws,
} from '../__testUtils__/aws';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { MAX_DOCUMENT_CHARACTERS } from './inventory/iam/documents';
import { MAX_ROLES } from './inventory/iam/readIamRoles';

jest.setTimeout(60_000);

const ACCOUNT = '123456789012';
const OTHER = '210987654321';
const NAME = 'prod-1-aws-load-balancer-controller';
const ARN = `arn:aws:iam::${ACCOUNT}:role/${NAME}`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/limits`;

const user = {
  cluster: 'prod-1',
  namespace: 'kube-system',
  serviceAccount: 'aws-load-balancer-controller',
};

/** Texts of inline policies as a hostile or broken IAM may send them. */
const INLINE: Record<string, JsonValue> = {
  cut: encodeURIComponent('{"Version": "2012-10-17", "Sta'),
  deep: encodeURIComponent('['.repeat(60_000) + ']'.repeat(60_000)),
  encoding: '%E0%A4%A',
  good: { Version: '2012-10-17', Statement: [] },
  huge: encodeURIComponent(
    JSON.stringify({ x: 'x'.repeat(MAX_DOCUMENT_CHARACTERS) }),
  ),
};

/** The demo's world, whose role also has inline policies and a boundary. */
function world(): World {
  const made = withRoles(loadBundledWorld('ingress-alb'));
  return {
    ...made,
    steps: made.steps.map(step => {
      const files = new Map(
        [...step.aws.keys()].map((path): [string, JsonValue] => [
          path,
          step.aws.get(path) ?? null,
        ]),
      );
      const roles = files.get('iam/GetRole') as Record<
        string,
        { Role: Record<string, JsonValue> }
      >;
      files.set('iam/GetRole', {
        [NAME]: {
          Role: {
            ...roles[NAME].Role,
            PermissionsBoundary: {
              PermissionsBoundaryType: 'Policy',
              PermissionsBoundaryArn: BOUNDARY,
            },
          },
        },
      });
      files.set(
        'iam/GetRolePolicy',
        Object.fromEntries(
          Object.entries(INLINE).map(([name, PolicyDocument]) => [
            `${NAME}/${name}`,
            { RoleName: NAME, PolicyName: name, PolicyDocument },
          ]),
        ),
      );
      const policies = files.get('iam/GetPolicy') as Record<string, JsonValue>;
      const versions = files.get('iam/GetPolicyVersion') as Record<
        string,
        JsonValue
      >;
      files.set('iam/GetPolicy', {
        ...policies,
        [BOUNDARY]: {
          Policy: {
            Arn: BOUNDARY,
            PolicyId: 'ANPALIMITS',
            DefaultVersionId: 'v3',
          },
        },
      });
      files.set('iam/GetPolicyVersion', {
        ...versions,
        [`${BOUNDARY}/v3`]: {
          PolicyVersion: { Document: { Statement: [] }, VersionId: 'v3' },
        },
      });
      return { ...step, aws: files };
    }),
  };
}

let fleet: Fleet;
let restore: () => void;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [
      { world: world() },
      { world: loadBundledWorld('ingress-group'), region: 'eu-central-1' },
      { world: withRoles(loadBundledWorld('service-nlb')), accountId: OTHER },
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

/** The scopes of the first account, first as configuration has them. */
function source(optional: object = { iam: true }) {
  return awsSource({
    ...fleet.backstageConfig(),
    lbc: {
      aws: {
        scopes: [
          { accountId: ACCOUNT, region: 'eu-west-1' },
          { accountId: ACCOUNT, region: 'eu-central-1' },
          { accountId: OTHER, region: 'eu-west-1' },
        ],
        optional,
      },
    },
  });
}

async function sweep(
  options: {
    from?: ReturnType<typeof source>;
    scope?: ReturnType<typeof scopeOf>;
    roles?: IamRoleInUse[];
  } = {},
) {
  const {
    from = source(),
    scope = scopeOf(ACCOUNT, 'eu-west-1'),
    roles = [{ arn: ARN, usedBy: [user] }],
  } = options;
  const budget = new CountingBudget();
  const readings: AwsReading[] = [];
  for await (const reading of from.sweep({
    scope,
    budget,
    iamRoles: roles,
    signal: new AbortController().signal,
  })) {
    readings.push(reading);
  }
  const found = readings.find(
    (each): each is Extract<AwsReading, { kind: 'iamRoles' }> =>
      each.kind === 'iamRoles',
  );
  return { found, budget, kinds: readings.map(({ kind }) => kind) };
}

function fault(operation: string, kind: 'denied' | 'throttle') {
  fleet.faults.set({
    side: 'aws',
    service: 'iam',
    operation,
    fault: { kind },
  });
}

it('is not called unless it is switched on', async () => {
  const { kinds } = await sweep({ from: source({ ec2: true }) });
  expect(kinds).not.toContain('iamRoles');
  expect(fleet.calls.total('iam')).toBe(0);
});

it("is read in an account's first scope only, with a budget of its own", async () => {
  const first = await sweep();
  expect(first.kinds.at(-1)).toBe('iamRoles');
  const calls = fleet.calls.total('iam');
  expect(first.budget.taken.filter(each => each.endsWith(' iam'))).toHaveLength(
    calls,
  );
  const second = await sweep({ scope: scopeOf(ACCOUNT, 'eu-central-1') });
  expect(second.kinds).not.toContain('iamRoles');
  expect(fleet.calls.total('iam')).toBe(calls);
});

it('has the role with its trust, policies and boundary', async () => {
  const { found } = await sweep();
  expect(found?.coverage).toBe('complete');
  const [role] = found?.items ?? [];
  expect(role).toMatchObject({
    arn: ARN,
    name: NAME,
    exists: true,
    usedBy: [user],
    createdAt: '2024-03-04T08:00:00.000Z',
    trust: {
      document: {
        Statement: [{ Action: 'sts:AssumeRoleWithWebIdentity' }],
      },
    },
    boundary: { name: 'limits', arn: BOUNDARY, document: { Statement: [] } },
    unread: [],
  });
  expect(role.policies.at(-1)).toMatchObject({
    name: 'AWSLoadBalancerControllerIAMPolicy-prod-1',
    document: controllerPolicy(),
  });
});

it('keeps what is no policy as a problem, not as a failure', async () => {
  const { found } = await sweep();
  const problems = Object.fromEntries(
    (found?.items[0].policies ?? []).map(({ name, problem }) => [
      name,
      problem,
    ]),
  );
  expect(problems).toMatchObject({
    cut: 'not-json',
    encoding: 'not-json',
    huge: 'too-large',
  });
  expect(problems.good).toBeUndefined();
  // Too deep to be read, or to be written again; never a crash.
  expect(['not-json', undefined]).toContain(problems.deep);
});

it('reads a version of a policy once', async () => {
  const from = source();
  await sweep({ from });
  const calls = () => fleet.calls.snapshot()['iam GetPolicyVersion'];
  expect(calls()).toBe(2);
  await sweep({ from });
  expect(calls()).toBe(2);
});

it('never asks for a role that another account is said to have', async () => {
  const forged = [
    `arn:aws:iam::${OTHER}:role/${NAME}`,
    'arn:aws:iam::999999999999:role/admin',
    `arn:aws:iam::${ACCOUNT}:user/${NAME}`,
    `arn:aws:iam::${ACCOUNT}:role/`,
    `arn:aws:iam::${ACCOUNT}:role/a&Action=DeleteRole`,
    'nonsense',
  ];
  const { found } = await sweep({
    roles: forged.map(arn => ({ arn, usedBy: [user] })),
  });
  expect(found).toMatchObject({ coverage: 'complete', items: [] });
  expect(fleet.calls.total('iam')).toBe(0);
});

it('says what there is not, by this very ARN', async () => {
  const gone = `arn:aws:iam::${ACCOUNT}:role/gone`;
  // The name is there, the path is not.
  const elsewhere = `arn:aws:iam::${ACCOUNT}:role/teams/${NAME}`;
  const { found } = await sweep({
    roles: [gone, elsewhere].map(arn => ({ arn, usedBy: [user] })),
  });
  expect(found).toMatchObject({
    coverage: 'complete',
    items: [
      { arn: gone, exists: false },
      { arn: elsewhere, exists: false },
    ],
  });
});

it('is denied as a whole where IAM is', async () => {
  fault('GetRole', 'denied');
  const { found, kinds } = await sweep();
  expect(found).toMatchObject({
    coverage: 'denied',
    items: [],
    reason: { params: { operation: 'iam:GetRole' } },
  });
  expect(kinds).toHaveLength(4);
});

it.each([
  ['ListRolePolicies', 'iam:ListRolePolicies'],
  ['GetRolePolicy', 'iam:GetRolePolicy'],
  ['ListAttachedRolePolicies', 'iam:ListAttachedRolePolicies'],
  ['GetPolicy', 'iam:GetPolicy'],
  ['GetPolicyVersion', 'iam:GetPolicyVersion'],
])('is known in part where %s is denied', async (operation, action) => {
  fault(operation, 'denied');
  const { found } = await sweep();
  expect(found).toMatchObject({
    coverage: 'partial',
    items: [
      {
        exists: true,
        unread: [{ action, reason: { code: 'source.aws-denied' } }],
      },
    ],
  });
});

it('keeps the last good reading where IAM throttles', async () => {
  fault('GetRole', 'throttle');
  const { found } = await sweep();
  expect(found).toMatchObject({
    coverage: 'failed',
    items: [],
    reason: { code: 'source.aws-throttled' },
  });
});

it('reads so many roles and no more', async () => {
  const roles = Array.from({ length: MAX_ROLES + 5 }, (_, index) => ({
    arn: `arn:aws:iam::${ACCOUNT}:role/r${String(index).padStart(3, '0')}`,
    usedBy: [user],
  }));
  const { found } = await sweep({ roles });
  expect(found).toMatchObject({
    coverage: 'partial',
    reason: { code: 'source.aws-too-many-roles', params: { total: 205 } },
  });
  expect(fleet.calls.total('iam')).toBe(MAX_ROLES);
});
