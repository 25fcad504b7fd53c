import { addLoadBalancer, retag } from '../aws';
import { addCluster } from '../clusters';
import { liveStack } from '../fates';
import { defaultName, stackTags } from '../stacks';
import { FOREVER } from '../time';
import {
  Profile,
  knownCluster,
  newWorld,
  unseenVictimOf,
  victimOf,
} from './types';

/** Rows on whose the cluster tag is, and which cluster a name means. */
export const BINDING_PROFILES: readonly Profile[] = [
  {
    row: 'bound',
    words:
      'A cluster says --cluster-name=x and has nothing that proves it; the load balancer belongs to a cluster x that nobody here knows. Or: it was this cluster’s, and its cluster tag was changed to that of an unknown cluster that took it over.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const { reality } = world;
      const stack = unseenVictimOf(dice);
      if (dice.variant % 2 === 0) {
        knownCluster(world, 'prod', { tag: 'x', anchor: false });
        const other = addCluster(reality, { tag: 'x' });
        liveStack(reality, other, { stack, targets: dice.quiet });
        return world;
      }
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const other = addCluster(reality, { tag: 'z' });
      const { arn } = liveStack(reality, home, {
        stack,
        targets: dice.quiet,
        fate: 'stripped',
        at: 20,
      });
      retag(reality, arn, { at: 19, tags: stackTags(other, stack) });
      reality.holds.push({ arn, by: other, from: 19, to: FOREVER });
      return world;
    },
  },
  {
    row: 'single-binding',
    words:
      'Two clusters in the portal have the same name in one VPC; the load balancer (without a target group) is the other one’s.',
    build(dice) {
      const world = newWorld();
      knownCluster(world, 'blue', { tag: 'x' });
      const green = knownCluster(world, 'green', { tag: 'x' });
      liveStack(world.reality, green, {
        stack: unseenVictimOf(dice),
        targets: 'no-group',
      });
      return world;
    },
  },
  {
    row: 'vpc',
    words:
      'A cluster of the same name lives in another VPC and is not in the portal; the load balancer is there.',
    build(dice) {
      const world = newWorld();
      knownCluster(world, 'prod', { tag: 'x', vpcId: 'vpc-a' });
      const other = addCluster(world.reality, { tag: 'x', vpcId: 'vpc-b' });
      liveStack(world.reality, other, {
        stack: unseenVictimOf(dice),
        targets: dice.quiet,
      });
      return world;
    },
  },
  {
    row: 'same-cluster',
    words:
      'The portal’s name of a cluster leads to another cluster (another kube-system UID) from one minute to the next; the first one lives on unseen, with its load balancer.',
    build(dice) {
      const world = newWorld({ rounds: 7 });
      const { reality } = world;
      const first = knownCluster(world, 'prod', { tag: 'x' });
      const second = addCluster(reality, { tag: 'y' });
      const swap = 20 + dice.shift;
      world.portal[0].leadsTo = [
        { cluster: first, from: -FOREVER, to: swap },
        { cluster: second, from: swap, to: FOREVER },
      ];
      liveStack(reality, first, {
        stack: victimOf(dice),
        targets: dice.quiet,
      });
      return world;
    },
  },
  {
    row: 'one-cluster',
    words:
      'The portal’s name of a cluster leads to two clusters in turn: of each sweep the namespaces are one’s, and the owners the other’s.',
    build(dice) {
      const world = newWorld({ rounds: 7 });
      const { reality } = world;
      const first = knownCluster(world, 'prod', { tag: 'x' });
      const second = addCluster(reality, { tag: 'y' });
      liveStack(reality, first, { stack: victimOf(dice), targets: dice.quiet });
      const turns = [2, 3, 4, 5, 6].map(round => 11.5 + 6 * round);
      world.portal[0].leadsTo = [
        ...turns.map(begin => ({
          cluster: second,
          from: begin + 0.045,
          to: begin + 2,
        })),
        { cluster: first, from: -FOREVER, to: FOREVER },
      ];
      return world;
    },
  },
  {
    row: 'cluster-older',
    words:
      'The cluster was rebuilt under its name, next to the old one, which is not in the portal any more and still owns the load balancer.',
    build(dice) {
      const world = newWorld();
      const { reality } = world;
      const old = addCluster(reality, { tag: 'x' });
      liveStack(reality, old, {
        stack: unseenVictimOf(dice),
        targets: dice.quiet,
        from: -9_000,
      });
      knownCluster(world, 'prod', { tag: 'x', createdAt: -8_000 });
      return world;
    },
  },
  {
    row: 'tracking-tags',
    words:
      'A person made a load balancer under a name in the controller’s form and copied the cluster and stack tags to it, but not the resource tag.',
    build(dice) {
      const world = newWorld();
      const { reality } = world;
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const stack = unseenVictimOf(dice);
      const tags = Object.fromEntries(
        Object.entries(stackTags(home, stack)).filter(
          ([key]) => !key.endsWith('/resource'),
        ),
      );
      const { arn } = addLoadBalancer(reality, {
        name: defaultName(home, stack),
        vpcId: 'vpc-a',
        tags,
        from: -4_000,
        to: FOREVER,
      });
      reality.holds.push({ arn, by: 'hand', from: -4_000, to: FOREVER });
      return world;
    },
  },
];
