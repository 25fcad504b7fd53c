import fc from 'fast-check';
import { ProofRow } from '../../lifecycle/orphan/rows';
import { Outcome, judgeWorld } from './judgeWorld';
import { Plan, buildWorld, plans, widePlans } from './plans';

/** What a run came to. */
export interface WorldsSummary {
  seed: number;
  worlds: number;
  /** Verdicts `orphaned` on what somebody needs, or what is not there. */
  falseOrphans: number;
  /** Worlds in which one was `inferred` that no observer could have told. */
  unknowable: number;
  /** States of settled worlds that are not what they must be. */
  wrongStates: number;
  panics: number;
  /** Rows of DESIGN §5 that were left out. */
  switchedOff: ProofRow[];
}

/** A world that came out wrong. */
export interface Counterexample {
  /** Number of the world in the run. */
  number: number;
  what: string;
  plan: Plan;
}

/** Worlds that are generated from one seed; a run is any number of these. */
export const CHUNK = 500;

/** Runs worlds `from` to `to` (not in it) of a seed; each chunk has a seed of its own. */
export function runWorlds(options: {
  seed: number;
  from?: number;
  to: number;
  without?: readonly ProofRow[];
  /** Worlds over several Regions, instead of the usual mix. */
  wide?: boolean;
  /** The most counterexamples that are kept. */
  keep?: number;
}): { summary: WorldsSummary; counterexamples: Counterexample[] } {
  const { seed, from = 0, to, without = [], keep = 5 } = options;
  const rows = new Set(without);
  const summary: WorldsSummary = {
    seed,
    worlds: 0,
    falseOrphans: 0,
    unknowable: 0,
    wrongStates: 0,
    panics: 0,
    switchedOff: [...without],
  };
  const counterexamples: Counterexample[] = [];
  for (let start = from; start < to; start += CHUNK) {
    const sample = fc.sample(options.wide ? widePlans : plans, {
      seed: seed + start / CHUNK,
      numRuns: Math.min(CHUNK, to - start),
    });
    sample.forEach((plan, index) => {
      const outcome = judgePlan(plan, rows);
      summary.worlds += 1;
      summary.falseOrphans += outcome.falseOrphans.length > 0 ? 1 : 0;
      summary.unknowable += outcome.unknowable.length > 0 ? 1 : 0;
      summary.wrongStates += outcome.wrongStates.length;
      summary.panics += outcome.panic === undefined ? 0 : 1;
      const what = complaint(outcome);
      if (what !== undefined && counterexamples.length < keep) {
        counterexamples.push({ number: start + index, what, plan });
      }
    });
  }
  return { summary, counterexamples };
}

/** Builds the world of a plan and judges it. */
export function judgePlan(plan: Plan, without: ReadonlySet<ProofRow>): Outcome {
  return judgeWorld(buildWorld(plan), without);
}

/** What is wrong with an outcome, if anything is. */
export function complaint(outcome: Outcome): string | undefined {
  return outcome.panic ?? outcome.falseOrphans[0] ?? outcome.wrongStates[0];
}

/** Sums runs of parts of one run up. */
export function addSummaries(
  summaries: readonly WorldsSummary[],
): WorldsSummary {
  return summaries.reduce((sum, each) => ({
    ...sum,
    worlds: sum.worlds + each.worlds,
    falseOrphans: sum.falseOrphans + each.falseOrphans,
    unknowable: sum.unknowable + each.unknowable,
    wrongStates: sum.wrongStates + each.wrongStates,
    panics: sum.panics + each.panics,
  }));
}
