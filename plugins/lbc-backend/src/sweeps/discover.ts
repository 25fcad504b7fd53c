import { message } from '@lbc-backstage/plugin-lbc-common';
import { makeDue } from '../jobs/operations/makeDue';
import { JobContext, JobHandler, jobIds } from '../jobs/types';
import { setMeta } from '../store/operations/meta';
import {
  clusterTarget,
  putTargets,
  scopeTarget,
} from '../store/operations/putTargets';
import { retireTargets } from '../store/operations/retireTargets';
import type { TargetRow } from '../store/tables';
import { SweepDeps, detailOf, isoNow } from './context';

/** Finds the clusters and scopes to sweep. */
export function discover(deps: SweepDeps): JobHandler {
  return {
    kind: 'discover',
    async run(context) {
      const failure = await discoverClusters(deps, context);
      await discoverScopes(deps, context);
      deps.wake();
      if (failure) {
        throw failure;
      }
      return {
        nextDueAt:
          Date.parse(context.startedAt) + deps.settings.schedule.discoveryMs,
      };
    },
  };
}

async function discoverClusters(
  deps: SweepDeps,
  context: JobContext,
): Promise<Error | undefined> {
  let clusters;
  try {
    clusters = await deps.kubernetesSource.listClusters({
      signal: context.signal,
    });
  } catch (error) {
    context.signal.throwIfAborted();
    const problem = message('sweep.discovery-failed', {
      detail: detailOf(error),
    });
    await context.commit(trx =>
      setMeta(trx, 'problems_kubernetes', JSON.stringify([problem])),
    );
    return error instanceof Error ? error : new Error(String(error));
  }
  const found = clusters.map(clusterTarget);
  await context.commit(async trx => {
    await setMeta(trx, 'problems_kubernetes', '[]');
    await take({ deps, trx, kind: 'cluster', found, complete: true });
  });
  return undefined;
}

async function discoverScopes(
  deps: SweepDeps,
  context: JobContext,
): Promise<void> {
  const { scopes, problems } = await deps.awsSource.listScopes({
    signal: context.signal,
  });
  const found = scopes.map(scopeTarget);
  await context.commit(async trx => {
    await setMeta(trx, 'problems_aws', JSON.stringify(problems));
    // A main account that can't be told looks like fewer scopes.
    const complete = problems.length === 0;
    await take({ deps, trx, kind: 'scope', found, complete });
  });
}

async function take(options: {
  deps: SweepDeps;
  trx: Parameters<typeof putTargets>[0];
  kind: TargetRow['kind'];
  found: Parameters<typeof putTargets>[1]['found'];
  complete: boolean;
}): Promise<void> {
  const { deps, trx, kind, found, complete } = options;
  const now = isoNow(deps.clock);
  const { retired, all } = await putTargets(trx, {
    kind,
    found,
    complete,
    now,
  });
  await retireTargets(trx, { retired, now, dueAt: deps.clock.now() });
  const known = new Set(
    await trx('sweep_target').pluck('id').where('kind', 'like', 'sweep-%'),
  );
  const unreadable = all.filter(target => target.unreadable);
  await trx('sweep_target')
    .whereIn(
      'id',
      unreadable.map(({ id }) => jobIds.sweep(id)),
    )
    .delete();
  const fresh = all.filter(
    target => !target.unreadable && !known.has(jobIds.sweep(target.id)),
  );
  await makeDue(trx, {
    dueAt: deps.clock.now(),
    jobs: fresh.flatMap(target =>
      target.kind === 'cluster'
        ? [
            {
              id: jobIds.sweep(target.id),
              kind: 'sweep-cluster' as const,
              payload: { cluster: target.name },
            },
          ]
        : scopeJobs(target),
    ),
  });
}

function scopeJobs(target: TargetRow) {
  const payload = {
    id: target.name,
    accountId: target.account_id,
    region: target.region,
  };
  return [
    {
      id: jobIds.sweep(target.id),
      kind: 'sweep-scope' as const,
      payload,
    },
    { id: jobIds.health(target.id), kind: 'health' as const, payload },
  ];
}
