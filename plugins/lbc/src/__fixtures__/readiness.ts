import type {
  Answer,
  ClusterReadiness,
  Effect,
  Finding,
  PlanStep,
  Report,
} from '../components/readiness/types';
import { ago } from './build';
import { running } from './compatibility';

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();
const TARGET = { kind: 'controller', version: 'v3.5.0' } as const;

const STATEMENT = `{
  "Effect": "Allow",
  "Action": ["elasticloadbalancing:SetRulePriorities"],
  "Resource": "*"
}`;

/** What the change does to one owner of the shop. */
export function effectOn(
  name: string,
  effect: Effect['effect'],
  because: Effect['because'],
): Effect {
  return {
    subjectId: `subject-${name}`,
    owner: { kind: 'Ingress', namespace: 'shop', name },
    effect,
    because,
  };
}

const untouched: Effect['because'] = { code: 'readiness.effect-none' };
const replaces: Effect['because'] = { code: 'readiness.effect-replaced' };

export const none = effectOn('web', 'none', untouched);
export const gap = effectOn('db', 'brief-gap', {
  code: 'readiness.effect-gap-replica',
});
export const replaced = effectOn('api', 'replaced', replaces);
export const unknownEffect = effectOn('blog', 'unknown', {
  code: 'readiness.effect-not-examined',
});

/** One finding of a check. */
export function readinessFinding(
  code: string,
  status: Finding['status'],
  overrides: Partial<Finding> = {},
): Finding {
  return {
    code,
    status,
    blocking: true,
    when: 'before',
    message: {
      code: 'compatibility.kubernetes-documented',
      params: { minor: '1.34', version: 'v3.5.0', min: '1.22', max: '1.35' },
    },
    evidence: [],
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

export const iamFinding = readinessFinding('LBC-IAM-001', 'fail', {
  message: {
    code: 'iam.action-missing',
    params: {
      role: 'lbc',
      version: 'v3.5.0',
      count: 1,
      actions: ['elasticloadbalancing:SetRulePriorities'],
    },
  },
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
        code: 'iam.check-narrowed',
        params: { statements: ['lbc #4'], version: 'v3.5.0' },
      },
    },
  ],
  snippet: { language: 'json', text: STATEMENT },
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
});

export const pendingFinding = readinessFinding('LBC-PENDING-002', 'fail', {
  message: {
    code: 'drift.found.scheme',
    params: { live: 'internal', expected: 'internet-facing' },
  },
});

export const duringFinding = readinessFinding('LBC-ROLLOUT-001', 'warn', {
  when: 'during',
  message: {
    code: 'compatibility.no-replica-ready',
    params: { namespace: 'kube-system', name: 'lbc', wanted: 1 },
  },
});

export const afterFinding = readinessFinding('LBC-CRD-004', 'warn', {
  when: 'after',
  message: {
    code: 'compatibility.crd-missing-unneeded',
    params: { crd: 'globalaccelerators.aga.k8s.aws', version: 'v3.5.0' },
  },
});

export const unknownFinding = readinessFinding('LBC-VALUES-001', 'unknown', {
  message: {
    code: 'readiness.values-not-read',
    params: { values: ['keepTLSSecret'] },
  },
});

export const attestedFinding = readinessFinding('LBC-GATEWAY-003', 'warn', {
  message: {
    code: 'iam.scp-not-seen',
  },
  attestation: {
    cluster: 'prod-1',
    check: 'LBC-GATEWAY-003',
    target: TARGET,
    by: 'user:default/amina',
    why: 'No SCP of ours names elasticloadbalancing.',
    at: ago(2, 'd'),
    expiresAt: IN_AN_HOUR,
  },
});

const passed = [
  readinessFinding('LBC-KUBERNETES-001', 'pass'),
  readinessFinding('LBC-CRD-001', 'pass', {
    message: {
      code: 'compatibility.crds-fit',
      params: { version: 'v3.5.0', count: 5 },
    },
  }),
  readinessFinding('LBC-AUTO-001', 'not-applicable', {
    message: {
      code: 'compatibility.auto-mode',
      params: { cluster: 'prod-1' },
    },
  }),
];

/** A plan of four steps, with all that a step may have. */
export const plan: PlanStep[] = [
  {
    phase: 'baseline',
    message: {
      code: 'order.wait-until-gone',
      params: { count: 1, names: ['k8s-shop-web-5c8ac0cc82'] },
    },
    because: { code: 'drift.kind.not-noticed' },
    who: 'platform',
    commands: [{ text: 'kubectl get ingress -A', changes: false }],
    findings: [],
  },
  {
    phase: 'iam',
    message: {
      code: 'iam.check-narrowed',
      params: { statements: ['lbc #4'], version: 'v3.5.0' },
    },
    because: {
      code: 'iam.no-statement-allows',
      params: {
        role: 'lbc',
        actions: ['elasticloadbalancing:SetRulePriorities'],
      },
    },
    who: 'platform',
    commands: [
      {
        text: 'aws iam put-role-policy --role-name lbc --policy-name lbc --policy-document file://policy.json',
        changes: true,
      },
    ],
    snippet: { language: 'json', text: STATEMENT },
    findings: ['LBC-IAM-001'],
  },
  {
    phase: 'upgrade',
    stop: 'v3.5.0',
    message: {
      code: 'order.start-controller',
      params: { clusters: ['prod-1'] },
    },
    because: { code: 'drift.kind.reverted-at-next-reconcile' },
    who: 'platform',
    commands: [
      {
        text: 'helm upgrade aws-load-balancer-controller eks/aws-load-balancer-controller --version 3.5.0',
        changes: true,
      },
    ],
    findings: [],
  },
  {
    phase: 'rollback',
    message: { code: 'drift.kind.replaces' },
    because: { code: 'drift.kind.ignored' },
    who: 'platform',
    commands: [],
    findings: [],
  },
];

/** The readiness of prod-1 for v3.5.0. */
export function readinessReport(overrides: Partial<Report> = {}): Report {
  return {
    cluster: 'prod-1',
    controller: { ...running(), identity: undefined },
    target: TARGET,
    verdict: 'ready',
    because: { code: 'readiness.verdict-ready', params: { what: 'v3.5.0' } },
    validUntil: IN_AN_HOUR,
    findings: passed,
    plan,
    effects: [none],
    proposals: [
      {
        target: TARGET,
        best: true,
        because: { code: 'readiness.propose-best', params: { minor: '1.34' } },
      },
      {
        target: { kind: 'controller', version: 'v3.4.3' },
        best: false,
        because: {
          code: 'readiness.propose-issue',
          params: { issues: ['#4512'] },
        },
      },
      {
        target: { kind: 'kubernetes', version: '1.35' },
        best: false,
        because: {
          code: 'readiness.propose-kubernetes-too-new',
          params: { version: 'v2.17.1' },
        },
      },
    ],
    rehearsals: [
      {
        cluster: 'staging-eu',
        version: 'v3.5.0',
        since: ago(12, 'd'),
        verification: 'verified',
        covers: 9,
        of: 11,
        kubernetes: { here: '1.34', there: '1.35' },
      },
    ],
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

function cluster(
  report: Report,
  overrides: Partial<ClusterReadiness> = {},
): ClusterReadiness {
  return {
    cluster: report.cluster,
    target: report.target,
    from: report.controller?.version,
    effects: report.effects,
    report,
    ...overrides,
  };
}

function answer(
  clusters: ClusterReadiness[],
  overrides: Partial<Answer> = {},
): Answer {
  return {
    entityRef: 'component:default/checkout',
    clusters,
    notes: [],
    observedAt: ago(2, 'min'),
    ...overrides,
  };
}

const notReady = readinessReport({
  verdict: 'not-ready',
  because: {
    code: 'readiness.verdict-not-ready',
    params: { what: 'v3.5.0', count: 2 },
  },
  findings: [
    iamFinding,
    pendingFinding,
    duringFinding,
    afterFinding,
    unknownFinding,
    ...passed,
  ],
});

/** Answers of every kind that the tab has to show. */
export const readiness = {
  ready: answer([cluster(readinessReport())]),
  warnings: answer([
    cluster(
      readinessReport({
        verdict: 'ready-with-warnings',
        because: {
          code: 'readiness.verdict-warnings',
          params: { what: 'v3.5.0', count: 2 },
        },
        findings: [duringFinding, attestedFinding, ...passed],
        effects: [gap],
      }),
    ),
  ]),
  notReady: answer([cluster(notReady)]),
  cannotDetermine: answer([
    cluster(
      readinessReport({
        verdict: 'cannot-determine',
        because: {
          code: 'readiness.verdict-cannot-determine',
          params: { count: 1 },
        },
        findings: [unknownFinding, ...passed],
        effects: [unknownEffect],
        validUntil: undefined,
        plan: [],
        rehearsals: [],
      }),
    ),
  ]),
  severalOwners: answer([
    cluster(readinessReport({ effects: [none, gap, replaced, unknownEffect] })),
  ]),
  wholeCluster: answer([
    cluster(
      readinessReport({
        effects: Array.from({ length: 120 }, (_, index) =>
          effectOn(
            `web-${index}`,
            index === 7 ? 'replaced' : 'none',
            untouched,
          ),
        ),
      }),
    ),
  ]),
  twoClusters: answer([
    cluster(readinessReport()),
    cluster(
      readinessReport({
        cluster: 'staging-eu',
        verdict: 'not-ready',
        findings: [iamFinding],
        effects: [replaced],
      }),
    ),
  ]),
  denied: answer([cluster(readinessReport(), { report: undefined })], {
    notes: [
      {
        code: 'readiness.whole-cluster-not-permitted',
        params: { cluster: 'prod-1' },
      },
    ],
  }),
  problem: answer(
    [
      {
        cluster: 'prod-1',
        effects: [],
        problems: [
          {
            code: 'readiness.no-target',
            params: { cluster: 'prod-1', version: 'v3.5.0' },
          },
        ],
      },
    ],
    { observedAt: undefined },
  ),
  unaffected: answer([cluster(readinessReport({ effects: [] }))]),
  expired: answer([cluster(readinessReport({ validUntil: ago(20, 'min') }))]),
  empty: answer([], {
    notes: [{ code: 'compatibility.no-cluster' }],
    observedAt: undefined,
  }),
  stale: answer([cluster(readinessReport())], { observedAt: ago(47, 'min') }),
} satisfies Record<string, Answer>;
