import { RetiredCluster } from '../../../inventory';
import { addCluster } from '../clusters';
import { liveStack } from '../fates';
import { ACCOUNT, REGION } from '../Reality';
import { FOREVER, timeOf } from '../time';
import { Dice, Profile, knownCluster, newWorld, victimOf } from './types';
import { TargetsPlan } from '../aws';

/** An operator's word. */
export function wordOn(
  clusterTag: string,
  vpcId: string,
  region = REGION,
): RetiredCluster {
  return {
    clusterTag,
    accountId: ACCOUNT,
    region,
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

/** A cluster of the portal whose owners and bindings a proxy hides. */
function hiddenNamesake(dice: Dice) {
  const world = newWorld({ rounds: 6, retired: [wordOn('z', 'vpc-a')] });
  knownCluster(world, 'prod', { tag: 'x' });
  const late = knownCluster(world, 'late', { tag: 'z', anchor: false });
  liveStack(world.reality, late, {
    stack: victimOf(dice),
    targets: dice.quiet,
  });
  world.clusterBreaks.push({
    portal: 'late',
    from: 0,
    to: FOREVER,
    how: 'filtered',
    namespaces: ['shop'],
  });
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
    row: 'made-before',
    words:
      'An operator retired a cluster; after that another one of its name was made, which nobody here knows and which owns the load balancer.',
    build(dice) {
      const world = newWorld({ rounds: 6, retired: [wordOn('z', 'vpc-a')] });
      knownCluster(world, 'prod', { tag: 'x' });
      const other = addCluster(world.reality, { tag: 'z', createdAt: -1_500 });
      liveStack(world.reality, other, {
        stack: victimOf(dice),
        targets: dice.quiet,
        from: -1_000,
      });
      return world;
    },
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
      'An operator retired a name that two clusters of the portal still use there; one owns the load balancer and its status does not say so. Or: that one cluster of the portal goes by, of which a proxy hides all that would bind it.',
    build(dice) {
      if (dice.variant % 2 === 1) {
        return hiddenNamesake(dice);
      }
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
