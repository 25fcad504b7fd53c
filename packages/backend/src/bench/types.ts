import type { ScopeStand } from './scope';
import type { BenchSize } from './sizes';

/** One line of the table, and of `--json`. */
export interface BenchLine {
  name: string;
  value: number;
  /** `calls`, `×` (a ratio), `MB`, `bytes`, `ms` … */
  unit: string;
  /** What the value must be, or null where it is only told. */
  goal: number | null;
  /** Whether the goal is met; null where there is none. */
  ok: boolean | null;
}

/** What a measurement works with. */
export interface BenchContext {
  size: BenchSize;
  /** The full scope on a portal; started when it is first asked for. */
  stand(): Promise<ScopeStand>;
  /** Says what goes on. */
  log(line: string): void;
}

/** One measurement. */
export interface Measure {
  name: string;
  /** Whether it needs the full scope on a portal. */
  needsStand: boolean;
  run(context: BenchContext): Promise<BenchLine[]>;
}
