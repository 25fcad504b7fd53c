import { KubernetesKindName } from '../../../inventory';
import { retag } from '../aws';
import { liveStack } from '../fates';
import { Shape, addOwner, makeStack, stackTags } from '../stacks';
import { FOREVER } from '../time';
import {
  Dice,
  Profile,
  knownCluster,
  newWorld,
  unseenVictimOf,
  victimOf,
} from './types';

const OWNER_KINDS: Record<Shape, KubernetesKindName> = {
  ingress: 'ingresses',
  group: 'ingresses',
  service: 'services',
  gateway: 'gateways',
};

/** A living stack whose owner a sweep does not show. */
function hidden(dice: Dice, from = 2) {
  const world = newWorld({ rounds: 6 });
  const home = knownCluster(world, 'prod', { tag: 'x' });
  const stack = victimOf(dice);
  liveStack(world.reality, home, { stack, targets: dice.quiet });
  const kinds = [OWNER_KINDS[dice.shape]];
  return { world, home, at: { portal: 'prod', from, to: FOREVER, kinds } };
}

/** Rows on how completely, and how often, the sources were read. */
export const READING_PROFILES: readonly Profile[] = [
  {
    row: 'family-complete',
    words:
      'The list of the owner’s kind is cut, from the first sweep on or later.',
    build(dice) {
      const cut = dice.variant % 2 === 0;
      const { world, at } = hidden(dice, cut ? 2 : 0);
      // What binds the name is a target group's binding where no Ingress comes.
      world.clusterBreaks.push({ ...at, how: 'partial', keep: 0 });
      return world;
    },
  },
  {
    row: 'namespaces-listed',
    words:
      'A proxy answers every list with 200, without the objects of a namespace and without the namespace; from the first sweep on or later.',
    build(dice) {
      const { world, at } = hidden(dice, dice.variant % 2 === 0 ? 2 : 0);
      world.clusterBreaks.push({
        ...at,
        how: 'filtered',
        namespaces: ['shop'],
      });
      return world;
    },
  },
  {
    row: 'described',
    words:
      'An orphan, named as one, is deleted by a person while AWS’ list of load balancers can’t be read.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const made = liveStack(world.reality, home, {
        stack: unseenVictimOf(dice),
        targets: 'no-group',
        fate: 'stripped',
        at: 5,
      });
      for (const each of world.reality.loadBalancers) {
        if (each.arn === made.arn) {
          each.to = 33;
        }
      }
      world.scopeBreaks.push({
        from: 4,
        to: FOREVER,
        how: 'failed',
        kinds: ['loadBalancers'],
      });
      return world;
    },
  },
  {
    row: 'tags-complete',
    words:
      'Infrastructure code took the load balancer over, with tags of its own, while tags can’t be read and the old ones are kept.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const { reality } = world;
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const { arn } = liveStack(reality, home, {
        stack: victimOf(dice),
        targets: dice.quiet,
        fate: 'stripped',
        at: 20,
      });
      retag(reality, arn, { at: 19, tags: { terraform: 'yes' } });
      reality.holds.push({
        arn,
        by: 'infrastructure',
        from: 19,
        to: FOREVER,
      });
      world.scopeBreaks.push({
        from: 1,
        to: FOREVER,
        how: 'failed',
        kinds: ['tags'],
      });
      return world;
    },
  },
  {
    row: 'no-mass-loss',
    words:
      'Twelve owners of one group vanish from one sweep to the next: the API answers, and has forgotten.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const { reality } = world;
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const stack = { ...victimOf(dice), shape: 'group' as const };
      const { arn, hostname } = makeStack(reality, home, stack, {
        from: -4_000,
        to: FOREVER,
        targets: dice.quiet,
      });
      for (let index = 0; index < 12; index++) {
        const span = { from: -4_001, to: FOREVER };
        const member = { ...stack, name: `web-${index}` };
        addOwner(reality, home, member, { ...span, hostname });
        reality.holds.push({ arn, by: home, ...span });
      }
      world.clusterBreaks.push({
        portal: 'prod',
        from: 2,
        to: FOREVER,
        how: 'forgetful',
        kinds: ['ingresses'],
      });
      return world;
    },
  },
  {
    row: 'two-sightings',
    words:
      'An API server that was just restored answers one sweep without the owner.',
    build(dice) {
      const { world, at } = hidden(dice, 4);
      world.clusterBreaks.push({ ...at, to: 5, how: 'forgetful' });
      return world;
    },
  },
  {
    row: 'grace-period',
    words:
      'An API server that was just restored answers two sweeps, six minutes apart, without the owner.',
    build(dice) {
      const { world, at } = hidden(dice, 4);
      world.clusterBreaks.push({ ...at, to: 6, how: 'forgetful' });
      return world;
    },
  },
  {
    row: 'kubernetes-newer',
    words:
      'Sweeps of a slow cluster end, late and out of step, after AWS has shown a load balancer that is younger than what they read.',
    build(dice) {
      const world = newWorld({ rounds: 8 });
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const begin = 13 + dice.shift;
      world.sweepsOf = [
        { portal: 'prod', begin: 2, end: 3 },
        { portal: 'prod', begin, end: 43 },
        { portal: 'prod', begin: 37, end: 49 },
      ];
      liveStack(world.reality, home, {
        stack: unseenVictimOf(dice),
        targets: dice.quiet,
        from: 38.5,
      });
      return world;
    },
  },
  {
    row: 'status-cleared',
    words:
      'An Ingress went to another class and lost its finalizer; its status still names the load balancer, and so do the people behind it.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const home = knownCluster(world, 'prod', { tag: 'x' });
      liveStack(world.reality, home, {
        stack: { ...victimOf(dice), shape: 'ingress' },
        targets: dice.quiet,
        fate: 'disowned-named',
        at: 20,
      });
      return world;
    },
  },
  {
    row: 'not-adopted',
    words:
      'Infrastructure code made the load balancer under a name of its own and copied the controller’s tags; or CloudFormation or a configured tag marks one that the controller once made.',
    build(dice) {
      const world = newWorld({ rounds: 6 });
      const { reality } = world;
      const home = knownCluster(world, 'prod', { tag: 'x' });
      const stack = unseenVictimOf(dice);
      const span = { from: -4_000, to: FOREVER };
      if (dice.variant % 2 === 0) {
        const { arn } = makeStack(reality, home, stack, {
          ...span,
          targets: dice.quiet,
          loadBalancerName: 'payments-prod',
          bindingTo: span.from,
        });
        reality.holds.push({ arn, by: 'infrastructure', ...span });
        return world;
      }
      const { arn } = liveStack(reality, home, {
        stack,
        targets: dice.quiet,
        fate: 'stripped',
        at: 20,
      });
      const mark =
        dice.variant % 4 === 1 ? 'aws:cloudformation:stack-name' : 'terraform';
      const tags = { ...stackTags(home, stack), [mark]: 'net' };
      retag(reality, arn, { at: 19, tags });
      reality.holds.push({
        arn,
        by: 'infrastructure',
        from: 19,
        to: FOREVER,
      });
      return world;
    },
  },
];
