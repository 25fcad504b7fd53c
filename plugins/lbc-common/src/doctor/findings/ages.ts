import { message } from '../../messages';
import { finding } from '../finding';
import type {
  DoctorFinding,
  DoctorSource,
  DoctorSourceAge,
  DoctorTargetInput,
} from '../types';

/** What is older than so many of its cadences counts for less (DESIGN §9). */
const LATE_AFTER_CADENCES = 2;

/** A source with its age. */
export function ageOf(options: {
  source: DoctorSource;
  cadenceSeconds: number;
  now: string;
}): DoctorSourceAge {
  const { cadenceSeconds, now } = options;
  const { kind, coverage, observedAt, attemptedAt } = options.source;
  const ageSeconds = secondsSince(observedAt, now);
  return {
    kind,
    coverage,
    ...(observedAt !== undefined && { observedAt }),
    attemptedAt,
    ...(ageSeconds !== undefined && { ageSeconds }),
    cadenceSeconds,
    late: isLate(ageSeconds, cadenceSeconds),
  };
}

/** Whether a target was swept well too long ago. */
export function isTargetLate(target: DoctorTargetInput, now: string): boolean {
  return isLate(secondsSince(target.observedAt, now), target.cadenceSeconds);
}

/** A target that is late, and why that may be. */
export function lateFinding(
  target: DoctorTargetInput,
  now: string,
): DoctorFinding[] {
  if (!isTargetLate(target, now)) {
    return [];
  }
  return [
    finding('sweep-late', 'warning', {
      target: target.id,
      message: message('doctor.sweep-late', {
        target: target.name,
        ageSeconds: secondsSince(target.observedAt, now) ?? 0,
        cadenceSeconds: target.cadenceSeconds,
      }),
      remedy: message('doctor.do-look-at-jobs'),
      ...(target.observedAt !== undefined && { observedAt: target.observedAt }),
    }),
  ];
}

function isLate(age: number | undefined, cadenceSeconds: number): boolean {
  return age !== undefined && age > cadenceSeconds * LATE_AFTER_CADENCES;
}

function secondsSince(at: string | undefined, now: string): number | undefined {
  return at === undefined
    ? undefined
    : Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1_000));
}
