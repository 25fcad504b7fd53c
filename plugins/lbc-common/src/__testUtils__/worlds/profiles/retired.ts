import { RetiredCluster } from '../../../inventory';
import { addCluster } from '../clusters';
import { liveStack } from '../fates';
import { ACCOUNT, REGION } from '../Reality';
import { timeOf } from '../time';
import { Dice, Profile, knownCluster, newWorld, victimOf } from './types';
import { TargetsPlan } from '../aws';

/** An operator's word. */
export function wordOn(clusterTag: string, vpcId: string): RetiredCluster {
  return {
    clusterTag,
    accountId: ACCOUNT,
    region: REGION,
    vpcId,
    by: 'team-platform',
    at: timeOf(-2_000),
  };
}

function unseen(dice: Dice, targets: TargetsPlan, retired: RetiredCluster[]) {
  const world = newWorld({ rounds: 6, retired });
  knownCluster(world, 'prod', { tag: 'x' });
  const other = addCluster(world.reality, { tag: 'z' });
  liveStack(world.reality, other, { stack: victimOf(dice), targets });
  return world;
}

/** Rows on clusters that an operator declared gone. */
export const RETIRED_PROFILES: readonly Profile[] = [
  {
    row: 'retired',
    words:
      'The load balancer belongs to a cluster that was never in the portal, and that nobody retired.',
    build: dice => unseen(dice, dice.quiet, []),
  },
  {
    row: 'retired-place',
    words: 'An operator retired a cluster of that name in another VPC.',
    build: dice => unseen(dice, dice.quiet, [wordOn('z', 'vpc-b')]),
  },
  {
    row: 'nothing-lives',
    words:
      'An operator retired a cluster that still serves: a target is healthy.',
    build: dice => unseen(dice, 'foreign', [wordOn('z', 'vpc-a')]),
  },
  {
    row: 'targets-still',
    words:
      'An operator retired a cluster that still lives: its targets change.',
    build: dice => unseen(dice, 'changing', [wordOn('z', 'vpc-a')]),
  },
  {
    row: 'no-cluster-bound',
    words:
      'An operator retired a name that two clusters of the portal still use there; one owns the load balancer and its status does not say so.',
    build(dice) {
      const world = newWorld({ rounds: 6, retired: [wordOn('x', 'vpc-a')] });
      knownCluster(world, 'blue', { tag: 'x' });
      const green = knownCluster(world, 'green', { tag: 'x' });
      liveStack(world.reality, green, {
        stack: victimOf(dice),
        targets: 'no-group',
        fate: 'unnamed',
      });
      return world;
    },
  },
];
