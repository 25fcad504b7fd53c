import fc from 'fast-check';
import { ReleaseIamAction } from '../../knowledge/types';
import { IamFacts } from './facts';
import { FACTS, Statement, rolePolicies } from './__testUtils__/roles';
import {
  IamDecision,
  IamDecisionKind,
  RoleEvaluator,
  RolePolicies,
} from './evaluate';

const TAG = 'elbv2.k8s.aws/cluster';
const OURS = { Null: { [`aws:ResourceTag/${TAG}`]: 'false' } };

const describe_: ReleaseIamAction = {
  action: 'ec2:DescribeVpcs',
  effect: 'Allow',
  resources: ['*'],
};
const remove: ReleaseIamAction = {
  action: 'elasticloadbalancing:DeleteLoadBalancer',
  effect: 'Allow',
  resources: ['*'],
  condition: OURS,
};
const register: ReleaseIamAction = {
  action: 'elasticloadbalancing:RegisterTargets',
  effect: 'Allow',
  resources: ['arn:aws:elasticloadbalancing:*:*:targetgroup/*/*'],
};
const authorize: ReleaseIamAction = {
  action: 'ec2:AuthorizeSecurityGroupIngress',
  effect: 'Allow',
  resources: ['*'],
};

function allow(action: unknown, more: Statement = {}): Statement {
  return { Effect: 'Allow', Action: action, Resource: '*', ...more };
}

function deny(action: unknown, more: Statement = {}): Statement {
  return { Effect: 'Deny', Action: action, Resource: '*', ...more };
}

type Row = [string, ReleaseIamAction, Statement[], IamDecisionKind];

const ROWS: Row[] = [
  ['no statement', describe_, [], 'denied'],
  ['its own', describe_, [allow('ec2:DescribeVpcs')], 'granted'],
  ['other capitals', describe_, [allow('EC2:describevpcs')], 'granted'],
  ['another action', describe_, [allow('ec2:DescribeVpc')], 'denied'],
  ['a wildcard', describe_, [allow(['s3:*', 'ec2:Describe*'])], 'granted'],
  ['everything', describe_, [allow('*')], 'granted'],
  [
    'NotAction that spares it',
    describe_,
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    'granted',
  ],
  [
    'NotAction that names it',
    describe_,
    [{ Effect: 'Allow', NotAction: 'ec2:*', Resource: '*' }],
    'denied',
  ],
  ['Deny beside Allow', describe_, [allow('*'), deny('ec2:*')], 'denied'],
  [
    'Deny of everything but',
    describe_,
    [allow('*'), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }],
    'denied',
  ],
  [
    'Deny of other resources',
    register,
    [allow('*'), deny('*', { Resource: 'arn:aws:s3:::*' })],
    'granted',
  ],
  [
    'Deny of one resource',
    register,
    [
      allow('*'),
      deny('*', {
        Resource:
          'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/prod/*',
      }),
    ],
    'conditional',
  ],
  [
    'Deny under a condition that nobody can decide',
    describe_,
    [
      allow('*'),
      deny('*', { Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }),
    ],
    'unknown',
  ],
  [
    'Deny outside of this Region',
    describe_,
    [
      allow('*'),
      deny('*', {
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      }),
    ],
    'granted',
  ],
  [
    'Deny outside of another Region',
    describe_,
    [
      allow('*'),
      deny('*', {
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
      }),
    ],
    'denied',
  ],
  [
    'Deny by a policy variable',
    register,
    [allow('*'), deny('*', { Resource: 'arn:aws:*:*:*:${aws:username}' })],
    'unknown',
  ],
  [
    'Allow by a policy variable',
    register,
    [
      allow('*', {
        Resource:
          'arn:aws:elasticloadbalancing:*:*:targetgroup/${aws:PrincipalTag/team}*',
      }),
    ],
    'unknown',
  ],
  [
    'the same condition',
    remove,
    [allow('elasticloadbalancing:*', { Condition: OURS })],
    'granted',
  ],
  ['no condition', remove, [allow('elasticloadbalancing:*')], 'granted'],
  [
    'the cluster by its name',
    remove,
    [
      allow('elasticloadbalancing:*', {
        Condition: {
          StringEquals: { [`aws:resourcetag/${TAG}`]: ['prod-1', 'prod-2'] },
        },
      }),
    ],
    'granted',
  ],
  [
    'another cluster by its name',
    remove,
    [
      allow('elasticloadbalancing:*', {
        Condition: { StringLike: { [`aws:ResourceTag/${TAG}`]: 'dev-*' } },
      }),
    ],
    'denied',
  ],
  [
    'a condition that upstream has not',
    register,
    [allow('*', { Condition: OURS })],
    'conditional',
  ],
  [
    'a condition on who calls',
    register,
    [
      allow('*', {
        Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      }),
    ],
    'unknown',
  ],
  [
    'a condition by a policy variable',
    remove,
    [
      allow('*', {
        Condition: {
          StringEquals: {
            [`aws:ResourceTag/${TAG}`]: '${aws:PrincipalTag/cluster}',
          },
        },
      }),
    ],
    'unknown',
  ],
  [
    'a set of values',
    describe_,
    [
      allow('*', {
        Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': '*' } },
      }),
    ],
    'unknown',
  ],
  [
    'this account and Region',
    register,
    [
      allow('*', {
        Resource:
          'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/*',
      }),
    ],
    'granted',
  ],
  [
    'another account',
    register,
    [
      allow('*', {
        Resource: 'arn:aws:elasticloadbalancing:*:210987654321:targetgroup/*',
      }),
    ],
    'denied',
  ],
  [
    'some target groups',
    register,
    [
      allow('*', {
        Resource: 'arn:aws:elasticloadbalancing:*:*:targetgroup/k8s-*/*',
      }),
    ],
    'conditional',
  ],
  [
    'NotResource that spares it',
    register,
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::*' }],
    'granted',
  ],
  [
    'NotResource that names a part',
    register,
    [
      {
        Effect: 'Allow',
        Action: '*',
        NotResource: 'arn:aws:elasticloadbalancing:*:*:targetgroup/other/*',
      },
    ],
    'conditional',
  ],
  [
    'the narrower statement that upstream documents',
    authorize,
    [
      allow('ec2:AuthorizeSecurityGroupIngress', {
        Condition: {
          ArnEquals: {
            'ec2:Vpc': 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1',
          },
        },
      }),
    ],
    'granted',
  ],
  [
    'the same with another VPC',
    authorize,
    [
      allow('ec2:AuthorizeSecurityGroupIngress', {
        Condition: {
          ArnEquals: {
            'ec2:Vpc': 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-2',
          },
        },
      }),
    ],
    'denied',
  ],
];

function evaluate(options: {
  required: ReleaseIamAction;
  role: RolePolicies;
  facts: IamFacts;
}): IamDecision {
  const { required, ...role } = options;
  return new RoleEvaluator(role).evaluate(required);
}

it.each(ROWS)('%s', (_, required, statements, decision) => {
  const result = evaluate({
    required,
    role: rolePolicies(statements),
    facts: FACTS,
  });
  expect(result.decision).toBe(decision);
});

it('names the statement that refuses', () => {
  const { explicit, statements } = evaluate({
    required: describe_,
    role: rolePolicies([
      allow('*'),
      deny('ec2:*', { Sid: 'NoEc2' }),
      deny('s3:*', { Sid: 'NoS3' }),
    ]),
    facts: FACTS,
  });
  expect(explicit).toBe(true);
  expect(statements.map(({ id }) => id)).toEqual(['NoEc2']);
});

describe('a permission boundary', () => {
  const decide = (own: Statement[], boundary: Statement[]) =>
    evaluate({
      required: describe_,
      role: rolePolicies(own, boundary),
      facts: FACTS,
    });

  it('takes away what it does not allow', () => {
    expect(decide([allow('*')], [allow('s3:*')])).toMatchObject({
      decision: 'denied',
      boundary: true,
      explicit: false,
    });
  });

  it('gives nothing by itself', () => {
    expect(decide([], [allow('*')])).toMatchObject({
      decision: 'denied',
      boundary: false,
    });
  });

  it('lets through what both allow', () => {
    expect(decide([allow('ec2:*')], [allow('*')]).decision).toBe('granted');
  });

  it('refuses', () => {
    expect(decide([allow('ec2:*')], [allow('*'), deny('ec2:*')])).toMatchObject(
      { decision: 'denied', explicit: true, boundary: true },
    );
  });
});

it('knows nothing of a role with a policy that was not read', () => {
  const { policies } = rolePolicies([allow('*')]);
  const unread = {
    statements: [],
    problems: [{ policy: 'x', code: 'not-read' as const }],
  };
  for (const own of [policies, []]) {
    const role = { policies: [...own, unread] };
    expect(evaluate({ required: describe_, role, facts: FACTS }).decision).toBe(
      'unknown',
    );
  }
  // What refuses, refuses.
  const role = {
    policies: [...rolePolicies([deny('*')]).policies, unread],
  };
  expect(evaluate({ required: describe_, role, facts: FACTS }).decision).toBe(
    'denied',
  );
});

const actionPattern = fc.constantFrom(
  '*',
  'ec2:*',
  'ec2:Describe*',
  'ec2:DescribeVpcs',
  'elasticloadbalancing:*',
  'elasticloadbalancing:RegisterTargets',
  'elasticloadbalancing:D?lete*',
  's3:*',
);
const resourcePattern = fc.constantFrom(
  '*',
  'arn:aws:elasticloadbalancing:*:*:targetgroup/*/*',
  'arn:aws:elasticloadbalancing:eu-west-1:*:targetgroup/a*/*',
  'arn:aws:elasticloadbalancing:*:*:loadbalancer/${aws:username}/*',
  'arn:aws:elasticloadbalancing:*:*:loadbalancer/*',
);
const condition = fc.option(
  fc.constantFrom<Record<string, Record<string, string>>>(
    OURS,
    { StringEquals: { [`aws:ResourceTag/${TAG}`]: 'prod-1' } },
    { StringEquals: { [`aws:ResourceTag/${TAG}`]: 'other' } },
    { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { Null: { [`aws:ResourceTag/${TAG}`]: 'true' } },
  ),
  { nil: undefined },
);
const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.constantFrom('Action', 'NotAction'),
    actions: fc.array(actionPattern, { minLength: 1, maxLength: 2 }),
    resource: fc.constantFrom('Resource', 'NotResource'),
    resources: fc.array(resourcePattern, { minLength: 1, maxLength: 2 }),
    condition,
  })
  .map(
    (each): Statement => ({
      Effect: each.effect,
      [each.action]: each.actions,
      [each.resource]: each.resources,
      ...(each.condition && { Condition: each.condition }),
    }),
  );
const asked = fc.constantFrom(describe_, remove, register, authorize);

function decisionOf(
  required: ReleaseIamAction,
  statements: Statement[],
  boundary?: Statement[],
) {
  return evaluate({
    required,
    role: rolePolicies(statements, boundary),
    facts: FACTS,
  }).decision;
}

const few = fc.array(statement, { maxLength: 4 });
const maybeFew = fc.option(few, { nil: undefined });

it('never takes away by one more Allow', () => {
  fc.assert(
    fc.property(
      asked,
      few,
      statement,
      maybeFew,
      (required, all, one, limit) => {
        const before = decisionOf(required, all, limit);
        const more = [...all, { ...one, Effect: 'Allow' }];
        const after = decisionOf(required, more, limit);
        return (
          (before !== 'granted' || after === 'granted') &&
          (before === 'denied' || after !== 'denied')
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

it('never gives by one more Deny', () => {
  fc.assert(
    fc.property(
      asked,
      few,
      statement,
      maybeFew,
      (required, all, one, limit) => {
        const before = decisionOf(required, all, limit);
        const more = [...all, { ...one, Effect: 'Deny' }];
        const after = decisionOf(required, more, limit);
        return (
          (before === 'granted' || after !== 'granted') &&
          (before !== 'denied' || after === 'denied')
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

it('never gives by a boundary', () => {
  fc.assert(
    fc.property(
      asked,
      few,
      few,
      (required, all, limit) =>
        decisionOf(required, all) === 'granted' ||
        decisionOf(required, all, limit) !== 'granted',
    ),
    { numRuns: 2_000 },
  );
});
