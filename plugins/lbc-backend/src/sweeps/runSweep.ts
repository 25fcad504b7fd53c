import { message, Message } from '@lbc-backstage/plugin-lbc-common';
import type { SweepProgress } from '@lbc-backstage/plugin-lbc-node';
import { makeDue } from '../jobs/operations/makeDue';
import {
  JobContext,
  JobResult,
  JobTimeoutError,
  StaleLeaseError,
} from '../jobs/types';
import {
  commitSweep,
  PackedReading,
  SweepCommit,
  SweepOutcome,
} from '../store/operations/commitSweep';
import { failSweep } from '../store/operations/failSweep';
import { makeUnitsDue } from '../store/operations/makeUnitsDue';
import { endBindings } from '../store/operations/endBindings';
import { SourceError } from '../sources/SourceError';
import { SweepDeps, detailOf, isoNow } from './context';
import { countCoverage, problemOf } from './packReading';

/** What a sweep of either source is. */
export interface SweepPlan {
  source: 'kubernetes' | 'aws';
  targetId: string;
  /** Where it is a cluster: its name. */
  cluster?: string;
  intervalMs: number;
  /** Reads and packs, kind by kind. */
  read: (options: {
    signal: AbortSignal;
    onProgress: (progress: SweepProgress) => void;
  }) => AsyncIterable<PackedReading>;
  /** Jobs that a change of some kinds makes due. */
  follows?: (
    changedKinds: readonly string[],
  ) => Parameters<typeof makeDue>[1]['jobs'];
  /** What readings say of the target itself. */
  identity: () => Pick<SweepCommit, 'clusterUid' | 'version'>;
}

/**
 * One sweep: read everything, then write it in one transaction, whole. If it
 * breaks off, the reason is noted, the last good snapshot stays, and it is
 * tried again sooner.
 */
export async function runSweep(
  deps: SweepDeps,
  context: JobContext,
  plan: SweepPlan,
): Promise<JobResult> {
  const began = performance.now();
  const finished = (outcome: 'committed' | 'outdated' | 'failed') =>
    deps.metrics.sweepFinished({
      source: plan.source,
      target: plan.targetId,
      seconds: (performance.now() - began) / 1_000,
      outcome,
    });
  try {
    const readings: PackedReading[] = [];
    const reading = plan.read({
      signal: context.signal,
      onProgress: progress => context.progress({ ...progress }),
    });
    for await (const packed of reading) {
      readings.push(packed);
    }
    context.signal.throwIfAborted();
    const outcome = await commit({ deps, context, plan, readings });
    finished(outcome.outdated ? 'outdated' : 'committed');
    deps.metrics.coverage({
      target: plan.targetId,
      kinds: countCoverage(readings),
    });
  } catch (error) {
    finished('failed');
    if (!isOwnFailure(error, context.signal)) {
      throw error;
    }
    await note({
      deps,
      context,
      plan,
      problem:
        error instanceof SourceError
          ? error.reason
          : message('sweep.failed', { detail: detailOf(error) }),
    });
    throw error;
  }
  deps.wake();
  return { nextDueAt: Date.parse(context.startedAt) + plan.intervalMs };
}

/** Whether the sweep itself broke off; one that was interrupted says nothing. */
function isOwnFailure(error: unknown, signal: AbortSignal): boolean {
  return (
    !(error instanceof StaleLeaseError) &&
    (!signal.aborted || signal.reason instanceof JobTimeoutError)
  );
}

async function commit(options: {
  deps: SweepDeps;
  context: JobContext;
  plan: SweepPlan;
  readings: readonly PackedReading[];
}): Promise<SweepOutcome> {
  const { deps, context, plan, readings } = options;
  return context.commit(async trx => {
    const endedAt = isoNow(deps.clock);
    const outcome = await commitSweep(trx, {
      targetId: plan.targetId,
      sweptAt: context.startedAt,
      endedAt,
      readings,
      problem: problemOf(readings),
      cadenceMs: plan.intervalMs,
      ...plan.identity(),
    });
    if (outcome.outdated) {
      return outcome;
    }
    if (outcome.replaced && plan.cluster !== undefined) {
      await endBindings(trx, { cluster: plan.cluster, now: endedAt });
    }
    await makeUnitsDue(trx, {
      targetId: plan.targetId,
      outcome,
      dueAt: deps.clock.now(),
    });
    await makeDue(trx, {
      jobs: plan.follows?.(outcome.changedKinds) ?? [],
      dueAt: deps.clock.now(),
    });
    return outcome;
  });
}

async function note(options: {
  deps: SweepDeps;
  context: JobContext;
  plan: SweepPlan;
  problem: Message;
}): Promise<void> {
  const { deps, context, plan, problem } = options;
  await context.commit(async trx => {
    const { first } = await failSweep(trx, {
      targetId: plan.targetId,
      sweptAt: context.startedAt,
      endedAt: isoNow(deps.clock),
      problem,
    });
    if (first) {
      await makeUnitsDue(trx, {
        targetId: plan.targetId,
        outcome: { first, changedKinds: [], replaced: false, outdated: false },
        dueAt: deps.clock.now(),
      });
    }
  });
  deps.wake();
}
