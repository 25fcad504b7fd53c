import { KindSnapshot } from '../../inventory/coverage';
import { AwsIamRole } from '../../inventory/aws';
import { DefaultKnowledge } from '../../knowledge-data';
import { Release } from '../../knowledge/types';
import { message, renderMessage } from '../../messages';
import { CompatibilityAxis, RunningController } from '../types';
import {
  ROLE_ARN,
  Statement,
  TRUST,
  policyDocument,
  statementsOf,
  storedRole,
} from './__testUtils__/roles';
import { assessIam } from './assessIam';
import { IamAxisOptions } from './options';

const NOW = '2026-11-24T12:00:00.000Z';
const READ_AT = '2026-11-24T11:58:00.000Z';

const controller: RunningController = {
  cluster: 'prod-1',
  kind: 'deployment',
  namespace: 'kube-system',
  name: 'aws-load-balancer-controller',
  version: 'v3.5.0',
  versions: [],
  liveness: 'alive',
  flags: {},
  gates: {},
  clusterName: 'prod-1',
  region: 'eu-west-1',
  vpcId: 'vpc-1',
  serviceAccount: 'aws-load-balancer-controller',
  identity: {
    kind: 'irsa',
    roleArn: ROLE_ARN,
    because: message('compatibility.identity-irsa-pod', { roleArn: ROLE_ARN }),
  },
  observedAt: READ_AT,
};

let release: Release;
let upstream: Statement[];

beforeAll(async () => {
  const found = await DefaultKnowledge.create().load('v3.5.0');
  if (!found) {
    throw new Error('v3.5.0 is not known');
  }
  release = found;
  upstream = statementsOf(found.iam.aws ?? []);
});

function read(...items: AwsIamRole[]): KindSnapshot<AwsIamRole> {
  return {
    coverage: 'complete',
    attemptedAt: READ_AT,
    observedAt: READ_AT,
    items,
  };
}

function assess(more: Partial<IamAxisOptions> = {}): CompatibilityAxis {
  return assessIam({
    controller,
    release,
    accountIds: ['123456789012'],
    roles: read(storedRole(upstream)),
    now: NOW,
    ...more,
  });
}

const codes = (axis: CompatibilityAxis) =>
  axis.findings.map(({ code, status }) => `${code}: ${status}`);

/** Every sentence can be said. */
function sentences(axis: CompatibilityAxis): string[] {
  return [
    axis.because,
    ...axis.findings.flatMap(each => [
      each.message,
      ...each.evidence.map(one => one.message),
      ...(each.remedy ?? []).map(one => one.message),
      ...(each.commands ?? []).map(one => one.purpose),
    ]),
    ...axis.notSeen.map(one => one.message),
  ].map(said => renderMessage(said));
}

it("is satisfied by upstream's policy, and says what can't be seen", () => {
  const axis = assess();
  expect(axis).toMatchObject({
    axis: 'iam',
    status: 'pass',
    because: { code: 'iam.verdict-pass' },
    notSeen: [],
    observedAt: READ_AT,
  });
  expect(codes(axis)).toEqual(['iam-granted: pass']);
  expect(axis.findings[0].evidence.map(each => each.message.code)).toContain(
    'iam.scp-not-seen',
  );
});

it('offers commands that only read', () => {
  const [{ commands = [] }] = assess().findings;
  expect(commands.map(({ text }) => text)).toEqual([
    'aws iam get-role --role-name lbc',
    'aws iam list-attached-role-policies --role-name lbc',
    'aws iam list-role-policies --role-name lbc',
  ]);
});

it('names what everybody needs and the role lacks, with the statement to add', () => {
  const without = ['SetRulePriorities', 'ModifyListener'].map(
    name => `elasticloadbalancing:${name}`,
  );
  const axis = assess({
    roles: read(
      storedRole(
        upstream.filter(({ Action }) => !without.includes(String(Action))),
      ),
    ),
  });
  expect(axis.status).toBe('fail');
  expect(axis.because).toMatchObject({
    code: 'iam.action-missing',
    params: { count: 2, actions: [...without].sort() },
  });
  const { remedy = [] } = axis.findings[0];
  const statement = String(remedy[0].message.params?.statement);
  expect(JSON.parse(statement)).toEqual({
    Effect: 'Allow',
    Action: [...without].sort(),
    Resource: '*',
  });
  expect(sentences(axis).join('\n')).toContain('"Effect": "Allow"');
});

it('only warns of what a feature needs', () => {
  const axis = assess({
    roles: read(
      storedRole(
        upstream.filter(
          ({ Action }) => Action !== 'elasticloadbalancing:DescribeTrustStores',
        ),
      ),
    ),
  });
  expect(axis.status).toBe('warn');
  expect(codes(axis)).toContain('iam-feature-action-missing: warn');
});

it('does not ask for what a flag switches off', () => {
  const role = storedRole(
    upstream.filter(({ Action }) => !/^(shield|waf)/.test(String(Action))),
  );
  expect(assess({ roles: read(role) }).status).toBe('fail');
  const flags = {
    'enable-shield': 'false',
    'enable-waf': 'false',
    'enable-wafv2': 'false',
  };
  expect(
    assess({ roles: read(role), controller: { ...controller, flags } }).status,
  ).toBe('pass');
});

it('asks for optional policies only where a gate is on', () => {
  const gates = { GlobalAcceleratorController: true, EnableRGTAPI: true };
  const axis = assess({ controller: { ...controller, gates } });
  expect(axis.status).toBe('warn');
  const features = axis.findings.filter(
    ({ code }) => code === 'iam-feature-action-missing',
  );
  expect(features.map(each => each.message.params?.feature)).toEqual([
    'the gate GlobalAcceleratorController',
    'the gate EnableRGTAPI',
  ]);
});

it('says which statement refuses, and that adding one does not help', () => {
  const axis = assess({
    roles: read(
      storedRole([
        ...upstream,
        {
          Sid: 'NoDelete',
          Effect: 'Deny',
          Action: 'elasticloadbalancing:Delete*',
          Resource: '*',
        },
      ]),
    ),
  });
  expect(codes(axis)).toContain('iam-action-refused: fail');
  expect(axis.findings[0].message.params?.statements).toEqual([
    'own / NoDelete',
  ]);
});

it('says where the permission boundary is too narrow', () => {
  const axis = assess({
    roles: read(
      storedRole(upstream, {
        boundary: {
          name: 'limit',
          document: policyDocument([
            {
              Effect: 'Allow',
              NotAction: ['ec2:CreateSecurityGroup'],
              Resource: '*',
            },
          ]),
        },
      }),
    ),
  });
  expect(codes(axis)).toContain('iam-boundary: fail');
});

it.each<[string, Statement, string]>([
  ['Action: "*"', { Effect: 'Allow', Action: '*', Resource: '*' }, '*'],
  [
    'NotAction',
    { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
    'NotAction iam:*',
  ],
  [
    'a whole service',
    { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
    'ec2:*',
  ],
  [
    'roles of anybody',
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
    'sts:AssumeRole',
  ],
])('warns of a statement that allows too much: %s', (_, broad, allows) => {
  const axis = assess({ roles: read(storedRole([...upstream, broad])) });
  expect(axis.status).toBe('warn');
  const found = axis.findings.find(({ code }) => code === 'iam-too-broad');
  expect(found?.message.params?.allows).toEqual([allows]);
});

it.each<[AwsIamRole['policies'][number], string]>([
  [{ name: 'p', problem: 'not-json' }, 'iam-policy-not-json: unknown'],
  [{ name: 'p', problem: 'too-large' }, 'iam-policy-too-large: unknown'],
  [{ name: 'p', problem: 'not-read' }, 'iam-policy-not-read: unknown'],
  [{ name: 'p', document: 'x' }, 'iam-policy-no-policy: unknown'],
  [
    { name: 'p', document: { Statement: [{ Effect: 'Maybe' }] } },
    'iam-policy-bad-statement: unknown',
  ],
])('knows nothing where a policy is none: %j', (policy, code) => {
  const role = storedRole(upstream);
  const axis = assess({
    roles: read({ ...role, policies: [...role.policies, policy] }),
  });
  expect(axis.status).toBe('unknown');
  expect(codes(axis)).toContain(code);
  expect(sentences(axis).join(' ')).not.toMatch(/\?|undefined/);
});

it('leaves open what depends on a policy variable', () => {
  const axis = assess({
    roles: read(
      storedRole([
        ...upstream.filter(
          ({ Action }) => Action !== 'elasticloadbalancing:DeleteLoadBalancer',
        ),
        {
          Effect: 'Allow',
          Action: 'elasticloadbalancing:DeleteLoadBalancer',
          Resource:
            'arn:aws:elasticloadbalancing:*:*:loadbalancer/app/${aws:PrincipalTag/x}*',
        },
      ]),
    ),
  });
  expect(codes(axis)).toContain('iam-action-narrowed: warn');
  expect(axis.status).not.toBe('pass');
});

describe('a role that was not read', () => {
  it('says which switch reads it', () => {
    const axis = assess({ roles: undefined });
    expect(axis).toMatchObject({
      status: 'unknown',
      because: { code: 'iam.switched-off' },
      notSeen: [{ config: 'lbc.aws.optional.iam: true' }],
    });
  });

  it('is not read in an account that configuration does not name', () => {
    const axis = assess({ accountIds: ['210987654321'], roles: undefined });
    expect(axis).toMatchObject({
      status: 'unknown',
      because: { code: 'iam.account-not-configured' },
    });
    expect(sentences(axis).join(' ')).toContain('never steers a call');
  });

  it('says which action was refused', () => {
    const refused = {
      action: 'iam:GetPolicyVersion',
      reason: message('source.denied', { detail: 'no' }),
    };
    const axis = assess({
      roles: read(storedRole(upstream, { unread: [refused] })),
    });
    expect(axis.status).toBe('unknown');
    expect(axis.notSeen).toEqual([
      { message: refused.reason, iamAction: 'iam:GetPolicyVersion' },
    ]);
    expect(codes(axis)).toContain('iam-role-partly-read: unknown');
  });

  it('says so where IAM refused the role itself', () => {
    const axis = assess({
      roles: {
        coverage: 'denied',
        reason: message('source.denied', { detail: 'no' }),
        attemptedAt: READ_AT,
        items: [],
      },
    });
    expect(axis.notSeen).toMatchObject([{ iamAction: 'iam:GetRole' }]);
  });

  it('waits for the next sweep where it is new', () => {
    expect(assess({ roles: read() }).because.code).toBe(
      'iam.role-not-read-yet',
    );
  });

  it.each([
    ['node-role', 'iam.node-role-not-known'],
    ['static-keys', 'iam.static-keys'],
    ['pod-identity', 'iam.pod-identity-not-seen'],
    ['unknown', 'iam.role-not-known'],
  ] as const)('is not guessed: %s', (kind, code) => {
    const identity = { kind, because: message('iam.let-iam-be-read') };
    const axis = assess({ controller: { ...controller, identity } });
    expect(axis).toMatchObject({ status: 'unknown', because: { code } });
  });
});

it('takes the role that EKS gives by Pod Identity', () => {
  const identity = {
    kind: 'pod-identity' as const,
    because: message('compatibility.identity-pod-identity'),
  };
  const podIdentity = {
    namespace: 'kube-system',
    serviceAccount: 'aws-load-balancer-controller',
    roleArn: ROLE_ARN,
  };
  const trust = {
    name: 'trust',
    document: policyDocument([
      {
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ]),
  };
  const more = { controller: { ...controller, identity }, podIdentity };
  const axis = assess({
    ...more,
    roles: read(storedRole(upstream, { trust })),
  });
  expect(axis.status).toBe('pass');
  // The trust of IRSA does not let Pod Identity in.
  expect(codes(assess(more))).toContain('iam-trust-no-pod-identity: fail');
});

it('fails where the role does not exist', () => {
  const axis = assess({
    roles: read(storedRole([], { exists: false, policies: [] })),
  });
  expect(axis).toMatchObject({
    status: 'fail',
    because: { code: 'iam.role-missing' },
  });
});

it('fails where the trust lets another service account in', () => {
  const axis = assess({
    controller: { ...controller, serviceAccount: 'other' },
  });
  expect(codes(axis)).toContain('iam-trust-other-account: fail');
});

it('warns where the trust names no service account', () => {
  const [statement] = TRUST.Statement;
  const document = policyDocument([{ ...statement, Condition: undefined }]);
  const axis = assess({
    roles: read(storedRole(upstream, { trust: { name: 'trust', document } })),
  });
  expect(codes(axis)).toContain('iam-trust-any-service-account: warn');
});

it('does not judge Auto Mode, and not an unknown release', () => {
  expect(
    assess({ controller: { ...controller, kind: 'eks-auto-mode' } }).status,
  ).toBe('not-applicable');
  const axis = assess({ release: undefined });
  expect(axis.status).toBe('unknown');
  expect(codes(axis)).toContain('iam-release-unknown: unknown');
});

it('knows no policy of a partition that upstream has none for', () => {
  const arn = ROLE_ARN.replace('arn:aws:', 'arn:aws-new:');
  const identity = { ...controller.identity, roleArn: arn };
  const axis = assess({
    controller: {
      ...controller,
      identity: identity as RunningController['identity'],
    },
    roles: read(storedRole(upstream, { arn })),
  });
  expect(codes(axis)).toContain('iam-no-policy-of-partition: unknown');
});

describe('roles that TargetGroupBindings ask for', () => {
  const arn = 'arn:aws:iam::123456789012:role/targets';
  const needed = [
    'DescribeTargetGroups',
    'DescribeTargetHealth',
    'RegisterTargets',
    'DeregisterTargets',
  ].map(name => `elasticloadbalancing:${name}`);
  const withRole = (role: AwsIamRole | undefined, own = upstream) =>
    assess({
      assumedRoleArns: [arn],
      roles: read(storedRole(own), ...(role ? [role] : [])),
    });
  const may = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: arn,
  };
  const targets = storedRole(
    [{ Effect: 'Allow', Action: needed, Resource: '*' }],
    { arn, name: 'targets' },
  );

  it('may be assumed, and allow what is needed', () => {
    expect(withRole(targets, [...upstream, may]).status).toBe('pass');
  });

  it('may not be assumed', () => {
    const axis = withRole(targets);
    expect(axis.status).toBe('fail');
    expect(axis.findings[0].message.params?.actions).toEqual([
      'sts:AssumeRole',
    ]);
  });

  it('lack something, are gone, or were not seen', () => {
    const own = [...upstream, may];
    const short = storedRole([], { arn, name: 'targets' });
    expect(codes(withRole(short, own))).toContain(
      'iam-assumed-role-short: fail',
    );
    expect(codes(withRole({ ...short, exists: false }, own))).toContain(
      'iam-assumed-role-missing: fail',
    );
    expect(codes(withRole(undefined, own))).toContain(
      'iam-assumed-role-not-seen: unknown',
    );
  });
});

describe('a role that was left', () => {
  const left = storedRole(upstream, {
    arn: 'arn:aws:iam::123456789012:role/old',
    name: 'old',
    usedBy: [],
    unusedSince: '2026-11-14T12:00:00.000Z',
    lastUsedBy: storedRole([]).usedBy,
  });

  it('can still be assumed, and since when is said', () => {
    const axis = assess({ roles: read(storedRole(upstream), left) });
    expect(axis.status).toBe('warn');
    const found = axis.findings.find(({ code }) => code === 'iam-role-left');
    expect(found?.message.params).toMatchObject({ role: 'old', days: 10 });
    expect(sentences(axis).join(' ')).toContain('10 days after');
  });

  it.each<[string, Partial<AwsIamRole>]>([
    ['it is gone', { exists: false }],
    ['somebody has it', { usedBy: storedRole([]).usedBy }],
    [
      'nobody may assume it',
      { trust: { name: 'trust', document: policyDocument([]) } },
    ],
    [
      'its trust is unreadable',
      { trust: { name: 'trust', problem: 'not-json' } },
    ],
    ['another cluster had it', { lastUsedBy: [] }],
  ])('is none where %s', (_, more) => {
    const axis = assess({
      roles: read(storedRole(upstream), { ...left, ...more }),
    });
    expect(codes(axis)).not.toContain('iam-role-left: warn');
  });
});
