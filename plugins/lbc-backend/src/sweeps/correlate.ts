import { z } from 'zod';
import { JobContext, JobHandler, JobResult } from '../jobs/types';
import {
  confirmed,
  hasNewerSweep,
  observedByRun,
  parseObserved,
} from '../store/observed';
import { readUnit, UnitQuery, UnitReading } from '../store/operations/readUnit';
import { writeUnit } from '../store/operations/writeUnit';
import { prepareSubjects } from '../store/operations/writeSubjects';
import { hashOf, pack } from '../store/pack';
import type { SnapshotCache } from '../store/SnapshotCache';
import type { TargetRow, UnitRow } from '../store/tables';
import { SweepDeps, isoNow } from './context';
import { eventsOf, judgeUnit, loadUnit } from './judgeUnit';

const payloadSchema = z.object({ unit: z.string() });

/** While replicas with newer rules are there, an older one leaves units to them. */
const OLDER_RULES_WAIT_MS = 60_000;

/** Judges one unit. */
export function correlate(
  deps: SweepDeps & {
    cache: SnapshotCache;
    /** Called after a commit. */
    onChanged(subjectIds: readonly string[]): Promise<void>;
  },
): JobHandler {
  return {
    kind: 'correlate',
    async run(context): Promise<JobResult> {
      const { unit: unitId } = payloadSchema.parse(context.job.payload);
      const query: UnitQuery = {
        unitId,
        settingsKey: settingsKey(deps),
        configured: deps.settings.bindings,
      };
      const { rulesVersion } = deps.domain;
      const began = performance.now();
      const finished = (
        outcome: 'committed' | 'unchanged' | 'outdated' | 'failed',
      ) =>
        deps.metrics.correlateFinished({
          unit: unitId,
          seconds: (performance.now() - began) / 1_000,
          outcome,
        });
      try {
        const loaded = await loadUnit({ ...deps, query });
        const { reading } = loaded;
        if (!reading.target) {
          return { remove: true };
        }
        if (reading.rulesVersion > rulesVersion) {
          finished('unchanged');
          return { nextDueAt: deps.clock.now() + OLDER_RULES_WAIT_MS };
        }
        if (!loaded.items) {
          await touch({ deps, context, reading });
          finished('unchanged');
          return reviewResult(deps, reading.unit?.next_review_at);
        }
        const now = isoNow(deps.clock);
        const result = await judgeUnit({ loaded, now, deps });
        const memoryJson = JSON.stringify(result.memory);
        const commit = {
          reading,
          result,
          prepared: await prepareSubjects(deps.db, {
            unitId,
            subjects: result.subjects,
          }),
          events: await eventsOf(loaded),
          memory: {
            hash: hashOf(memoryJson),
            body: await pack(result.memory),
          },
          rulesVersion,
          observed: observedByRun(targetsOf(reading)),
          now,
          nowMs: Date.parse(now),
          identityMs: deps.settings.schedule.clusterMs,
        };
        const changed = await context.commit(async trx => {
          const current = await readUnit(trx, { ...query, hold: true });
          const same =
            current.inputs === reading.inputs &&
            current.rulesVersion <= rulesVersion;
          return same ? writeUnit(trx, commit) : undefined;
        });
        if (!changed) {
          // A sweep came in between: judge what it says instead.
          finished('outdated');
          return { nextDueAt: deps.clock.now() };
        }
        finished('committed');
        deps.wake();
        if (changed.length > 0) {
          await deps.onChanged(changed);
        }
        return reviewResult(deps, result.nextReviewAt);
      } catch (error) {
        finished('failed');
        throw error;
      }
    },
  };
}

/** What of the settings a judgement depends on. */
function settingsKey({ settings }: SweepDeps): string {
  const { lifecycle, retiredClusters, infrastructureTags } = settings;
  return JSON.stringify([
    lifecycle,
    retiredClusters,
    infrastructureTags,
    settings.eksClusters,
    [...settings.apiServers],
    settings.confirmed.goneNamespaces,
    settings.confirmed.losses,
  ]);
}

/** Targets whose sweeps a unit's judgement rests on. */
export function targetsOf(reading: UnitReading): TargetRow[] {
  const { key, target, scopes } = reading;
  return [
    ...(target ? [target] : []),
    ...(key.kind === 'cluster' ? scopes : []),
  ];
}

/** Whether a unit must be judged again, or only its sweeps noted. */
export function isDue(options: {
  reading: UnitReading;
  now: string;
  rulesVersion: number;
}): boolean {
  const { reading, now, rulesVersion } = options;
  const { unit } = reading;
  if (!unit?.run_at) {
    return isReady(reading);
  }
  if (unit.inputs !== reading.inputs || unit.rules_version !== rulesVersion) {
    return true;
  }
  const { next_review_at: review, run_at: ran } = unit;
  if (review !== null && review <= now && ran < review) {
    return true;
  }
  // A wait that was over at the last run needs sweeps that began after it.
  return (
    (Boolean(unit.waiting) || review !== null) &&
    hasNewerSweep(parseObserved(unit.observed), targetsOf(reading))
  );
}

/**
 * The first judgement waits until every source was tried once: what nobody
 * looked at yet would pass for unknown, and the next run for a change.
 */
function isReady(reading: UnitReading): boolean {
  const tried = (target: TargetRow) =>
    target.unreadable !== null || target.attempted_at !== null;
  return (
    targetsOf(reading).every(tried) && reading.unjudgedClusters.length === 0
  );
}

function reviewResult(
  deps: SweepDeps,
  nextReviewAt: string | null | undefined,
): JobResult {
  const at = nextReviewAt ? Date.parse(nextReviewAt) : NaN;
  // A review in the past waits for the next sweep, which makes the unit due.
  return at > deps.clock.now() ? { nextDueAt: at } : {};
}

/** Notes that later sweeps show the same. */
async function touch(options: {
  deps: SweepDeps;
  context: JobContext;
  reading: UnitReading;
}): Promise<void> {
  const { context, reading } = options;
  const { unit } = reading;
  if (!unit?.run_at || unit.inputs !== reading.inputs) {
    return;
  }
  const observed = JSON.stringify(
    confirmed(parseObserved(unit.observed), targetsOf(reading)),
  );
  if (observed !== unit.observed) {
    await context.commit(trx =>
      trx<UnitRow>('unit')
        .where({ id: unit.id, inputs: unit.inputs })
        .update({ observed }),
    );
  }
}
