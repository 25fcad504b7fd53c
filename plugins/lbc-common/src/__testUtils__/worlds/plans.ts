import fc from 'fast-check';
import { FATES } from './fates';
import { PROFILES, Dice } from './profiles';
import { FRAGILE_KINDS, RandomPlan, randomWorld } from './randomWorld';
import { SettledPlan, settledWorld } from './settledWorld';
import { World } from './World';

/** A world as data, so that fast-check can make it smaller. */
export type Plan =
  | { kind: 'profile'; row: string; dice: Dice }
  | { kind: 'random'; plan: RandomPlan }
  | { kind: 'settled'; plan: SettledPlan };

const shape = fc.constantFrom('ingress', 'group', 'service', 'gateway');
const targets = fc.constantFrom(
  'none',
  'unhealthy',
  'healthy',
  'foreign',
  'changing',
  'no-group',
);

/** What varies within a profile. */
export const dice: fc.Arbitrary<Dice> = fc.record({
  shape,
  quiet: fc.constantFrom('none', 'unhealthy', 'no-group'),
  variant: fc.nat({ max: 3 }),
  shift: fc.nat({ max: 6 }),
});

const profile: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constant('profile'),
  row: fc.constantFrom(...PROFILES.map(({ row }) => row as string)),
  dice,
});

const round = fc.nat({ max: 8 });

const clusterPlan = fc.record({
  known: fc.constantFrom(true, true, true, false),
  tag: fc.constantFrom('x', 'x', 'y', 'z'),
  vpcId: fc.constantFrom('vpc-a', 'vpc-a', 'vpc-b'),
  createdAt: fc.constantFrom(-100_000, -100_000, -3_000, -100, 12),
  controller: fc.constantFrom('alive', 'alive', 'leaves', 'never'),
  anchor: fc.constantFrom(true, true, false),
});

const stack = fc.record({
  cluster: fc.nat({ max: 2 }),
  shape,
  namespace: fc.constantFrom('shop', 'edge', 'default'),
  targets,
  fate: fc.constantFrom(...FATES, 'stripped', 'disowned', 'half-cleaned'),
  from: fc.constantFrom(-5_000, -1_000, -50, 9, 20, 33.2),
  at: fc.oneof(
    // Soon after a first round, so that its absence is seen for long enough.
    fc.constantFrom(-500, 12, 14, 15, 16, 17.55, 20),
    fc.integer({ min: 5, max: 50 }),
  ),
  gap: fc.constantFrom(0.5, 3, 14, 20, 30),
  touch: fc.constantFrom(
    'none',
    'none',
    'none',
    'bound-by-hand',
    'taken-over',
    'marked',
    'handed-over',
    'tag-lost',
  ),
  touchedBy: fc.nat({ max: 2 }),
  ownName: fc.constantFrom(false, false, false, true),
});

const TAG_KEYS = [
  'elbv2.k8s.aws/cluster',
  'ingress.k8s.aws/stack',
  'ingress.k8s.aws/resource',
  'service.k8s.aws/stack',
  'service.k8s.aws/resource',
  'gateway.k8s.aws.alb/stack',
  'ingress.k8s.aws/cluster',
  'kubernetes.io/service-name',
  'kubernetes.io/cluster/x',
  'eks:eks-cluster-name',
  'ingress.eks.amazonaws.com/stack',
  '__proto__',
];

/** Any characters; fast-check's own strings take a second to set up. */
const text = fc
  .array(fc.integer({ min: 0, max: 0x2_ffff }), { maxLength: 16 })
  .map(codes => String.fromCodePoint(...codes));

// AWS allows tag values of 256 characters of any kind.
const stranger = fc.record({
  tags: fc.dictionary(
    fc.oneof(fc.constantFrom(...TAG_KEYS), text),
    fc.oneof(
      fc.constantFrom('y', 'LoadBalancer', 'shop/', '/', 'a/b/c', 'owned'),
      text,
    ),
    { maxKeys: 5, noNullPrototype: true },
  ),
  name: fc.oneof(fc.constantFrom('by-hand', 'k8s-shop-web-0123456789'), text),
});

const clusterBreak = fc.record({
  cluster: fc.nat({ max: 2 }),
  from: round,
  to: fc.constantFrom(3, 6, 99),
  how: fc.constantFrom(
    'partial',
    'denied',
    'failed',
    'absent',
    'filtered',
    'unreachable',
  ),
  kinds: fc.constantFrom(...FRAGILE_KINDS).map(kind => [kind]),
  keep: fc.nat({ max: 2 }),
  namespaces: fc.constantFrom(['shop'], ['edge'], ['kube-system']),
});

const scopeBreak = fc.record({
  from: round,
  to: fc.constantFrom(3, 6, 99),
  how: fc.constantFrom(
    'partial',
    'denied',
    'failed',
    'stale',
    'no-health',
    'unreachable',
  ),
  kinds: fc
    .constantFrom('loadBalancers', 'targetGroups', 'tags', 'securityGroups')
    .map(kind => [kind]),
  keep: fc.nat({ max: 3 }),
});

/** Mostly nothing. */
function seldom<T>(arbitrary: fc.Arbitrary<T>) {
  return fc.option(arbitrary, { nil: undefined, freq: 4 });
}

/** Minutes after the beginning of a sweep: its lists are read by then, or some. */
const within = fc.constantFrom(0.015, 0.045, 0.075, 0.135, 0.2, 0.3, 0.9);

const randomPlan = fc.record({
  clusters: fc.array(clusterPlan, { minLength: 1, maxLength: 3 }),
  stacks: fc.array(stack, { minLength: 1, maxLength: 4 }),
  strangers: fc.array(stranger, { maxLength: 1 }),
  clusterBreaks: fc.array(clusterBreak, { maxLength: 2 }),
  scopeBreaks: fc.array(scopeBreak, { maxLength: 1 }),
  swapAt: seldom(
    fc.oneof(
      fc.integer({ min: 12, max: 40 }),
      // In the middle of a sweep, between its lists.
      fc
        .tuple(fc.nat({ max: 4 }), fc.constantFrom(10, 11.5, 8, 9), within)
        .map(([sweep, begin, at]) => 6 * sweep + begin + at),
    ),
  ),
  swapFor: fc.constantFrom(undefined, undefined, 0.3, 2, 5, 11),
  leavesAt: seldom(fc.integer({ min: 12, max: 40 })),
  retired: fc.array(
    fc.record({
      tag: fc.constantFrom('x', 'y', 'z'),
      vpcId: fc.constantFrom('vpc-a', 'vpc-b'),
    }),
    { maxLength: 1 },
  ),
  rounds: fc.integer({ min: 6, max: 8 }),
  clustersFirst: fc.boolean(),
  skew: fc.constantFrom(0, 0, -0.4, 0.4),
  slow: fc.constantFrom(0, 0, 0, 4, 14),
  spread: fc.boolean(),
});

const random: fc.Arbitrary<Plan> = randomPlan.map(plan => ({
  kind: 'random',
  plan: plan as RandomPlan,
}));

const region = fc.constantFrom('eu-central-1', 'eu-central-1', 'us-east-1');

const ending = seldom(
  fc.record({
    namespace: fc.constantFrom('shop', 'edge'),
    from: fc.integer({ min: 11, max: 34 }),
    hangs: fc.boolean(),
  }),
);

/**
 * Random worlds over two Regions, whose clusters may be deleted in EKS and whose
 * namespaces may be deleted.
 */
export const widePlans: fc.Arbitrary<Plan> = fc
  .record({
    plan: randomPlan,
    regions: fc.tuple(region, region, region),
    endings: fc.tuple(ending, ending, ending),
    retiredIn: region,
    brokenIn: fc.option(region, { nil: undefined }),
    gone: seldom(
      fc.record({
        cluster: fc.nat({ max: 2 }),
        at: fc.integer({ min: 14, max: 27 }),
      }),
    ),
  })
  .map(({ plan, regions, endings, retiredIn, brokenIn, gone }) => {
    const { clusters, retired, scopeBreaks } = plan as RandomPlan;
    const wide: RandomPlan = {
      ...(plan as RandomPlan),
      clusters: clusters.map((each, index) => ({
        ...each,
        region: regions[index],
        ...(endings[index] && { ending: endings[index] }),
      })),
      retired: retired.map(each => ({ ...each, region: retiredIn })),
      scopeBreaks: scopeBreaks.map(each => ({
        ...each,
        ...(brokenIn && { region: brokenIn }),
      })),
      ...(gone && { gone, slow: 0 }),
    };
    return { kind: 'random', plan: wide };
  });

const settled: fc.Arbitrary<Plan> = fc
  .record({
    attended: fc.boolean(),
    stacks: fc.array(
      fc.record({
        shape,
        fate: fc.constantFrom(
          'stays',
          'stays',
          'stripped',
          'disowned',
          'disowned-named',
          'released',
          'class-missing',
          'deleting',
          're-created',
          'lost',
        ),
        targets,
        provisioning: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    legacy: fc.array(
      fc.constantFrom(
        'v1',
        'by-hand',
        'in-tree',
        'in-tree-without-owner',
        'auto-mode',
        'unknown-cluster',
        'asks-in-vain',
        'binding-without-group',
      ),
      { maxLength: 3 },
    ),
  })
  .map(plan => ({ kind: 'settled', plan: plan as SettledPlan }));

/** Every world there is: half of them random, the rest profiles and settled ones. */
export const plans: fc.Arbitrary<Plan> = fc.oneof(
  { arbitrary: random, weight: 5 },
  { arbitrary: profile, weight: 3 },
  { arbitrary: settled, weight: 2 },
);

/** Builds the world that a plan describes. */
export function buildWorld(plan: Plan): World {
  switch (plan.kind) {
    case 'random':
      return randomWorld(plan.plan);
    case 'settled':
      return settledWorld(plan.plan);
    default: {
      const found = PROFILES.find(({ row }) => row === plan.row);
      if (!found) {
        throw new Error(`No profile for ${plan.row}`);
      }
      return found.build(plan.dice);
    }
  }
}
