import { timeCorrelate } from '../correlation';
import { atMost, told } from '../lines';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL = 3;

/**
 * Everything of the scope and its clusters judged anew, with a settled memory,
 * against parsing the JSON that it is judged from.
 */
export const correlate: Measure = {
  name: 'correlate',
  needsStand: true,
  async run({ stand, size, log }) {
    const started = await stand();
    log('Reading the health of all target groups');
    const health = await started.readHealth();
    log('Timing correlate and lifecycle');
    const times = await timeCorrelate(
      { targets: started.sweeps.targets, health },
      size.rounds,
    );
    log(`States: ${JSON.stringify(times.states)}`);
    const cold = times.afterFullCollection;
    const parse = median(times.parse);
    const judge = median(times.correlate);
    return [
      atMost(GOAL, {
        name: 'correlate and lifecycle ÷ JSON.parse of what is stored',
        value: judge / parse,
        unit: '×',
      }),
      told({
        name: 'the same, each right after a full garbage collection',
        value: median(cold.correlate) / median(cold.parse),
        unit: '×',
      }),
      told({ name: 'correlate and lifecycle', value: judge, unit: 'ms' }),
      told({
        name: 'JSON.parse of what is stored',
        value: parse,
        unit: 'ms',
      }),
      told({
        name: 'stored JSON that is read',
        value: times.jsonBytes / 1_000_000,
        unit: 'MB',
      }),
    ];
  },
};
