import type {
  Axis,
  Compatibility,
  Controller,
  Feature,
  Release,
  Report,
} from '../components/compatibility/types';
import { ago } from './build';

const IMAGE = 'public.ecr.aws/eks/aws-load-balancer-controller';

/** The controller of prod-1, as it runs. */
export function running(overrides: Partial<Controller> = {}): Controller {
  return {
    cluster: 'prod-1',
    kind: 'deployment',
    namespace: 'kube-system',
    name: 'aws-load-balancer-controller',
    version: 'v2.17.1',
    versions: [
      {
        version: 'v2.17.1',
        from: 'image-tag',
        image: `${IMAGE}:v2.17.1`,
        pods: 2,
      },
    ],
    chart: {
      name: 'aws-load-balancer-controller',
      version: '1.17.1',
      appVersion: 'v2.17.1',
    },
    liveness: 'alive',
    replicas: { wanted: 2, ready: 2, updated: 2 },
    rollout: 'done',
    strategy: 'RollingUpdate',
    lock: 'leases',
    flags: { 'cluster-name': 'prod-1', 'ingress-class': 'alb' },
    gates: { NLBGatewayAPI: false, ALBGatewayAPI: false },
    clusterName: 'prod-1',
    region: 'eu-west-1',
    serviceAccount: 'kube-system/aws-load-balancer-controller',
    identity: {
      kind: 'irsa',
      roleArn: 'arn:aws:iam::123456789012:role/lbc',
      because: {
        code: 'compatibility.identity-irsa-annotation',
        params: {
          namespace: 'kube-system',
          serviceAccount: 'aws-load-balancer-controller',
          roleArn: 'arn:aws:iam::123456789012:role/lbc',
        },
      },
    },
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

/** A release of the ladder. */
export function release(
  version: string,
  overrides: Partial<Release> = {},
): Release {
  return {
    version,
    date: '2026-01-15',
    kubernetes: {
      min: '1.22',
      sureness: 'documented',
      source: 'docs/deploy/installation.md',
    },
    fits: 'upper-end-untested',
    current: false,
    newest: false,
    next: false,
    avoid: [],
    crdsChanged: false,
    iamChanged: false,
    ...overrides,
  };
}

/** From the first releases to the newest. */
export const ladder: Release[] = [
  release('v2.4.7', {
    date: '2023-01-31',
    kubernetes: {
      min: '1.19',
      max: '1.25',
      sureness: 'documented',
      source: 'docs/deploy/installation.md',
    },
    fits: 'too-new',
  }),
  ...['v2.14.0', 'v2.14.1', 'v2.15.0', 'v2.16.0', 'v2.17.0'].map(version =>
    release(version),
  ),
  release('v2.17.1', { current: true }),
  release('v3.0.0', { crdsChanged: true, iamChanged: true }),
  release('v3.1.0', { avoid: ['#4512'] }),
  release('v3.1.1'),
  release('v3.2.0', {
    kubernetes: {
      min: '1.24',
      max: '1.34',
      sureness: 'client-library',
      source: 'go.mod',
    },
    fits: 'documented',
  }),
  release('v3.4.3', { next: true }),
  release('v3.5.0', { newest: true, date: '2026-10-02' }),
];

const WHO = {
  namespace: 'kube-system',
  name: 'aws-load-balancer-controller',
  serviceAccount: 'aws-load-balancer-controller',
  cluster: 'prod-1',
  version: 'v2.17.1',
};

/** One axis. */
export function axis(
  name: Axis['axis'],
  status: Axis['status'],
  because: Axis['because'],
  overrides: Partial<Axis> = {},
): Axis {
  return {
    axis: name,
    status,
    because: { ...because, params: { ...WHO, ...because.params } },
    findings: [],
    notSeen: [],
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

const webObject = { kind: 'Ingress', namespace: 'shop', name: 'web' };
const apiObject = { kind: 'Ingress', namespace: 'shop', name: 'api' };

/** What the objects use: two read, and one of every other kind. */
export const features: Feature[] = [
  {
    name: 'alb.ingress.kubernetes.io/scheme',
    kind: 'annotation',
    object: webObject,
    introducedIn: 'v1.0.0',
    status: 'read',
  },
  {
    name: 'alb.ingress.kubernetes.io/scheme',
    kind: 'annotation',
    object: apiObject,
    introducedIn: 'v1.0.0',
    status: 'read',
  },
  {
    name: 'alb.ingress.kubernetes.io/frontend-nlb-scheme',
    kind: 'annotation',
    object: apiObject,
    introducedIn: 'v3.0.0',
    status: 'not-yet',
  },
  {
    name: 'alb.ingress.kubernetes.io/security-group',
    kind: 'annotation',
    object: webObject,
    status: 'unrecognised',
    nearest: 'alb.ingress.kubernetes.io/security-groups',
  },
  {
    name: 'alb.ingress.kubernetes.io/web-acl-id',
    kind: 'annotation',
    object: webObject,
    introducedIn: 'v1.0.0',
    lastIn: 'v1.1.9',
    status: 'removed',
    replacement: 'alb.ingress.kubernetes.io/wafv2-acl-arn',
  },
  {
    name: 'alb.ingress.kubernetes.io/ip-address-type',
    kind: 'annotation',
    object: { kind: 'Service', namespace: 'shop', name: 'web' },
    introducedIn: 'v1.0.0',
    status: 'ignored',
  },
];

const STATEMENT = `{
  "Effect": "Allow",
  "Action": ["elasticloadbalancing:SetRulePriorities"],
  "Resource": "*"
}`;

const LACKS = {
  code: 'iam.action-missing',
  params: {
    role: 'lbc',
    version: 'v2.17.1',
    count: 1,
    actions: ['elasticloadbalancing:SetRulePriorities'],
  },
};

const iamShort = axis('iam', 'fail', LACKS, {
  findings: [
    {
      code: 'policies-read',
      status: 'pass',
      message: {
        code: 'iam.policies-read',
        params: { role: 'lbc', count: 1, policies: ['lbc-policy'] },
      },
      evidence: [],
    },
    {
      code: 'iam-action-missing',
      status: 'fail',
      message: LACKS,
      evidence: [
        {
          message: {
            code: 'iam.no-statement-allows',
            params: {
              role: 'lbc',
              actions: ['elasticloadbalancing:SetRulePriorities'],
            },
          },
          source: 'aws',
          observedAt: ago(3, 'min'),
          role: 'supports',
        },
      ],
      remedy: [
        {
          who: 'platform',
          message: {
            code: 'iam.add-statement',
            params: { role: 'lbc', statement: STATEMENT },
          },
        },
      ],
      commands: [
        {
          tool: 'aws',
          purpose: {
            code: 'command.owner',
            params: { kind: 'Role', namespace: 'iam', name: 'lbc' },
          },
          text: 'aws iam list-attached-role-policies --role-name lbc',
        },
      ],
    },
  ],
});

const wellAxes: Axis[] = [
  axis('controller', 'pass', { code: 'compatibility.controller-known' }),
  axis('kubernetes', 'pass', {
    code: 'compatibility.kubernetes-upper-end-untested',
    params: { minor: '1.34', min: '1.22' },
  }),
  axis('crds', 'pass', {
    code: 'compatibility.crds-fit',
    params: { count: 5 },
  }),
  axis('gateway-api', 'not-applicable', {
    code: 'compatibility.gateway-not-used',
  }),
  axis('iam', 'pass', { code: 'iam.verdict-pass', params: { role: 'lbc' } }),
  axis('rbac', 'pass', { code: 'compatibility.rbac-fits' }),
  axis('webhooks', 'pass', { code: 'compatibility.webhooks-fit' }),
  axis('objects', 'pass', {
    code: 'compatibility.objects-fit',
    params: { objects: 2, features: 1 },
  }),
  axis('resources', 'pass', {
    code: 'compatibility.resources-fit',
    params: { count: 1 },
  }),
  axis('claims', 'pass', { code: 'compatibility.claims-alone' }),
];

/** Well axes, but for these. */
function axes(...others: Axis[]): Axis[] {
  return wellAxes.map(
    each => others.find(other => other.axis === each.axis) ?? each,
  );
}

/** One controller, judged. */
export function compatibility(
  overrides: Partial<Compatibility> = {},
): Compatibility {
  return {
    controller: running(),
    status: 'pass',
    because: {
      code: 'compatibility.verdict-pass-behind',
      params: { ...WHO, behind: 11 },
    },
    axes: wellAxes,
    ladder,
    behind: { releases: 11, newest: 'v3.5.0', since: '2026-01-15' },
    kubernetes: {
      version: '1.34',
      gitVersion: 'v1.34.1-eks-3cfe0ce',
      support: { status: 'standard', standardEnds: '2026-12-02' },
    },
    features: features.filter(({ status }) => status === 'read'),
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

function report(
  controllers: Compatibility[],
  overrides: Partial<Report> = {},
): Report {
  return {
    entityRef: 'component:default/checkout',
    controllers,
    notes: [],
    knowledge: { newest: 'v3.5.0', date: '2026-10-02', releases: 65 },
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

const RBAC_UNKNOWN = { code: 'compatibility.rbac-unknown' };

const unread = axis('rbac', 'unknown', RBAC_UNKNOWN, {
  notSeen: [
    {
      message: {
        code: 'compatibility.not-permitted',
        params: { resource: 'clusterroles', cluster: 'prod-1' },
      },
      rbacRule:
        "- apiGroups: ['rbac.authorization.k8s.io']\n  resources: ['clusterroles']\n  verbs: ['list']\n",
    },
  ],
});
const IAM_UNKNOWN = { code: 'iam.verdict-unknown', params: { role: 'lbc' } };

const iamOff = axis('iam', 'unknown', IAM_UNKNOWN, {
  notSeen: [
    {
      message: { code: 'iam.switched-off', params: { role: 'lbc' } },
      iamAction: 'iam:GetRolePolicy',
      config: 'lbc.aws.optional.iam: true',
    },
  ],
});

const CONFLICT = { code: 'compatibility.claims-conflict' };

/** Reports of every kind that the tab has to show. */
export const reports = {
  compatible: report([compatibility()]),
  needsALook: report([
    compatibility({
      status: 'warn',
      because: {
        code: 'compatibility.verdict-warn',
        params: { ...WHO, behind: 11, warns: ['objects'] },
      },
      axes: axes(
        axis('objects', 'warn', {
          code: 'compatibility.objects-need-a-look',
          params: { features: 6, other: 4 },
        }),
      ),
      features,
    }),
  ]),
  iamShort: report([
    compatibility({
      status: 'fail',
      because: {
        code: 'compatibility.verdict-fail',
        params: { ...WHO, fails: ['iam'] },
      },
      axes: axes(iamShort),
    }),
  ]),
  notSeen: report([
    compatibility({
      status: 'unknown',
      because: {
        code: 'compatibility.verdict-unknown',
        params: { ...WHO, unknowns: ['iam', 'rbac'] },
      },
      axes: axes(unread, iamOff),
      kubernetes: undefined,
    }),
  ]),
  unknownVersion: report([
    compatibility({
      controller: running({
        version: undefined,
        versions: [
          { from: 'digest-only', image: `${IMAGE}@sha256:0123`, pods: 2 },
        ],
        chart: undefined,
      }),
      status: 'unknown',
      because: { code: 'compatibility.verdict-no-version', params: WHO },
      ladder: ladder.map(each => ({ ...each, current: false, next: false })),
      behind: undefined,
      features: features.map(each => ({ ...each, status: 'unknown' })),
    }),
  ]),
  rolling: report([
    compatibility({
      status: 'warn',
      controller: running({
        rollout: 'stuck',
        versions: [
          { version: 'v2.17.1', from: 'image-tag', pods: 1 },
          {
            version: 'v3.0.0',
            from: 'version-label',
            suffix: 'eksbuild.1',
            pods: 1,
          },
        ],
      }),
    }),
  ]),
  autoMode: report([
    compatibility({
      controller: running({
        kind: 'eks-auto-mode',
        namespace: undefined,
        name: undefined,
        version: undefined,
        versions: [],
        chart: undefined,
        replicas: undefined,
        rollout: undefined,
        identity: undefined,
        flags: {},
      }),
      because: { code: 'compatibility.verdict-auto-mode', params: WHO },
      axes: wellAxes.map(each =>
        each.axis === 'claims'
          ? each
          : axis(each.axis, 'not-applicable', {
              code: 'compatibility.auto-mode',
            }),
      ),
      ladder: [],
      behind: undefined,
    }),
  ]),
  two: report([
    compatibility({
      status: 'fail',
      axes: axes(
        axis('claims', 'fail', CONFLICT, {
          findings: [
            {
              code: 'second-controller',
              status: 'fail',
              message: {
                code: 'compatibility.second-controller',
                params: {
                  cluster: 'prod-1',
                  controllers: ['kube-system/first', 'ingress/second'],
                },
              },
              evidence: [],
            },
          ],
        }),
      ),
    }),
    compatibility({
      controller: running({ namespace: 'ingress', name: 'second' }),
    }),
  ]),
  empty: report([], {
    notes: [
      {
        code: 'compatibility.controllers-not-read',
        params: { cluster: 'prod-1' },
      },
    ],
    observedAt: undefined,
  }),
  stale: report([compatibility()], { observedAt: ago(47, 'min') }),
} satisfies Record<string, Report>;
