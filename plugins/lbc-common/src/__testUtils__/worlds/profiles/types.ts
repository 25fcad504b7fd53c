import { ProofRow } from '../../../lifecycle/orphan/rows';
import { TargetsPlan } from '../aws';
import { addCluster } from '../clusters';
import { liveStack } from '../fates';
import { RealCluster, Reality } from '../Reality';
import { Shape, StackName } from '../stacks';
import { World } from '../World';
import { FOREVER } from '../time';

/** What varies within a profile. */
export interface Dice {
  shape: Shape;
  /** Targets in which nothing healthy shows. */
  quiet: Extract<TargetsPlan, 'none' | 'unhealthy' | 'no-group'>;
  /** Which variant of the profile, where it has several. */
  variant: number;
  /** Minutes by which things come earlier or later. */
  shift: number;
}

/** Worlds in which one row of DESIGN §5 alone keeps a false orphan from being named. */
export interface Profile {
  row: ProofRow;
  /** What the world is like, in words. */
  words: string;
  build(dice: Dice): World;
}

/** The load balancer in question. */
export function victimOf({ shape }: Dice): StackName {
  return { shape, namespace: 'shop', name: 'web', group: 'shop-group' };
}

/**
 * The same where nobody ever sees an owner of it: of an explicit group that
 * alone makes it unknown, so it is no group.
 */
export function unseenVictimOf(dice: Dice): StackName {
  const victim = victimOf(dice);
  return victim.shape === 'group' ? { ...victim, shape: 'ingress' } : victim;
}

export const ANCHOR: StackName = {
  shape: 'ingress',
  namespace: 'default',
  name: 'anchor',
};

/** A cluster that the portal knows by a name, in a world of its own. */
export function newWorld(
  more: Partial<World> & { clusters?: Array<[string, RealCluster]> } = {},
): World {
  const { clusters = [], ...rest } = more;
  return {
    reality: new Reality(),
    portal: clusters.map(([name, cluster]) => ({
      name,
      leadsTo: [{ cluster, from: -FOREVER, to: FOREVER }],
    })),
    retired: [],
    rounds: 5,
    clusterBreaks: [],
    scopeBreaks: [],
    ...rest,
  };
}

/** Adds a cluster to what the portal knows, with a stack that binds its tag. */
export function knownCluster(
  world: World,
  name: string,
  options: Parameters<typeof addCluster>[1] & { anchor?: boolean },
): RealCluster {
  const cluster = addCluster(world.reality, options);
  world.portal.push({
    name,
    leadsTo: [{ cluster, from: -FOREVER, to: FOREVER }],
  });
  if (options.anchor !== false) {
    liveStack(world.reality, cluster, {
      stack: { ...ANCHOR, name: `anchor-${name}` },
      targets: 'healthy',
      from: Math.max(-6_000, cluster.createdAt + 10),
    });
  }
  return cluster;
}
