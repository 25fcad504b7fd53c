import { addCluster } from '../clusters';
import { liveStack } from '../fates';
import { bindTargetGroup } from '../stacks';
import { FOREVER } from '../time';
import {
  Dice,
  Profile,
  knownCluster,
  newWorld,
  unseenVictimOf,
  victimOf,
} from './types';

/** A stack whose owner is gone, and whose target group a binding by hand uses. */
function usedByHand(dice: Dice) {
  const world = newWorld({ rounds: 6 });
  const { reality } = world;
  const home = knownCluster(world, 'prod', { tag: 'x' });
  const second = knownCluster(world, 'second', { tag: 'y' });
  const here = dice.variant % 2 === 0 ? home : second;
  const made = liveStack(reality, home, {
    stack: victimOf(dice),
    targets: dice.quiet === 'no-group' ? 'none' : dice.quiet,
    fate: 'stripped',
    at: 20,
  });
  const span = { from: 10, to: FOREVER };
  bindTargetGroup(reality, here, {
    namespace: 'team-a',
    name: 'by-hand',
    targetGroupArn: made.targetGroupArn ?? '',
    ...span,
  });
  reality.holds.push({ arn: made.arn, by: here, ...span });
  return { world, portal: here === home ? 'prod' : 'second' };
}

/** Rows on who else uses what was left. */
export const USER_PROFILES: readonly Profile[] = [
  {
    row: 'no-other-target-binding',
    words:
      'A user’s TargetGroupBinding, in this or in another cluster of the portal, binds the target group.',
    build: dice => usedByHand(dice).world,
  },
  {
    row: 'target-bindings-read',
    words:
      'A user’s TargetGroupBinding binds the target group, in a cluster whose TargetGroupBindings may not be read.',
    build(dice) {
      const { world, portal } = usedByHand(dice);
      world.clusterBreaks.push({
        portal,
        from: 0,
        to: FOREVER,
        how: dice.variant % 4 < 2 ? 'denied' : 'failed',
        kinds: ['targetGroupBindings'],
      });
      return world;
    },
  },
  {
    row: 'targets-known',
    words:
      'Healthy targets are pods of a cluster of the same name that nobody here knows, or their health was not read.',
    build(dice) {
      const world = newWorld();
      const { reality } = world;
      knownCluster(world, 'prod', { tag: 'x' });
      const other = addCluster(reality, { tag: 'x' });
      liveStack(reality, other, {
        stack: unseenVictimOf(dice),
        targets: 'foreign',
      });
      if (dice.variant % 2 === 1) {
        world.scopeBreaks.push({ from: 0, to: FOREVER, how: 'no-health' });
      }
      return world;
    },
  },
  {
    row: 'targets-here',
    words:
      'A cluster of the same name that nobody here knows owns the load balancer; the portal’s name leads to it for a moment, just when the targets are looked for.',
    build(dice) {
      const world = newWorld({ rounds: 7 });
      const { reality } = world;
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const other = addCluster(reality, { tag: 'x' });
      liveStack(reality, other, {
        stack: unseenVictimOf(dice),
        targets: 'healthy',
      });
      const looks = [2, 3, 4, 5, 6].map(round => 14 + 6 * round);
      world.portal[0].leadsTo = [
        ...looks.map(at => ({ cluster: other, from: at - 1, to: at + 1 })),
        { cluster: home, from: -FOREVER, to: FOREVER },
      ];
      return world;
    },
  },
];
