import type { ReadinessInput } from '../input';
import type { PlanStep, ReadinessFinding } from '../types';

/** The plan for this cluster and this jump. */
export function planOf(_: {
  input: ReadinessInput;
  findings: readonly ReadinessFinding[];
}): PlanStep[] {
  return [];
}
