import {
  AwsLoadBalancer,
  AwsTargetGroupDetail,
  message,
  Message,
  NotRead,
  ServiceObject,
  servicesOfTargetGroups,
  StackDetail,
  StackOverlay,
  StackService,
  StackWorkloads,
  TargetGroupBindingObject,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import {
  JobContext,
  JobHandler,
  JobTimeoutError,
  StaleLeaseError,
} from '../jobs/types';
import {
  failStackDetail,
  putStackDetail,
} from '../store/operations/putStackDetail';
import { atOneTime } from '../store/operations/readUnit';
import { hashOf, pack } from '../store/pack';
import type { SnapshotCache } from '../store/SnapshotCache';
import type { SnapshotRow, SubjectRow, TargetRow } from '../store/tables';
import { clusterTargetId, scopeTargetId } from '../store/units';
import { SweepDeps, detailOf } from './context';

const payloadSchema = z.object({ subjectId: z.string() });

/** Kinds that say which Services are behind target groups. */
const KINDS = [
  'targetGroupBindings',
  'autoModeTargetGroupBindings',
  'services',
] as const;

/** A subject's place, as far as it can be read. */
export interface StackPlace {
  loadBalancerArn: string;
  scope: TargetRow;
  /** The portal's name of its cluster, where the portal has it. */
  cluster?: string;
}

/**
 * Reads one stack, live: an overlay with its own time. What fails as a whole
 * is noted, and what was read before stays.
 */
export function readDetail(
  deps: SweepDeps & { cache: SnapshotCache },
): JobHandler {
  return {
    kind: 'detail',
    async run(context) {
      const { subjectId } = payloadSchema.parse(context.job.payload);
      const fail = async (problem: Message) => {
        await context.commit(trx =>
          failStackDetail(trx, { subjectId, problem }),
        );
        // Whoever asked may ask again; nobody else waits for it.
        return {};
      };
      try {
        const place = await placeOf(deps, subjectId);
        if (!place) {
          return await fail(message('sweep.detail-no-load-balancer'));
        }
        const overlay = await readStack({ deps, context, place });
        const { detail } = overlay;
        if (!detail.listeners && !detail.targetGroups) {
          const [first] = detail.notRead;
          return await fail(
            first?.reason ?? message('source.failed', { detail: 'AWS' }),
          );
        }
        const body = await pack(overlay);
        await context.commit(trx =>
          putStackDetail(trx, {
            subjectId,
            observedAt: detail.observedAt,
            hash: contentHash(overlay),
            body,
            notRead: notReadOf(place, overlay),
            dueAt: deps.clock.now(),
          }),
        );
        deps.wake();
        return {};
      } catch (error) {
        if (!isOwnFailure(error, context.signal)) {
          throw error;
        }
        return fail(
          message('sweep.detail-failed', { detail: detailOf(error) }),
        );
      }
    },
  };
}

/** By target, also where everything was read: the doctor goes by the newest. */
export function notReadOf(
  { scope, cluster }: StackPlace,
  { detail, workloads }: StackOverlay,
): Record<string, readonly NotRead[]> {
  return {
    [scope.id]: detail.notRead,
    ...(workloads &&
      cluster !== undefined && {
        [clusterTargetId(cluster)]: workloads.notRead,
      }),
  };
}

function isOwnFailure(error: unknown, signal: AbortSignal): boolean {
  return (
    !(error instanceof StaleLeaseError) &&
    (!signal.aborted || signal.reason instanceof JobTimeoutError)
  );
}

/** Where a subject's stack is to be read; undefined where it cannot be. */
export async function placeOf(
  { db }: SweepDeps,
  subjectId: string,
): Promise<StackPlace | undefined> {
  const subject = await db<SubjectRow>('subject')
    .where({ id: subjectId })
    .whereNull('ended_at')
    .first();
  if (!subject?.arn) {
    return undefined;
  }
  const targets: TargetRow[] = await db<TargetRow>('target')
    .whereNull('retired_at')
    .whereIn('id', [
      scopeTargetId(`${subject.account_id}/${subject.region}`),
      clusterTargetId(subject.cluster ?? ''),
    ]);
  // Only what configuration names is called, whatever an ARN says.
  const scope = targets.find(({ kind }) => kind === 'scope');
  const cluster = targets.find(
    ({ kind, unreadable }) => kind === 'cluster' && unreadable === null,
  );
  return (
    scope && {
      loadBalancerArn: subject.arn,
      scope,
      ...(cluster && { cluster: cluster.name }),
    }
  );
}

/** Reads one stack, live, with the documented minimum of calls. */
export async function readStack(options: {
  deps: SweepDeps & { cache: SnapshotCache };
  context: Pick<JobContext, 'signal' | 'startedAt' | 'progress'>;
  place: StackPlace;
}): Promise<StackOverlay> {
  const { deps, context, place } = options;
  const { loadBalancerArn, scope, cluster } = place;
  const listed = await listedLoadBalancer(deps, place);
  const detail = await deps.awsSource.readStack({
    scope: {
      id: scope.name,
      accountId: scope.account_id ?? '',
      region: scope.region ?? '',
    },
    loadBalancerArn,
    securityGroupIds: listed?.securityGroups ?? [],
    budget: deps.budget,
    signal: context.signal,
    onProgress: ({ partsDone, partsTotal }) =>
      // The cluster is one part more.
      context.progress({ partsDone, partsTotal: partsTotal + 1 }),
  });
  if (cluster === undefined) {
    return { detail, services: [] };
  }
  const groups = detail.targetGroups ?? [];
  const services = await servicesOf(deps, { cluster, groups });
  const workloads = await readWorkloads({
    deps,
    context,
    cluster,
    services,
    groups,
  });
  return { detail, services, ...(workloads && { workloads }) };
}

/** The load balancer itself, as the last sweep of the scope had it. */
export async function listedLoadBalancer(
  { db, cache }: SweepDeps & { cache: SnapshotCache },
  { scope, loadBalancerArn }: StackPlace,
): Promise<AwsLoadBalancer | undefined> {
  const kinds = await atOneTime(db, async trx => {
    const rows = await trx<SnapshotRow>('snapshot')
      .where({ target_id: scope.id, kind: 'loadBalancers' })
      .whereNotNull('content_hash');
    return cache.load(trx, rows);
  });
  // The sweep that wrote the kind had it typed.
  const items = ((await kinds.get('loadBalancers')) ?? []) as AwsLoadBalancer[];
  return items.find(({ arn }) => arn === loadBalancerArn);
}

/** The cluster's side may fail, and what AWS said still holds. */
async function readWorkloads(options: {
  deps: SweepDeps;
  context: Pick<JobContext, 'signal' | 'startedAt'>;
  cluster: string;
  services: readonly StackService[];
  groups: readonly AwsTargetGroupDetail[];
}): Promise<StackWorkloads | undefined> {
  const { deps, context, cluster, services, groups } = options;
  const targetIds = new Set(
    groups.flatMap(({ health }) => (health?.targets ?? []).map(({ id }) => id)),
  );
  try {
    return await deps.kubernetesSource.readWorkloads({
      cluster,
      services,
      targetIds: [...targetIds],
      signal: context.signal,
    });
  } catch (error) {
    context.signal.throwIfAborted();
    return {
      cluster,
      observedAt: context.startedAt,
      endpoints: [],
      pods: [],
      nodes: [],
      notRead: [
        {
          operation: 'pods',
          reason: message('source.failed', { detail: detailOf(error) }),
        },
      ],
    };
  }
}

/** The Services behind target groups, as the last sweep of the cluster had them. */
async function servicesOf(
  { db, cache }: SweepDeps & { cache: SnapshotCache },
  options: { cluster: string; groups: readonly AwsTargetGroupDetail[] },
): Promise<StackService[]> {
  const kinds = await atOneTime(db, async trx => {
    const rows = await trx<SnapshotRow>('snapshot')
      .where({ target_id: clusterTargetId(options.cluster) })
      .whereIn('kind', [...KINDS])
      .whereNotNull('content_hash');
    return cache.load(trx, rows);
  });
  const of = async (kind: (typeof KINDS)[number]) =>
    (await kinds.get(kind)) ?? [];
  // The sweep that wrote each kind had it typed.
  return servicesOfTargetGroups({
    targetGroupArns: options.groups.map(({ targetGroup }) => targetGroup.arn),
    targetBindings: [
      ...(await of('targetGroupBindings')),
      ...(await of('autoModeTargetGroupBindings')),
    ] as TargetGroupBindingObject[],
    services: (await of('services')) as ServiceObject[],
  });
}

/** Of what a reading says; when it was read does not matter. */
export function contentHash({
  detail,
  services,
  workloads,
}: StackOverlay): string {
  const timeless = (value: StackDetail | StackWorkloads | undefined) =>
    JSON.stringify(value, (key, inner) =>
      key === 'observedAt' ? undefined : inner,
    ) ?? '';
  return hashOf(
    [timeless(detail), JSON.stringify(services), timeless(workloads)].join(
      '\n',
    ),
  );
}
