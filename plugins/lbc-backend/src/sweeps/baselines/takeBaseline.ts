import {
  baselineStackOf,
  message,
  Message,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import {
  JobContext,
  JobHandler,
  JobResult,
  JobTimeoutError,
  StaleLeaseError,
} from '../../jobs/types';
import { finishBaseline } from '../../store/baselines/finishBaseline';
import { planBaseline, stacksOf } from '../../store/baselines/planBaseline';
import { putBaselineStack } from '../../store/baselines/putBaselineStack';
import { readWhole } from '../../store/baselines/readWhole';
import type {
  BaselineRow,
  BaselineStackRow,
} from '../../store/baselines/types';
import { putStackDetail } from '../../store/operations/putStackDetail';
import { pack } from '../../store/pack';
import { getSubject } from '../../store/read/getSubject';
import type { SnapshotCache } from '../../store/SnapshotCache';
import { detailOf, isoNow, SweepDeps } from '../context';
import {
  contentHash,
  listedLoadBalancer,
  notReadOf,
  placeOf,
  readStack,
} from '../readDetail';
import { sweepsBehind } from './awaitSweeps';
import { chooseStacks } from './chooseStacks';
import { compareNow } from './compareNow';
import { ClusterSide, readClusterSide } from './readObjects';

type Deps = SweepDeps & { cache: SnapshotCache };

const payloadSchema = z.object({ id: z.string() });

/** How soon it looks again whether sweeps have ended. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Reads a baseline or a comparison, a stack at a time and each kept at once, so
 * that whoever goes on after a kill reads no stack twice. A run ends well before
 * its time is up, and the next one goes on.
 */
export function takeBaseline(deps: Deps): JobHandler {
  return {
    kind: 'baseline',
    async run(context) {
      const { id } = payloadSchema.parse(context.job.payload);
      const row = await deps.db<BaselineRow>('baseline').where({ id }).first();
      if (!row || row.status !== 'reading') {
        return { remove: true };
      }
      const sweeps = await sweepsBehind(deps.db, {
        cluster: row.cluster,
        since: row.started_at,
        nowMs: deps.clock.now(),
      });
      if (!sweeps.ready) {
        return { nextDueAt: deps.clock.now() + LOOK_AGAIN_MS };
      }
      const side = await readClusterSide(deps.db, row.cluster);
      if (row.stacks_total === null) {
        await plan({ deps, context, row, side });
      }
      if (!(await readPending({ deps, context, row, side }))) {
        return { nextDueAt: deps.clock.now() };
      }
      return finish({ deps, context, row, side, current: sweeps.current });
    },
  };
}

interface Run {
  deps: Deps;
  context: JobContext;
  row: BaselineRow;
  side: ClusterSide | undefined;
}

async function plan({ deps, context, row, side }: Run): Promise<void> {
  const { db } = deps;
  const comparedWith =
    row.compared_with === null
      ? undefined
      : await readWhole(db, row.compared_with);
  const subjectIds = await chooseStacks(db, row, comparedWith);
  const packed = side && {
    cluster: side.cluster,
    ...(side.uid !== undefined && { uid: side.uid }),
    body: await pack(side.cluster),
  };
  await context.commit(trx =>
    planBaseline(trx, {
      id: row.id,
      subjectIds,
      ...(packed && { side: packed }),
    }),
  );
}

/** Reads what is not read yet; false where there is more than one run may take. */
async function readPending(run: Run): Promise<boolean> {
  const { deps, context, row } = run;
  const pending: string[] = await deps
    .db<BaselineStackRow>('baseline_stack')
    .where({ baseline_id: row.id })
    .whereNull('read_at')
    .whereNull('problem')
    .orderBy('subject_id')
    .pluck('subject_id');
  const endsAt = performance.now() + deps.settings.jobs.timeoutMs / 2;
  for (const [index, subjectId] of pending.entries()) {
    context.signal.throwIfAborted();
    if (performance.now() > endsAt) {
      return false;
    }
    context.progress({ stacksDone: index, stacksTotal: pending.length });
    const read = await readOne(run, subjectId);
    await context.commit(async trx => {
      await putBaselineStack(trx, { id: row.id, subjectId, ...read });
      if ('detail' in read) {
        // It is as good as a reading that somebody asked for: the stack's drift
        // is judged by it.
        await putStackDetail(trx, {
          subjectId,
          ...read.detail,
          dueAt: deps.clock.now(),
        });
      }
    });
  }
  return true;
}

async function readOne(
  { deps, context, side }: Run,
  subjectId: string,
): Promise<
  | {
      readAt: string;
      body: Buffer;
      jsonBytes: number;
      detail: Omit<Parameters<typeof putStackDetail>[1], 'subjectId' | 'dueAt'>;
    }
  | { problem: Message }
> {
  try {
    const place = await placeOf(deps, subjectId);
    const subject = await getSubject(deps.db, subjectId, { unnoticed: true });
    const loadBalancer = subject?.summary.loadBalancer;
    if (!place || !subject || !loadBalancer) {
      return { problem: message('sweep.detail-no-load-balancer') };
    }
    const overlay = await readStack({
      deps,
      // Its parts are no progress of the whole.
      context: {
        signal: context.signal,
        startedAt: context.startedAt,
        progress: () => {},
      },
      place,
    });
    const { detail } = overlay;
    if (!detail.listeners && !detail.targetGroups) {
      const problem =
        detail.notRead[0]?.reason ??
        message('source.failed', { detail: 'AWS' });
      return { problem };
    }
    // A detail job does not ask for it again: the sweep that was waited for has it.
    const listed = await listedLoadBalancer(deps, place);
    const stack = baselineStackOf({
      subjectId,
      loadBalancer,
      owners: subject.detail.allOwners ?? subject.summary.owners,
      overlay: {
        ...overlay,
        detail: { ...(listed && { loadBalancer: listed }), ...detail },
      },
      ...(side && { objects: side.objects }),
    });
    return {
      readAt: detail.observedAt,
      body: await pack(stack),
      jsonBytes: Buffer.byteLength(JSON.stringify(stack)),
      detail: {
        observedAt: detail.observedAt,
        hash: contentHash(overlay),
        body: await pack(overlay),
        notRead: notReadOf(place, overlay),
      },
    };
  } catch (error) {
    const given = context.signal.aborted || error instanceof StaleLeaseError;
    if (given || error instanceof JobTimeoutError) {
      throw error;
    }
    return {
      problem: message('sweep.detail-failed', { detail: detailOf(error) }),
    };
  }
}

async function finish(run: Run & { current: boolean }): Promise<JobResult> {
  const { deps, context, row, side, current } = run;
  const { db } = deps;
  const rows = await db<BaselineStackRow>('baseline_stack')
    .where({ baseline_id: row.id })
    .select('subject_id', 'body', 'problem');
  const unread = rows.filter(({ problem }) => problem !== null).length;
  const finishedAt = isoNow(deps.clock);
  const bytes = rows.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
  const notRead: Message[] = [
    ...(unread > 0
      ? [message('verification.unread.baseline', { count: unread })]
      : []),
    ...(side
      ? []
      : [message('verification.unread.cluster', { cluster: row.cluster })]),
  ];
  const partial = notRead.length > 0 ? 'partial' : 'complete';
  const status = unread > 0 && unread === rows.length ? 'failed' : partial;
  const report =
    row.compared_with === null
      ? undefined
      : await compare({ ...run, with: row.compared_with, finishedAt });
  const packed = report && (await pack(report));
  await context.commit(trx =>
    finishBaseline(trx, {
      id: row.id,
      status,
      finishedAt,
      notRead,
      bytes,
      ...(packed &&
        row.compared_with !== null && {
          comparison: { with: row.compared_with, report: packed },
        }),
    }),
  );
  deps.logger.debug(
    `Baseline ${row.id} of ${row.cluster} is ${status}, ${
      current ? 'current' : 'older than it was asked for'
    }`,
  );
  return { remove: true };
}

async function compare(
  options: Run & { current: boolean; with: string; finishedAt: string },
) {
  const { deps, row, side, current, finishedAt } = options;
  const { db } = deps;
  const baseline = await db<BaselineRow>('baseline')
    .where({ id: options.with })
    .first();
  const [before, after] = [
    await readWhole(db, options.with),
    await readWhole(db, row.id),
  ];
  if (!baseline || !before || !after) {
    return undefined;
  }
  const [{ number }] = await stacksOf(db, { cluster: row.cluster })
    .where('first_seen_at', '>', baseline.started_at)
    .count({ number: '*' });
  return compareNow({
    baseline,
    before,
    after,
    side,
    current,
    newer: before.whole ? Number(number) : 0,
    comparedAt: finishedAt,
  });
}
