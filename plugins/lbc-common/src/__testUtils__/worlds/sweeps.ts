import {
  AwsEksCluster,
  AwsKindName,
  ClusterSnapshot,
  Coverage,
  KindSnapshot,
  KubernetesKindName,
  ScopeSnapshot,
  TargetGroupHealth,
} from '../../inventory';
import { ACCOUNT, RealCluster, Reality, regionOf } from './Reality';
import { ClusterBreak, ScopeBreak } from './World';
import { FOREVER, isAt, timeOf } from './time';

/** Kinds that worlds have objects of, in the order in which a sweep lists them. */
const KINDS: readonly KubernetesKindName[] = [
  'namespaces',
  'customResourceDefinitions',
  'ingresses',
  'ingressClasses',
  'ingressClassParams',
  'services',
  'gatewayClasses',
  'gateways',
  'targetGroupBindings',
  'deployments',
  'leases',
  'configMaps',
  'events',
  'mutatingWebhookConfigurations',
  'validatingWebhookConfigurations',
  'endpointSlices',
];

type Kinds = Record<string, KindSnapshot<unknown>>;

/** What the store keeps of a cluster's or a scope's sweeps. */
export interface Kept {
  kinds: Kinds;
  /** When the sweep began that is kept; a list of each kind may be older. */
  begin: number;
  uid?: string;
  /** The last attempt at the list of load balancers. */
  attempt?: number;
  health?: ReadonlyMap<string, TargetGroupHealth>;
}

interface Reading {
  coverage: Coverage;
  items: readonly unknown[];
  begin: number;
  at: number;
  skew: number;
}

/** A list that was read; where it was refused, the last good one with that word. */
function keep(
  before: KindSnapshot<unknown> | undefined,
  { coverage, items, begin, at, skew }: Reading,
): KindSnapshot<unknown> {
  const attemptedAt = timeOf(at + skew);
  if (coverage === 'denied' || coverage === 'failed') {
    return { items: [], ...before, coverage, attemptedAt };
  }
  return {
    coverage,
    items,
    sweptAt: timeOf(begin + skew),
    observedAt: attemptedAt,
    attemptedAt,
    serverTime: timeOf(at),
  };
}

function leaseOf(cluster: RealCluster, minute: number): unknown[] {
  const { from, to } = cluster.controller;
  if (to <= from || minute < from) {
    return [];
  }
  return [
    {
      metadata: {
        name: 'aws-load-balancer-controller-leader',
        namespace: 'kube-system',
        uid: `${cluster.id}/lease`,
      },
      spec: {
        holderIdentity: 'aws-load-balancer-controller-0',
        leaseDurationSeconds: 15,
        renewTime: timeOf(Math.min(minute, to)),
      },
    },
  ];
}

function provesPresence({ coverage }: KindSnapshot<unknown>): boolean {
  return coverage === 'complete' || coverage === 'partial';
}

/** One sweep of one cluster. */
export interface ClusterSweep {
  reality: Reality;
  /** The cluster that the portal's name leads to at a minute. */
  clusterAt(minute: number): RealCluster;
  begin: number;
  end: number;
  skew: number;
  breaks: readonly ClusterBreak[];
  /** Reads go on until the end, not only at the beginning. */
  spread?: boolean;
  /** A check of the checks: as if nobody looked which cluster was read. */
  anyCluster?: boolean;
}

function hurt(
  kind: KubernetesKindName,
  items: Array<{ namespace: string; body: unknown }>,
  breaks: readonly ClusterBreak[],
): Pick<Reading, 'coverage' | 'items'> {
  let left = items;
  let coverage: Coverage = 'complete';
  for (const each of breaks) {
    if (each.how === 'filtered') {
      const hidden = each.namespaces ?? [];
      left = left.filter(({ namespace, body }) => {
        const { metadata } = body as { metadata: { name: string } };
        return !hidden.includes(
          kind === 'namespaces' ? metadata.name : namespace,
        );
      });
    } else if (each.kinds?.includes(kind)) {
      if (each.how === 'partial') {
        left = left.slice(0, each.keep ?? 0);
        coverage = 'partial';
      } else if (each.how === 'forgetful') {
        left = [];
      } else if (each.how !== 'unreachable') {
        left = [];
        coverage = each.how;
      }
    }
  }
  return { coverage, items: left.map(({ body }) => body) };
}

/** The UID of `kube-system` as a portal reads it, if it is shown. */
function uidAt(
  { clusterAt, breaks }: ClusterSweep,
  minute: number,
): string | undefined {
  const hidden = breaks.some(({ how, kinds, namespaces }) =>
    how === 'filtered'
      ? namespaces?.includes('kube-system')
      : kinds?.includes('namespaces'),
  );
  return hidden ? undefined : clusterAt(minute).uid;
}

/** How long a sweep goes on without asking again which cluster it reads. */
const LOOK_AGAIN_MINUTES = 5 / 60;

/** Whether it looks again after the kind that was read at a minute. */
function isLook(at: number, before: number, begin: number): boolean {
  const steps = (minute: number) =>
    Math.floor((minute - begin) / LOOK_AGAIN_MINUTES);
  return steps(at) > steps(before);
}

/**
 * Sweeps a cluster: its kinds are read one after another while the world goes
 * on. Nothing comes of it where the name led to another cluster meanwhile.
 */
export function sweepCluster(
  before: Kept | undefined,
  sweep: ClusterSweep,
): Kept | undefined {
  const { reality, clusterAt, begin, end, skew, breaks } = sweep;
  const kinds: Kinds = {};
  const pace = (end - begin) / (KINDS.length + 1);
  // A few pages at once, at first; a slow cluster is slow to answer the end of its lists.
  const step = sweep.spread ? pace : Math.min(0.03, pace);
  KINDS.forEach((kind, index) => {
    const at = begin + step * (index + 1);
    const cluster = clusterAt(at);
    const items =
      kind === 'leases'
        ? leaseOf(cluster, at).map(body => ({ namespace: 'kube-system', body }))
        : reality.objectsAt(cluster, kind, at);
    const found = hurt(kind, items, breaks);
    const reading = { ...found, begin, at, skew };
    kinds[kind] = keep(before?.kinds[kind], reading);
  });
  const uid = kinds.namespaces.items
    .map(item => (item as { metadata: { name: string; uid: string } }).metadata)
    .find(({ name }) => name === 'kube-system')?.uid;
  const listed = provesPresence(kinds.namespaces) ? uid : undefined;
  if (
    before &&
    listed !== undefined &&
    before.uid !== listed &&
    !sweep.anyCluster
  ) {
    // What is left of another cluster is not kept.
    return sweepCluster(undefined, sweep);
  }
  const last = uidAt(sweep, end);
  const looks = KINDS.map((_, index) => begin + step * (index + 1)).filter(
    (at, index, all) => isLook(at, all[index - 1] ?? begin, begin),
  );
  const changed = [
    uidAt(sweep, begin),
    listed,
    ...looks.map(at => uidAt(sweep, at)),
  ].some(seen => seen !== undefined && seen !== last);
  if (changed && !sweep.anyCluster) {
    return undefined;
  }
  return { kinds, begin, uid: uid ?? before?.uid };
}

/** What the store would hand out of a cluster. */
export function clusterSnapshot(name: string, kept: Kept): ClusterSnapshot {
  return {
    cluster: name,
    uid: kept.uid,
    // The sweep that wrote each kind had it typed.
    kinds: kept.kinds as ClusterSnapshot['kinds'],
  };
}

function awsItems(
  everywhere: Reality,
  kind: AwsKindName,
  { region, at }: { region: string; at: number },
): unknown[] {
  const here = ({ arn }: { arn: string }) => regionOf(arn) === region;
  const reality = {
    loadBalancers: everywhere.loadBalancers.filter(here),
    targetGroups: everywhere.targetGroups.filter(here),
    securityGroups: everywhere.securityGroups.filter(here),
    tags: everywhere.tags.filter(here),
  };
  switch (kind) {
    case 'loadBalancers':
      return reality.loadBalancers
        .filter(each => isAt(each, at))
        .map(({ body }) => body);
    case 'targetGroups':
      return reality.targetGroups
        .filter(each => isAt(each, at))
        .map(({ body }) => ({
          ...body,
          loadBalancerArns: body.loadBalancerArns.filter(arn =>
            everywhere.exists(arn, at),
          ),
        }));
    case 'securityGroups':
      return reality.securityGroups
        .filter(each => isAt(each, at))
        .map(({ body }) => body);
    default:
      return reality.tags
        .filter(each => isAt(each, at))
        .map(({ arn, body }) => ({ arn, tags: body }));
  }
}

/** One sweep of the scope. */
export interface ScopeSweep {
  reality: Reality;
  region: string;
  begin: number;
  breaks: readonly ScopeBreak[];
  eks?: boolean;
}

/** Tags that the tagging API still says, so many minutes after they changed. */
export const STALE_MINUTES = 4;

/** The address of an API server, as EKS and the portal know it. */
export function addressOf(uid: string): string {
  return `https://${uid}.eks.amazonaws.com`;
}

/** What EKS answers when it is asked for a cluster. */
function eksClusterOf(
  { id, uid, region, goneAt = FOREVER }: RealCluster,
  at: number,
): AwsEksCluster {
  return {
    arn: `arn:aws:eks:${region}:${ACCOUNT}:cluster/c-${id}`,
    name: `c-${id}`,
    exists: at < goneAt,
    ...(at < goneAt && { endpoint: addressOf(uid) }),
  };
}

/** Sweeps AWS, and reads the health of its target groups. */
export function sweepScope(
  before: Kept | undefined,
  { reality, region, begin, breaks, eks }: ScopeSweep,
): Kept {
  const kinds: Kinds = {};
  const awsKinds = [
    'loadBalancers',
    'targetGroups',
    'tags',
    'securityGroups',
  ] as const;
  awsKinds.forEach((kind, index) => {
    const at = begin + 0.1 * index;
    const wounds = breaks.filter(each => each.kinds?.includes(kind));
    const stale = wounds.some(({ how }) => how === 'stale');
    let items = awsItems(reality, kind, {
      region,
      at: stale ? at - STALE_MINUTES : at,
    });
    let coverage: Coverage = 'complete';
    for (const { how, keep: left } of wounds) {
      if (how === 'partial') {
        items = items.slice(0, left ?? 0);
        coverage = 'partial';
      } else if (how === 'denied' || how === 'failed') {
        coverage = how;
      }
    }
    const reading = { coverage, items, begin, at, skew: 0 };
    kinds[kind] = keep(before?.kinds[kind], reading);
  });
  if (eks) {
    const at = begin + 0.3;
    const items = reality.clusters
      .filter(each => each.region === region && each.createdAt <= at)
      .map(each => eksClusterOf(each, at));
    const reading = {
      coverage: 'complete' as const,
      items,
      begin,
      at,
      skew: 0,
    };
    kinds.eksClusters = keep(before?.kinds.eksClusters, reading);
  }
  const health = new Map<string, TargetGroupHealth>();
  if (breaks.every(({ how }) => how !== 'no-health')) {
    const at = begin + 0.4;
    for (const each of reality.targets) {
      if (isAt(each, at) && regionOf(each.arn) === region) {
        const targets = each.at(at);
        health.set(each.arn, {
          targetGroupArn: each.arn,
          observedAt: timeOf(at),
          targets,
        });
      }
    }
  }
  return { kinds, begin, attempt: begin, health };
}

/** What the store would hand out of the scope. */
export function scopeSnapshot(region: string, kept: Kept): ScopeSnapshot {
  return {
    accountId: ACCOUNT,
    region,
    kinds: kept.kinds as ScopeSnapshot['kinds'],
    health: kept.health ?? new Map(),
  };
}
