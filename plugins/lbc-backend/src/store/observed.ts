import { parseColumn } from './json';
import type { TargetRow } from './tables';

/** When the sweep of a target began and ended that a judgement rests on. */
interface Sweep {
  sweptAt: string | null;
  observedAt: string | null;
}

/**
 * The sweeps behind a unit's last run, and the latest ones that showed the
 * same: its judgement holds for those too.
 */
export type UnitObserved = Record<string, { run: Sweep; now: Sweep }>;

/** What a run now rests on. */
export function observedByRun(targets: readonly TargetRow[]): UnitObserved {
  return Object.fromEntries(
    targets.map(target => [
      target.id,
      { run: sweepOf(target), now: sweepOf(target) },
    ]),
  );
}

/** What a run before rests on, confirmed by later sweeps that show the same. */
export function confirmed(
  before: UnitObserved,
  targets: readonly TargetRow[],
): UnitObserved {
  return Object.fromEntries(
    targets.map(target => [
      target.id,
      { run: before[target.id]?.run ?? sweepOf(target), now: sweepOf(target) },
    ]),
  );
}

/** Whether a sweep is newer than those that the last run had. */
export function hasNewerSweep(
  before: UnitObserved,
  targets: readonly TargetRow[],
): boolean {
  return targets.some(
    target => before[target.id]?.run.sweptAt !== target.swept_at,
  );
}

/**
 * The time at which something was seen, moved to the latest sweep that showed
 * the same. What is older than the run's own sweep stays as old as it is.
 */
export function refreshTime(
  observedAt: string,
  sweeps: ReadonlyArray<UnitObserved[string] | undefined>,
): string {
  const latest: string[] = [];
  for (const sweep of sweeps) {
    const { run, now } = sweep ?? {};
    if (!run?.sweptAt || !now?.observedAt || observedAt < run.sweptAt) {
      return observedAt;
    }
    latest.push(now.observedAt);
  }
  const oldest = latest.sort()[0];
  return oldest !== undefined && oldest > observedAt ? oldest : observedAt;
}

/** The column of a unit. */
export function parseObserved(text: string | null): UnitObserved {
  return parseColumn<UnitObserved>(text) ?? {};
}

function sweepOf(target: TargetRow): Sweep {
  return { sweptAt: target.swept_at, observedAt: target.observed_at };
}
