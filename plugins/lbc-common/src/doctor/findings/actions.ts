import { isWhole } from '../../inventory/coverage';
import { message } from '../../messages';
import { AwsRight, findAwsRight, iamStatementOf } from '../../rights';
import { finding, hidden } from '../finding';
import type { DoctorFinding, DoctorSource, DoctorTargetInput } from '../types';

/** They follow from another kind, which is named. */
const FOLLOWING = [
  'source.aws-tags-without-lists',
  'source.aws-tags-of-some',
  'source.aws-role-not-assumable',
  'sweep.health-unread',
];

/** What of a scope is not seen: each refused action once, then what failed. */
export function actionFindings(target: DoctorTargetInput): DoctorFinding[] {
  const refused = new Map<string, string>();
  for (const source of target.sources) {
    for (const action of refusedOf(source)) {
      refused.set(action, source.attemptedAt);
    }
  }
  for (const { operation, reason, observedAt } of target.notRead) {
    if (reason.code === 'source.aws-denied' && !refused.has(operation)) {
      refused.set(operation, observedAt);
    }
  }
  return [
    ...[...refused]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([action, at]) => refusedFinding(target, action, at)),
    ...target.sources.flatMap(source => failedFinding(target, source)),
  ];
}

function refusedOf({ refused, reason }: DoctorSource): readonly string[] {
  const operation = reason?.params?.operation;
  return (
    refused ??
    (reason?.code === 'source.aws-denied' && typeof operation === 'string'
      ? [operation]
      : [])
  );
}

function refusedFinding(
  target: DoctorTargetInput,
  action: string,
  observedAt: string,
): DoctorFinding {
  const right: AwsRight = findAwsRight(action) ?? {
    action,
    kind: 'stack',
    group: 'stack',
    hides: 'stack',
  };
  const params = { action, ...placeOf(target) };
  return finding('action-refused', 'error', {
    target: target.id,
    message: message('doctor.action-refused', params),
    hides: hidden(right.hides),
    remedy: message(
      right.narrowable
        ? 'doctor.do-allow-action-narrowed'
        : 'doctor.do-allow-action',
      params,
    ),
    right: action,
    snippets: [
      {
        purpose: message('doctor.snippet-statement'),
        language: 'json',
        text: JSON.stringify(iamStatementOf(right), null, 2),
      },
    ],
    commands: [
      {
        tool: 'aws',
        purpose: message('doctor.command-simulate', params),
        text: `aws iam simulate-principal-policy --policy-source-arn "$PORTAL_ROLE_ARN" --action-names ${action}`,
      },
    ],
    observedAt,
  });
}

function failedFinding(
  target: DoctorTargetInput,
  source: DoctorSource,
): DoctorFinding[] {
  const { kind, coverage, reason, attemptedAt } = source;
  if (
    isWhole(coverage) ||
    refusedOf(source).length > 0 ||
    FOLLOWING.includes(reason?.code ?? '')
  ) {
    return [];
  }
  const params = { kind, ...placeOf(target) };
  return [
    finding('kind-failed', 'warning', {
      target: target.id,
      message: reason ?? message('doctor.aws-not-whole', params),
      remedy: message('doctor.do-wait-aws', params),
      right: kind,
      observedAt: attemptedAt,
    }),
  ];
}

/** Account and Region of a scope. */
export function placeOf({ name }: Pick<DoctorTargetInput, 'name'>): {
  accountId: string;
  region: string;
} {
  const [accountId, region = ''] = name.split('/');
  return { accountId, region };
}
