import type { Message } from '../../messages';
import type { ReadinessInput } from '../input';
import type { PlanPhase, PlanStep, ReadinessFinding } from '../types';

/** What steps are made of. */
export interface PlanContext {
  input: ReadinessInput;
  findings: readonly ReadinessFinding[];
}

/** One step; what is not said is empty. */
export function step(
  phase: PlanPhase,
  said: Message,
  because: Message,
  more: Partial<Omit<PlanStep, 'phase' | 'message' | 'because'>> = {},
): PlanStep {
  return {
    phase,
    message: said,
    because,
    who: 'platform',
    commands: [],
    findings: [],
    ...more,
  };
}

/** A command that only reads. */
export function reads(text: string): PlanStep['commands'][number] {
  return { text, changes: false };
}

/** A command that changes something: for people and pipelines. */
export function changes(text: string): PlanStep['commands'][number] {
  return { text, changes: true };
}

/** Findings of some checks that need something. */
export function openFindings(
  { findings }: PlanContext,
  codes: RegExp,
): ReadinessFinding[] {
  return findings.filter(
    ({ code, status }) =>
      codes.test(code) &&
      (status === 'fail' || status === 'warn' || status === 'unknown'),
  );
}

/** Codes, each once. */
export function codesOf(findings: readonly ReadinessFinding[]): string[] {
  return [...new Set(findings.map(({ code }) => code))];
}
