import { message, Message } from '@lbc-backstage/plugin-lbc-common';
import type { ClusterInfo } from '@lbc-backstage/plugin-lbc-node';
import { makeDue } from '../jobs/operations/makeDue';
import { JobHandler, jobIds } from '../jobs/types';
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
      const { signal } = context;
      const [clusters, { scopes, problems }] = await Promise.all([
        listClusters(deps, signal),
        deps.awsSource.listScopes({ signal }),
      ]);
      // Together, or units would be judged before they know of scopes.
      await context.commit(async trx => {
        await setMeta(
          trx,
          'problems_kubernetes',
          JSON.stringify(clusters.problems),
        );
        await setMeta(trx, 'problems_aws', JSON.stringify(problems));
        if (!clusters.failure) {
          await take({
            deps,
            trx,
            kind: 'cluster',
            found: clusters.found.map(clusterTarget),
            complete: true,
          });
        }
        await take({
          deps,
          trx,
          kind: 'scope',
          found: scopes.map(scopeTarget),
          // A main account that can't be told looks like fewer scopes.
          complete: problems.length === 0,
        });
      });
      deps.wake();
      if (clusters.failure) {
        throw clusters.failure;
      }
      return {
        nextDueAt:
          Date.parse(context.startedAt) + deps.settings.schedule.discoveryMs,
      };
    },
  };
}

async function listClusters(
  deps: SweepDeps,
  signal: AbortSignal,
): Promise<{ found: ClusterInfo[]; problems: Message[]; failure?: unknown }> {
  try {
    const found = await deps.kubernetesSource.listClusters({ signal });
    return { found, problems: [] };
  } catch (failure) {
    signal.throwIfAborted();
    const problem = message('sweep.discovery-failed', {
      detail: detailOf(failure),
    });
    return { found: [], problems: [problem], failure };
  }
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
    jobs: fresh.flatMap(
      (target): DueJobs =>
        target.kind === 'cluster'
          ? [
              {
                id: jobIds.sweep(target.id),
                kind: 'sweep-cluster',
                payload: { cluster: target.name },
              },
            ]
          : scopeJobs(target),
    ),
  });
}

type DueJobs = Array<Parameters<typeof makeDue>[1]['jobs'][number]>;

function scopeJobs(target: TargetRow): DueJobs {
  const payload = {
    id: target.name,
    accountId: target.account_id,
    region: target.region,
  };
  return [
    {
      id: jobIds.sweep(target.id),
      kind: 'sweep-scope',
      payload,
    },
    { id: jobIds.health(target.id), kind: 'health', payload },
  ];
}
