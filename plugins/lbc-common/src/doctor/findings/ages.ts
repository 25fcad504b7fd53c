import { isWhole, STALE_AFTER_CADENCES } from '../../inventory/coverage';
import { message } from '../../messages';
import { finding } from '../finding';
import type {
  DoctorFinding,
  DoctorSource,
  DoctorSourceAge,
  DoctorTargetInput,
} from '../types';

/** A source with its age. */
export function ageOf(options: {
  source: DoctorSource;
  target: Pick<DoctorTargetInput, 'cadenceSeconds'>;
  now: string;
}): DoctorSourceAge {
  const { source, target, now } = options;
  const { kind, coverage, observedAt, attemptedAt } = source;
  const { cadenceSeconds = target.cadenceSeconds } = source;
  const ageSeconds = secondsSince(observedAt, now);
  // What is not installed was looked for, and has no items that could be old.
  const checkedAt = coverage === 'absent' ? attemptedAt : observedAt;
  return {
    kind,
    coverage,
    ...(observedAt !== undefined && { observedAt }),
    attemptedAt,
    ...(ageSeconds !== undefined && { ageSeconds }),
    cadenceSeconds,
    late: isLate(secondsSince(checkedAt, now), cadenceSeconds),
  };
}

/** Whether a target was swept well too long ago. */
export function isTargetLate(target: DoctorTargetInput, now: string): boolean {
  return isLate(secondsSince(target.observedAt, now), target.cadenceSeconds);
}

/** A target that is late, or what of it is, although the rest is not. */
export function lateFindings(
  target: DoctorTargetInput,
  sources: readonly DoctorSourceAge[],
  now: string,
): DoctorFinding[] {
  const { id, name, observedAt, cadenceSeconds } = target;
  const remedy = message('doctor.do-look-at-jobs');
  if (isTargetLate(target, now)) {
    return [
      finding('sweep-late', 'warning', {
        target: id,
        message: message('doctor.sweep-late', {
          target: name,
          ageSeconds: secondsSince(observedAt, now) ?? 0,
          cadenceSeconds,
        }),
        remedy,
        ...(observedAt !== undefined && { observedAt }),
      }),
    ];
  }
  // Of what is not whole, another finding says why.
  return sources
    .filter(({ late, coverage }) => late && isWhole(coverage))
    .map(source =>
      finding('source-late', 'warning', {
        target: id,
        message: message('doctor.source-late', {
          kind: source.kind,
          target: name,
          ageSeconds: source.ageSeconds ?? 0,
          cadenceSeconds: source.cadenceSeconds,
        }),
        remedy,
        ...(source.observedAt !== undefined && {
          observedAt: source.observedAt,
        }),
      }),
    );
}

function isLate(age: number | undefined, cadenceSeconds: number): boolean {
  return age !== undefined && age > cadenceSeconds * STALE_AFTER_CADENCES;
}

function secondsSince(at: string | undefined, now: string): number | undefined {
  return at === undefined
    ? undefined
    : Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1_000));
}
