import { KubernetesKindName } from '../../inventory';
import { TargetsPlan, addLoadBalancer, retag } from './aws';
import { addCluster } from './clusters';
import { Fate, StackPlan, liveStack } from './fates';
import { newWorld } from './profiles/types';
import { wordOn } from './profiles/retired';
import { RealCluster } from './Reality';
import {
  Shape,
  StackName,
  addOwner,
  bindTargetGroup,
  stackTags,
} from './stacks';
import { FOREVER } from './time';
import { ClusterBreak, ScopeBreak, World } from './World';

/** What befalls a load balancer beside its owner. */
export type Touch =
  | 'none'
  /** A user's binding, here or in another cluster of the portal. */
  | 'bound-by-hand'
  /** Infrastructure code takes it over and takes the tags off, or puts its own on. */
  | 'taken-over'
  | 'marked'
  /** Its cluster tag becomes that of another cluster, which has it then. */
  | 'handed-over'
  /** A tracking tag is removed; nothing else happens. */
  | 'tag-lost';

export interface ClusterPlan {
  /** Whether the portal knows it. */
  known: boolean;
  tag: string;
  vpcId: string;
  region?: string;
  createdAt: number;
  controller: 'alive' | 'leaves' | 'never';
  anchor: boolean;
  /** A namespace that is deleted with all that is in it; where it hangs, nothing goes. */
  ending?: { namespace: string; from: number; hangs: boolean };
}

export interface RandomStack {
  cluster: number;
  shape: Shape;
  namespace: string;
  targets: TargetsPlan;
  fate: Fate;
  from: number;
  at: number;
  gap: number;
  touch: Touch;
  touchedBy: number;
  ownName: boolean;
}

/** Something that no controller of today made. */
export interface Stranger {
  tags: Record<string, string>;
  name: string;
}

export interface RandomPlan {
  clusters: ClusterPlan[];
  stacks: RandomStack[];
  strangers: Stranger[];
  clusterBreaks: Array<Omit<ClusterBreak, 'portal'> & { cluster: number }>;
  scopeBreaks: ScopeBreak[];
  /** The portal's name of the first cluster leads to the last one from then on. */
  swapAt?: number;
  /** For so many minutes; without it, for good. */
  swapFor?: number;
  /** A cluster is taken out of the portal. */
  leavesAt?: number;
  retired: Array<{ tag: string; vpcId: string; region?: string }>;
  rounds: number;
  clustersFirst: boolean;
  skew: number;
  /** One is deleted, in EKS too, some minutes before it leaves the portal; then a day passes. */
  gone?: { cluster: number; at: number };
  /** How far sweeps of clusters lag, in minutes; they end out of step. */
  slow: number;
  /** Slow sweeps read until they end. */
  spread: boolean;
}

function controllerSpan({ controller }: ClusterPlan) {
  switch (controller) {
    case 'alive':
      return { from: -FOREVER, to: FOREVER };
    case 'leaves':
      return { from: -FOREVER, to: 15 };
    default:
      return { from: 0, to: 0 };
  }
}

function touch(
  world: World,
  options: {
    plan: RandomStack;
    stack: StackName;
    home: RealCluster;
    other: RealCluster;
    arn: string;
    hostname: string;
    targetGroupArn?: string;
    /** When the load balancer was made, and when its owner goes. */
    made: number;
    goes: number;
    /** Whether every sweep shows everything. */
    calm: boolean;
  },
): void {
  const { plan, stack, home, other, arn, hostname, targetGroupArn } = options;
  const { reality, portal } = world;
  // Somebody comes before the owner goes: a load balancer is handed over, not found.
  const at = Math.max(Math.min(options.goes, 30) - 1, options.made + 1);
  const tags = stackTags(home, stack);
  const known = (cluster: RealCluster) =>
    portal.some(
      ({ leadsTo, leavesAt }) =>
        leavesAt === undefined &&
        leadsTo.length === 1 &&
        leadsTo[0].cluster === cluster,
    );
  const span = { from: at, to: FOREVER };
  switch (plan.touch) {
    case 'bound-by-hand':
      if (targetGroupArn && known(other)) {
        const named = { namespace: 'team-a', name: `hand-${reality.next()}` };
        bindTargetGroup(reality, other, { ...named, targetGroupArn, ...span });
        reality.holds.push({ arn, by: other, ...span });
      }
      break;
    case 'taken-over':
      retag(reality, arn, { at, tags: { terraform: 'yes' } });
      reality.holds.push({ arn, by: 'infrastructure', ...span });
      break;
    case 'marked':
      retag(reality, arn, {
        at,
        tags: { ...tags, 'aws:cloudformation:stack-id': 'net' },
      });
      reality.holds.push({ arn, by: 'infrastructure', ...span });
      break;
    case 'handed-over':
      // A controller looks for its load balancers in its own VPC.
      // And who never saw it with its first tag takes it for the first cluster's.
      if (
        other.tag !== home.tag &&
        other.vpcId === home.vpcId &&
        other.region === home.region &&
        options.calm &&
        at >= Math.max(options.made + 8, 17)
      ) {
        addOwner(reality, other, stack, { from: at - 1, to: at + 0.3 });
        addOwner(reality, other, stack, {
          hostname,
          createdAt: at - 1,
          from: at + 0.3,
          to: FOREVER,
        });
        retag(reality, arn, { at, tags: stackTags(other, stack) });
        if (targetGroupArn) {
          const theirs = stackTags(other, stack, 'shop/web:80');
          retag(reality, targetGroupArn, { at, tags: theirs });
        }
        reality.holds.push({ arn, by: other, ...span });
      }
      break;
    case 'tag-lost': {
      const [lost] = Object.keys(tags).slice(plan.touchedBy % 3);
      const { [lost]: _lost, ...left } = tags;
      retag(reality, arn, { at, tags: left });
      break;
    }
    default:
  }
}

function isCalm(plan: RandomPlan): boolean {
  return (
    plan.clusterBreaks.length + plan.scopeBreaks.length + plan.slow === 0 &&
    plan.swapAt === undefined &&
    plan.leavesAt === undefined
  );
}

function addStacks(
  world: World,
  plan: RandomPlan,
  clusters: readonly RealCluster[],
): void {
  plan.stacks.forEach((each, index) => {
    const home = clusters[each.cluster % clusters.length];
    const stack: StackName = {
      shape: each.shape,
      namespace: each.namespace,
      name: `web-${index}`,
      group: `group-${index}`,
    };
    const life: StackPlan = {
      stack,
      targets: each.targets,
      fate: each.fate,
      // A load balancer of a cluster is younger than the cluster.
      from: Math.max(each.from, home.createdAt + 5),
      at: Math.max(each.at, each.from + 2, home.createdAt + 8),
      gap: each.gap,
      ...(each.ownName && { loadBalancerName: `payments-${index}` }),
    };
    const { ending } = plan.clusters[each.cluster % clusters.length];
    if (ending && ending.namespace === each.namespace) {
      const goes = each.fate === 'deleted' ? 'deleted' : 'stripped';
      life.fate = ending.hangs ? 'deleting' : goes;
      life.at = Math.max(ending.from, (life.from ?? 0) + 2);
    }
    const made = liveStack(world.reality, home, life);
    if (each.touch !== 'none') {
      const other = clusters[each.touchedBy % clusters.length];
      const { from = 0, at = 0 } = life;
      const times = { made: from, goes: at, calm: isCalm(plan) };
      touch(world, { plan: each, stack, home, other, ...times, ...made });
    }
  });
}

/** How many sweeps a slow cluster gets; each ends late, and some out of order. */
function slowSweeps(
  world: World,
  { slow, spread }: RandomPlan,
): World['sweepsOf'] {
  return world.portal.flatMap(({ name }, index) =>
    Array.from({ length: world.rounds }, (_, round) => {
      const begin = 8 + 6 * round + index;
      const end = begin + (round % 2 === 0 ? slow : slow / 3) + 0.5;
      return { portal: name, begin, end, spread };
    }),
  );
}

/** Deletes a cluster: who needed what through it needs it no more. */
function letGo(world: World, cluster: RealCluster, at: number): void {
  world.eks = true;
  // Enough rounds before and after for both waits.
  world.rounds = 9;
  world.leapAt = 4;
  cluster.goneAt = at;
  for (const hold of world.reality.holds) {
    if (hold.by === cluster) {
      hold.to = Math.min(hold.to, at);
    }
  }
  for (const entry of world.portal) {
    if (entry.leadsTo.some(each => each.cluster === cluster)) {
      entry.leavesAt = Math.min(entry.leavesAt ?? FOREVER, at + 4);
    }
  }
}

/** Puts a random world together from its plan. */
export function randomWorld(plan: RandomPlan): World {
  const world = newWorld({
    rounds: plan.rounds,
    clustersFirst: plan.clustersFirst,
    skew: plan.skew,
    retired: plan.retired.map(({ tag, vpcId, region }) =>
      wordOn(tag, vpcId, region),
    ),
    scopeBreaks: plan.scopeBreaks,
  });
  const { reality } = world;
  const clusters = plan.clusters.map(each =>
    addCluster(reality, { ...each, controller: controllerSpan(each) }),
  );
  clusters.forEach((cluster, index) => {
    const { known, anchor } = plan.clusters[index];
    if (known) {
      const name = `cluster-${index}`;
      const leadsTo = [{ cluster, from: -FOREVER, to: FOREVER }];
      world.portal.push({ name, leadsTo });
    }
    if (anchor) {
      liveStack(reality, cluster, {
        stack: {
          shape: 'ingress',
          namespace: 'default',
          name: `anchor-${index}`,
        },
        targets: 'healthy',
        from: Math.max(-6_000, cluster.createdAt + 10),
      });
    }
  });
  const [first] = world.portal;
  if (first && plan.swapAt !== undefined && clusters.length > 1) {
    const [{ cluster }] = first.leadsTo;
    const back = plan.swapAt + (plan.swapFor ?? FOREVER);
    first.leadsTo = [
      { cluster, from: -FOREVER, to: plan.swapAt },
      { cluster: clusters[clusters.length - 1], from: plan.swapAt, to: back },
      { cluster, from: back, to: FOREVER },
    ];
  }
  const last = world.portal[world.portal.length - 1];
  if (last && last !== first && plan.leavesAt !== undefined) {
    last.leavesAt = plan.leavesAt;
  }
  addStacks(world, plan, clusters);
  clusters.forEach((cluster, index) => {
    const { ending } = plan.clusters[index];
    if (ending) {
      // Its owners go first; the youngest is made at minute 33.
      const to = ending.hangs ? FOREVER : Math.max(ending.from, 36) + 2;
      world.reality.endNamespace(cluster, ending.namespace, {
        from: ending.from,
        to,
      });
    }
  });
  if (plan.gone) {
    letGo(world, clusters[plan.gone.cluster % clusters.length], plan.gone.at);
  }
  for (const { name, tags } of plan.strangers) {
    const { arn } = addLoadBalancer(reality, {
      name,
      vpcId: 'vpc-a',
      tags,
      from: -700,
      to: FOREVER,
    });
    reality.holds.push({ arn, by: 'hand', from: -700, to: FOREVER });
  }
  world.clusterBreaks = plan.clusterBreaks.flatMap(({ cluster, ...each }) => {
    const entry = world.portal[cluster % Math.max(1, world.portal.length)];
    return entry ? [{ ...each, portal: entry.name }] : [];
  });
  if (plan.slow > 0) {
    world.sweepsOf = slowSweeps(world, plan);
  }
  return world;
}

/** Kinds that a random sweep fails at. */
export const FRAGILE_KINDS: readonly KubernetesKindName[] = [
  'namespaces',
  'ingresses',
  'ingressClasses',
  'ingressClassParams',
  'services',
  'gatewayClasses',
  'gateways',
  'targetGroupBindings',
  'deployments',
  'leases',
];
