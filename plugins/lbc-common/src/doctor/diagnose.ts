import { isWhole } from '../inventory/coverage';
import { Message, message } from '../messages';
import { actionFindings } from './findings/actions';
import { ageOf, isTargetLate, lateFindings } from './findings/ages';
import { clusterTagFindings } from './findings/clusterTags';
import { emptyFinding } from './findings/empty';
import { jobFindings } from './findings/jobs';
import { kindFindings } from './findings/kinds';
import { portalFindings } from './findings/portal';
import { targetFinding } from './findings/targets';
import { unsaidFindings } from './findings/unsaid';
import type {
  Diagnosis,
  DoctorFinding,
  DoctorInput,
  DoctorSeverity,
  DoctorTarget,
  DoctorTargetInput,
  DoctorVerdict,
} from './types';

const ORDER: readonly DoctorSeverity[] = ['error', 'warning', 'info'];

const READ = ['complete', 'partial'];

/**
 * What can be seen of a fleet, what is missing, what that hides, and what to
 * allow or to configure so that it is seen.
 * @public
 */
export function diagnose(input: DoctorInput): Diagnosis {
  const targets = input.targets.map(target =>
    diagnoseTarget(target, input.now),
  );
  const findings = sorted([
    ...portalFindings(input),
    ...clusterTagFindings(input),
    ...jobFindings(input),
  ]);
  const verdict = verdictOf(targets, findings);
  return {
    verdict,
    because: becauseOf(verdict, targets, findings),
    targets,
    findings,
    jobs: input.jobs,
    rules: input.rules,
  };
}

function diagnoseTarget(target: DoctorTargetInput, now: string): DoctorTarget {
  const whole = targetFinding(target);
  const parts =
    target.kind === 'cluster' ? kindFindings(target) : actionFindings(target);
  // Where nothing is read at all, each kind would only say so again.
  const said = whole && !namesEachPart(whole) ? [] : parts;
  const named = [
    ...(whole && !(namesEachPart(whole) && parts.length > 0) ? [whole] : []),
    ...said,
  ];
  const sources = target.sources.map(source => ageOf({ source, target, now }));
  const findings = sorted([
    ...named,
    ...(named.length > 0 ? [] : unsaidFindings(target)),
    ...lateFindings(target, sources, now),
    ...(whole ? [] : emptyFinding(target)),
  ]);
  const { id, kind, name, observedAt, cadenceSeconds } = target;
  return {
    id,
    kind,
    name,
    status: statusOf(target, findings),
    ...(observedAt !== undefined && { observedAt }),
    cadenceSeconds,
    late: isTargetLate(target, now),
    seen: sources.filter(({ coverage }) => isWhole(coverage)).length,
    of: sources.length,
    sources,
    findings,
  };
}

/** AWS refuses action by action, so each is named instead of the whole. */
function namesEachPart({ code }: DoctorFinding): boolean {
  return code === 'scope-not-read' || code === 'not-read-yet';
}

function statusOf(
  { sources }: DoctorTargetInput,
  findings: readonly DoctorFinding[],
): DoctorTarget['status'] {
  if (!sources.some(({ coverage }) => READ.includes(coverage))) {
    return 'not-seen';
  }
  return findings.some(isMissing) ? 'partly' : 'seen';
}

function verdictOf(
  targets: readonly DoctorTarget[],
  findings: readonly DoctorFinding[],
): DoctorVerdict {
  if (targets.every(({ status }) => status === 'not-seen')) {
    return 'nothing-seen';
  }
  const all = [...findings, ...targets.flatMap(each => each.findings)];
  return all.some(isMissing) ? 'something-missing' : 'all-seen';
}

function becauseOf(
  verdict: DoctorVerdict,
  targets: readonly DoctorTarget[],
  findings: readonly DoctorFinding[],
): Message {
  const missing = [
    ...findings,
    ...targets.flatMap(each => each.findings),
  ].filter(isMissing).length;
  const clusters = targets.filter(({ kind }) => kind === 'cluster').length;
  return message(`doctor.verdict-${verdict}`, {
    clusters,
    scopes: targets.length - clusters,
    missing,
    places: targets.filter(({ findings: own }) => own.some(isMissing)).length,
  });
}

function isMissing({ severity }: DoctorFinding): boolean {
  return severity !== 'info';
}

function sorted(findings: readonly DoctorFinding[]): DoctorFinding[] {
  return [...findings].sort(
    (left, right) =>
      ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity),
  );
}
