import { distribute } from './distribute';
import { ClusterPlan, Family, Fate, StackPlan } from './plan';
import { planStack } from './planStack';
import { Ids, Random } from './random';

/** Options of {@link planStacks}. */
export interface PlanStacksOptions {
  clusters: ClusterPlan[];
  /** How many stacks all clusters have together. */
  loadBalancers: number;
  /** How many target groups the stacks have together. */
  targetGroups: number;
  /** How many Pods there are, the controllers' included. */
  pods: number;
  random: Random;
  ids: Ids;
}

/** How many target groups a stack of each family has at most. */
const MOST: Record<Family, number> = {
  ingress: 12,
  group: 40,
  service: 3,
  gateway: 12,
};
/** Pods of the controller, where it runs. */
export const CONTROLLER_PODS = 2;

/** Decides which stacks there are, and gives each cluster its own. */
export function planStacks(options: PlanStacksOptions): void {
  const { clusters, loadBalancers, random, ids } = options;
  const homes = random.shuffle(
    Array.from(
      { length: loadBalancers },
      (_, index) => clusters[index % clusters.length],
    ),
  );
  const families = homes.map((cluster, index) =>
    familyOf({ cluster, random, index }),
  );
  const groups = distribute({
    total: options.targetGroups,
    least: families.map(family => (family === 'group' ? 2 : 1)),
    most: families.map(family => MOST[family]),
    random,
  });
  const fates = planFates(loadBalancers, random);
  const stacks = homes.map((cluster, index) =>
    planStack({
      cluster,
      family: families[index],
      fate: fates[index],
      targetGroups: groups[index],
      number: index + 1,
      random,
      ids,
    }),
  );
  for (const stack of stacks) {
    stack.cluster.stacks.push(stack);
  }
  planPods(options, stacks);
  chooseWhatChanges(clusters[0].stacks);
}

function familyOf(options: {
  cluster: ClusterPlan;
  random: Random;
  index: number;
}): Family {
  const { cluster, random, index } = options;
  // Whatever the seed, a fleet begins with one of each.
  const first: Family[] = ['ingress', 'group', 'service', 'gateway'];
  const family = first[index] ?? drawFamily(random.next());
  // Only the newer release was recorded with the Gateway API.
  return family === 'gateway' && cluster.release !== 'v3.5.0'
    ? 'ingress'
    : family;
}

/** Ingresses alone are the most, Gateways the fewest. */
function drawFamily(dice: number): Family {
  if (dice < 0.4) {
    return 'ingress';
  }
  if (dice < 0.6) {
    return 'group';
  }
  return dice < 0.85 ? 'service' : 'gateway';
}

/** A few of each fate that is not to be well, however small the fleet. */
function planFates(count: number, random: Random): Fate[] {
  const some = (share: number) => Math.max(1, Math.round(count * share));
  const fates: Fate[] = [
    ...Array<Fate>(some(0.03)).fill('deleted'),
    ...Array<Fate>(some(0.03)).fill('ownerless'),
    ...Array<Fate>(some(0.06)).fill('unhealthy'),
  ];
  const well = Array<Fate>(Math.max(0, count - fates.length)).fill('well');
  return random.shuffle([...fates, ...well]).slice(0, count);
}

/** Shares the Pods out; each workload has one at least. */
function planPods(
  { clusters, pods, random }: PlanStacksOptions,
  stacks: StackPlan[],
): void {
  const workloads = [
    ...new Set(
      stacks.flatMap(stack => stack.backends.map(each => each.workload)),
    ),
  ];
  const attended = clusters.filter(cluster => cluster.attended).length;
  const counts = distribute({
    total: pods - attended * CONTROLLER_PODS,
    least: workloads.map(() => 1),
    most: workloads.map(() => 30),
    random,
  });
  let address = 0;
  workloads.forEach((workload, index) => {
    workload.pods = counts[index];
    workload.firstAddress = address;
    address += counts[index];
  });
  for (const stack of stacks) {
    const [first] = stack.backends;
    if (stack.fate === 'unhealthy') {
      first.unhealthy = random.int(1, first.workload.pods);
    }
  }
}

/** The Ingress of the second step: one that is well and alone. */
function chooseWhatChanges(stacks: StackPlan[]): void {
  const candidate =
    stacks.find(stack => stack.family === 'ingress' && stack.fate === 'well') ??
    stacks.find(stack => stack.owners[0]?.kind === 'Ingress');
  if (candidate) {
    candidate.changes = true;
  }
}
