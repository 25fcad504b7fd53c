import {
  AwsTargetGroup,
  message,
  Message,
  TargetGroupHealth,
} from '@lbc-backstage/plugin-lbc-common';
import type { AwsScope } from '@lbc-backstage/plugin-lbc-node';
import type { JobContext, JobHandler } from '../jobs/types';
import { nextHealth } from '../store/operations/nextHealth';
import { putHealth, putHealthCoverage } from '../store/operations/putHealth';
import { atOneTime } from '../store/operations/readUnit';
import type { SnapshotCache } from '../store/SnapshotCache';
import type { SnapshotRow } from '../store/tables';
import { scopeTargetId } from '../store/units';
import { SweepDeps, isoNow } from './context';
import { scopePayloadSchema } from './sweepScope';

/** Target groups of one run: it ends in time to let others have a turn. */
const BATCH = 50;

/** Target groups of one transaction. */
const COMMIT_EVERY = 10;

/** Reads the health of a scope's target groups, a batch a run. */
export function health(deps: SweepDeps & { cache: SnapshotCache }): JobHandler {
  return {
    kind: 'health',
    async run(context) {
      const scope = scopePayloadSchema.parse(context.job.payload);
      const targetId = scopeTargetId(scope.id);
      const arns = await targetGroupArns(deps, targetId);
      const { healthMs } = deps.settings.schedule;
      const idle = deps.clock.now() + healthMs;
      if (!arns) {
        // The first sweep of the scope makes it due.
        return { nextDueAt: idle };
      }
      const options = {
        db: deps.db,
        targetId,
        arns,
        intervalMs: healthMs,
        limit: BATCH,
      };
      const next = await nextHealth({ ...options, nowMs: deps.clock.now() });
      if (next.arns.length === 0) {
        return { nextDueAt: Math.min(next.nextAt ?? idle, idle) };
      }
      const failures = await readBatch({
        deps,
        context,
        scope,
        arns: next.arns,
      });
      const after = await nextHealth({ ...options, nowMs: deps.clock.now() });
      await context.commit(trx =>
        putHealthCoverage(trx, {
          targetId,
          ...coverageOf({ failures, asked: next.arns.length, ...after }),
          items: arns.length - after.unread,
          now: isoNow(deps.clock),
        }),
      );
      deps.wake();
      if (failures.length === next.arns.length) {
        return { nextDueAt: idle };
      }
      // What failed is tried again with the next round, not at once.
      return {
        nextDueAt: next.more
          ? deps.clock.now()
          : Math.min(after.nextAt ?? idle, idle),
      };
    },
  };
}

async function targetGroupArns(
  deps: SweepDeps & { cache: SnapshotCache },
  targetId: string,
): Promise<string[] | undefined> {
  const kinds = await atOneTime(deps.db, async trx => {
    const rows = await trx<SnapshotRow>('snapshot')
      .where({ target_id: targetId, kind: 'targetGroups' })
      .whereNotNull('content_hash');
    return deps.cache.load(trx, rows);
  });
  const items = (await kinds.get('targetGroups')) as
    | readonly AwsTargetGroup[]
    | undefined;
  // A target group that no load balancer uses has no health: AWS says unused.
  return items
    ?.filter(({ loadBalancerArns }) => loadBalancerArns.length > 0)
    .map(({ arn }) => arn);
}

async function readBatch(options: {
  deps: SweepDeps;
  context: JobContext;
  scope: AwsScope;
  arns: readonly string[];
}): Promise<Message[]> {
  const { deps, context, scope, arns } = options;
  const failures: Message[] = [];
  let read: TargetGroupHealth[] = [];
  let gone: string[] = [];
  const commit = async () => {
    const batch = { read, gone };
    read = [];
    gone = [];
    await context.commit(trx =>
      putHealth(trx, {
        targetId: scopeTargetId(scope.id),
        ...batch,
        dueAt: deps.clock.now(),
      }),
    );
  };
  const results = deps.awsSource.readHealth({
    scope,
    targetGroupArns: arns,
    budget: deps.budget,
    signal: context.signal,
  });
  for await (const result of results) {
    if ('health' in result) {
      read.push(result.health);
    } else if ('gone' in result) {
      gone.push(result.targetGroupArn);
    } else {
      failures.push(result.failed);
    }
    if (read.length + gone.length >= COMMIT_EVERY) {
      await commit();
    }
  }
  if (read.length + gone.length > 0) {
    await commit();
  }
  return failures;
}

function coverageOf(options: {
  failures: readonly Message[];
  asked: number;
  unread: number;
}) {
  const { failures, asked, unread } = options;
  if (failures.length > 0) {
    return {
      coverage:
        failures.length < asked ? ('partial' as const) : deniedOr(failures[0]),
      reason: failures[0],
    };
  }
  return unread > 0
    ? {
        coverage: 'partial' as const,
        reason: message('sweep.health-unread', { count: unread }),
      }
    : { coverage: 'complete' as const };
}

function deniedOr({ code }: Message): 'denied' | 'failed' {
  return ['source.aws-denied', 'source.aws-role-not-assumable'].includes(code)
    ? 'denied'
    : 'failed';
}
