import type { BenchLine } from './types';

type Named = Pick<BenchLine, 'name' | 'value' | 'unit'>;

/** A value that must be exactly this. */
export function exactly(goal: number, line: Named): BenchLine {
  return { ...line, goal, ok: line.value === goal };
}

/** A value that may be at most this. */
export function atMost(goal: number, line: Named): BenchLine {
  return { ...line, goal, ok: line.value <= goal };
}

/** A value that is only told. */
export function told(line: Named): BenchLine {
  return { ...line, goal: null, ok: null };
}
