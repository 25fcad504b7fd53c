import { atMost, told } from '../lines';
import { timeReadiness } from '../readiness';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL_MS = 100;

/** Readiness of the largest cluster of a fleet, any target, as a request gets it. */
export const readiness: Measure = {
  name: 'readiness',
  needsStand: false,
  async run({ size, log }) {
    log(
      `Sweeping a fleet (${size.assessed}) and reading the stacks of a cluster`,
    );
    const times = await timeReadiness({
      fleet: size.assessed,
      rounds: size.rounds,
    });
    const medians = Object.entries(times.cpu).map(
      ([question, each]) => [question, median(each)] as const,
    );
    log(
      `Cluster ${times.cluster}: ${JSON.stringify(
        Object.fromEntries(medians),
      )}`,
    );
    const dearest = Math.max(...medians.map(([, value]) => value));
    return [
      atMost(GOAL_MS, {
        name: 'readiness of the largest cluster, the dearest target: CPU of the whole request',
        value: dearest,
        unit: 'ms',
      }),
      told({
        name: 'the same ÷ JSON.parse of all that it is made of',
        value: dearest / median(times.parse),
        unit: '×',
      }),
      told({
        name: 'the median target',
        value: median(medians.map(([, value]) => value)),
        unit: 'ms',
      }),
      told({
        name: 'the first request after a start',
        value: times.first,
        unit: 'ms',
      }),
      told({ name: 'targets asked', value: medians.length, unit: 'targets' }),
      told({
        name: 'load balancers of that cluster, all read',
        value: times.stacks,
        unit: 'stacks',
      }),
      told({
        name: 'stored JSON that it is made of',
        value: times.jsonBytes / 1_000_000,
        unit: 'MB',
      }),
    ];
  },
};
