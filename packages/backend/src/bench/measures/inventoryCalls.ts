import { Calls, countCalls, FleetProcess } from '../fleet';
import { exactly, told } from '../lines';
import { BenchPortal, ROUND_MS } from '../portal';
import type { BenchContext, BenchLine, Measure } from '../types';

/** Load balancers or target groups of one page of Describe. */
const DESCRIBE_PAGE = 400;
/** Resources of one page of the tagging API. */
const TAGGING_PAGE = 100;

/** Health is read at its own pace, by jobs of its own. */
const HEALTH = 'elbv2 DescribeTargetHealth';
const TAGS = 'elbv2 DescribeTags';

/**
 * What the sweeps of a scope call in AWS: what is there, and its tags; as much
 * for one cluster as for ten. Tags that the tagging API never had are asked
 * for once and remembered, so the first sweep calls a little more.
 */
export const inventoryCalls: Measure = {
  name: 'inventory-calls',
  needsStand: true,
  async run(context) {
    const { fleet, calls } = await context.stand();
    context.log('Sweeping the scope with one cluster');
    const [one] = fleet.clusters;
    return [
      ...linesOf(context, { clusters: 1, calls: await sweepTwice(fleet, one) }),
      ...linesOf(context, { clusters: fleet.clusters.length, calls }),
    ];
  },
};

async function sweepTwice(
  fleet: FleetProcess,
  cluster: string,
): Promise<Calls[]> {
  const portal = await BenchPortal.start({
    fleet,
    clusters: [cluster],
    hooks: { hasHealth: () => false },
  });
  try {
    // It has begun already; nothing else calls the fleet meanwhile.
    const first = await fleet.callsDuring(() => portal.idle());
    const second = await fleet.callsDuring(async () => {
      await fleet.advance(ROUND_MS);
      portal.advance(ROUND_MS);
      await portal.idle();
    });
    return [first, second];
  } finally {
    await portal.stop();
  }
}

function linesOf(
  { size, log }: BenchContext,
  options: { clusters: number; calls: readonly Calls[] },
): BenchLine[] {
  const { clusters, calls } = options;
  const [first, later] = calls;
  log(`First: ${JSON.stringify(first)}`);
  log(`Later: ${JSON.stringify(later)}`);
  const pages = (length: number) =>
    Math.ceil(size.loadBalancers / length) +
    Math.ceil(size.targetGroups / length);
  const subject = `inventory sweep with ${clusters} cluster${
    clusters === 1 ? '' : 's'
  }`;
  return [
    exactly(pages(DESCRIBE_PAGE), {
      name: `${subject}: ELBv2`,
      value: countCalls(later, 'elbv2 ', [HEALTH]),
      unit: 'calls',
    }),
    exactly(pages(TAGGING_PAGE), {
      name: `${subject}: tagging`,
      value: countCalls(later, 'tagging '),
      unit: 'calls',
    }),
    told({
      name: `${subject}: DescribeTags beside, the first time`,
      value: countCalls(first, TAGS),
      unit: 'calls',
    }),
  ];
}
