import { Evidence } from '../../inventory/subject';
import { Message, message } from '../../messages';
import { CompatibilityFinding, CompatibilityStatus } from '../types';
import { PolicyProblem } from './policy';
import { IamFeature } from './required';
import { WeighedIamAction, statementText } from './shortfall';

/** What a finding about a role is made with. */
export interface RoleContext {
  role: string;
  /** The release that asks. */
  version: string;
  observedAt?: string;
}

/** A thing that was seen in AWS. */
export function seenInAws(
  text: Message,
  context: Pick<RoleContext, 'observedAt'>,
  role: Evidence['role'] = 'supports',
): Evidence {
  return {
    message: text,
    source: 'aws',
    role,
    ...(context.observedAt && { observedAt: context.observedAt }),
  };
}

/** What was seen of actions that no statement allows, and the statement to add. */
export function shortBy(
  lacking: readonly WeighedIamAction[],
  context: Pick<RoleContext, 'role' | 'observedAt'>,
): Pick<CompatibilityFinding, 'evidence' | 'remedy'> {
  const { role } = context;
  const actions = names(lacking);
  return {
    evidence: [
      seenInAws(
        message('iam.no-statement-allows', {
          role,
          actions,
          count: actions.length,
        }),
        context,
      ),
    ],
    remedy: [
      {
        who: 'platform',
        message: message('iam.add-statement', {
          role,
          statement: statementText(lacking.map(({ required }) => required)),
        }),
      },
    ],
  };
}

/** What a feature is called in a sentence. */
const FEATURE_NAMES: Record<IamFeature, string> = {
  outposts: 'load balancers on Outposts',
  'mutual-tls': 'mutual TLS',
  capacity: 'reserved capacity of a load balancer',
  ipam: 'addresses of an IPAM pool',
  certificates: 'finding certificates by host name',
  cognito: 'authentication by Cognito',
  'global-accelerator': 'the gate GlobalAcceleratorController',
  'certificate-management': 'the gate EnableCertificateManagement',
  'tagging-api': 'the gate EnableRGTAPI',
  'assumed-role': 'TargetGroupBindings that name a role to assume',
};

/** Findings about actions that a role lacks, has in part, or that nobody can tell. */
export function actionFindings(
  weighed: readonly WeighedIamAction[],
  context: RoleContext,
): CompatibilityFinding[] {
  const denied = weighed.filter(({ decision }) => decision === 'denied');
  const lacking = denied.filter(isLacking);
  const features = [
    ...new Set(lacking.flatMap(({ feature }) => feature ?? [])),
  ];
  return [
    missing(
      lacking.filter(({ feature }) => feature === undefined),
      undefined,
      context,
    ),
    ...features.map(feature =>
      missing(
        lacking.filter(each => each.feature === feature),
        feature,
        context,
      ),
    ),
    ...refusals(denied, context),
    narrowed(
      weighed.filter(({ decision }) => decision === 'conditional'),
      context,
    ),
    undecided(
      weighed.filter(
        ({ decision, statements }) =>
          decision === 'unknown' && statements.length > 0,
      ),
      context,
    ),
  ].flatMap(finding => finding ?? []);
}

function missing(
  lacking: readonly WeighedIamAction[],
  feature: IamFeature | undefined,
  context: RoleContext,
): CompatibilityFinding | undefined {
  if (lacking.length === 0) {
    return undefined;
  }
  const { role, version } = context;
  const actions = names(lacking);
  return {
    code: feature ? 'iam-feature-action-missing' : 'iam-action-missing',
    status: feature && feature !== 'assumed-role' ? 'warn' : 'fail',
    message: feature
      ? message('iam.feature-action-missing', {
          role,
          version,
          actions,
          feature: FEATURE_NAMES[feature],
          count: actions.length,
        })
      : message('iam.action-missing', {
          role,
          version,
          actions,
          count: actions.length,
        }),
    ...shortBy(lacking, context),
  };
}

/** What a statement refuses, and what the permission boundary does not allow. */
export function refusals(
  denied: readonly WeighedIamAction[],
  context: RoleContext,
): Array<CompatibilityFinding | undefined> {
  return [
    refused(
      denied.filter(({ explicit }) => explicit),
      context,
    ),
    bounded(
      denied.filter(({ explicit, boundary }) => boundary && !explicit),
      context,
    ),
  ];
}

/** Denied because no statement allows it: what a statement more would mend. */
export function isLacking({
  decision,
  explicit,
  boundary,
}: WeighedIamAction): boolean {
  return decision === 'denied' && !explicit && !boundary;
}

function refused(
  denied: readonly WeighedIamAction[],
  context: RoleContext,
): CompatibilityFinding | undefined {
  return about(denied, context, {
    code: 'iam-action-refused',
    status: statusOf(denied),
    text: params => message('iam.action-refused', params),
    remedy: params => message('iam.narrow-deny', params),
  });
}

function bounded(
  denied: readonly WeighedIamAction[],
  context: RoleContext,
): CompatibilityFinding | undefined {
  return about(denied, context, {
    code: 'iam-boundary',
    status: statusOf(denied),
    text: params => message('iam.boundary', params),
    remedy: params => message('iam.widen-boundary', params),
  });
}

function narrowed(
  conditional: readonly WeighedIamAction[],
  context: RoleContext,
): CompatibilityFinding | undefined {
  return about(conditional, context, {
    code: 'iam-action-narrowed',
    status: 'warn',
    text: params => message('iam.action-narrowed', params),
    remedy: params => message('iam.check-narrowed', params),
  });
}

function undecided(
  unknown: readonly WeighedIamAction[],
  context: RoleContext,
): CompatibilityFinding | undefined {
  return about(unknown, context, {
    code: 'iam-action-undecided',
    status: 'unknown',
    text: params => message('iam.action-undecided', params),
    remedy: params => message('iam.check-undecided', params),
  });
}

/** Without it somebody's feature does not work, or nothing does. */
function statusOf(weighed: readonly WeighedIamAction[]): CompatibilityStatus {
  return weighed.some(
    ({ feature }) => feature === undefined || feature === 'assumed-role',
  )
    ? 'fail'
    : 'warn';
}

interface AboutParams extends Record<string, string | number | string[]> {
  role: string;
  version: string;
  actions: string[];
  count: number;
  statements: string[];
}

function about(
  weighed: readonly WeighedIamAction[],
  context: RoleContext,
  kind: {
    code: string;
    status: CompatibilityStatus;
    text: (params: AboutParams) => Message;
    remedy: (params: AboutParams) => Message;
  },
): CompatibilityFinding | undefined {
  if (weighed.length === 0) {
    return undefined;
  }
  const actions = names(weighed);
  const params: AboutParams = {
    role: context.role,
    version: context.version,
    actions,
    count: actions.length,
    statements: statementNames(weighed),
  };
  return {
    code: kind.code,
    status: kind.status,
    message: kind.text(params),
    evidence: params.statements.map(statement =>
      seenInAws(
        message('iam.statement-decides', { statement, role: context.role }),
        context,
      ),
    ),
    remedy: [{ who: 'platform', message: kind.remedy(params) }],
  };
}

function names(weighed: readonly WeighedIamAction[]): string[] {
  return [...new Set(weighed.map(({ required }) => required.action))].sort();
}

/** Statements that decided, as `policy / statement`; at most a handful. */
function statementNames(weighed: readonly WeighedIamAction[]): string[] {
  return [
    ...new Set(
      weighed.flatMap(({ statements }) =>
        statements.map(({ policy, id }) => `${policy} / ${id}`),
      ),
    ),
  ]
    .sort()
    .slice(0, 10);
}

const PROBLEMS: Record<
  PolicyProblem['code'],
  (params: { policy: string; role: string; statement: number }) => Message
> = {
  'not-json': params => message('iam.policy-not-json', params),
  'too-large': params => message('iam.policy-too-large', params),
  'not-read': params => message('iam.policy-not-read', params),
  'no-policy': params => message('iam.policy-no-policy', params),
  'bad-statement': params => message('iam.policy-bad-statement', params),
};

/** Findings about policies that can't be judged. */
export function problemFindings(
  problems: readonly PolicyProblem[],
  context: RoleContext,
): CompatibilityFinding[] {
  return problems
    .filter(({ policy }) => policy !== '')
    .map(({ policy, code, statement = 0 }) => ({
      code: `iam-policy-${code}`,
      status: 'unknown',
      message: PROBLEMS[code]({ policy, role: context.role, statement }),
      evidence: [],
    }));
}
