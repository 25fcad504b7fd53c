import { halfOf, timeCorrelate } from '../correlation';
import { atMost, told } from '../lines';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL = 3;
const GROWTH_GOAL = 1.3;

/**
 * The same as `correlate` with every stack read live, so that each is compared
 * with what its owners ask; and with half of the clusters and of what they have.
 */
export const drift: Measure = {
  name: 'drift',
  needsStand: true,
  async run({ stand, size, log }) {
    const started = await stand();
    log('Reading the health of all target groups');
    const health = await started.readHealth();
    log('Reading all stacks');
    const stacks = await started.readStacks();
    const whole = { targets: started.sweeps.targets, health, stacks };
    log('Timing correlate, lifecycle and drift');
    const times = await timeCorrelate(whole, size.rounds);
    log(`Facts compared: ${times.compared}`);
    log('Timing the same for half of it');
    const half = await timeCorrelate(halfOf(whole), size.rounds);
    const judge = median(times.correlate);
    const bytes = times.jsonBytes / half.jsonBytes;
    return [
      atMost(GOAL, {
        name: 'correlate, lifecycle and drift ÷ JSON.parse of what is stored',
        value: judge / median(times.parse),
        unit: '×',
      }),
      told({
        name: 'correlate, lifecycle and drift',
        value: judge,
        unit: 'ms',
      }),
      told({
        name: 'facts that drift compared',
        value: times.compared,
        unit: 'facts',
      }),
      atMost(GROWTH_GOAL, {
        name: 'the same for the whole ÷ for half, ÷ the ratio of the bytes',
        value: judge / median(half.correlate) / bytes,
        unit: '×',
      }),
      told({ name: 'ratio of the bytes', value: bytes, unit: '×' }),
    ];
  },
};
