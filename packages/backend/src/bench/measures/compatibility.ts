import { timeAssess } from '../compatibility';
import { Recording, RecordedSweeps } from '../correlation';
import { FleetProcess } from '../fleet';
import { atMost, told } from '../lines';
import { BenchPortal, ROUND_MS } from '../portal';
import type { BenchSize } from '../sizes';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL = 1;
const HEAP_GOAL_MB = 15;
const SEED = 1;

/** What two rounds of sweeps read of a whole fleet. */
async function sweep({ assessed }: BenchSize): Promise<Recording> {
  const fleet = await FleetProcess.start({
    kind: 'generated',
    size: assessed,
    seed: SEED,
  });
  const sweeps = new RecordedSweeps();
  try {
    const portal = await BenchPortal.start({
      fleet,
      optionalSources: ['iam'],
      hooks: { ...sweeps.hooks, hasHealth: () => false },
    });
    try {
      await portal.idle();
      await fleet.advance(ROUND_MS);
      portal.advance(ROUND_MS);
      await portal.idle();
    } finally {
      await portal.stop();
    }
  } finally {
    await fleet.stop();
  }
  return { targets: sweeps.targets, health: [] };
}

/** Every controller of a fleet against all that it depends on. */
export const compatibility: Measure = {
  name: 'compatibility',
  needsStand: false,
  async run({ size, log }) {
    log(`Sweeping a fleet (${size.assessed})`);
    const recording = await sweep(size);
    log('Timing the assessment of its controllers');
    const times = await timeAssess(recording, size.rounds);
    const assess = median(times.assess);
    return [
      atMost(GOAL, {
        name: 'all controllers of the largest fleet assessed ÷ correlating it',
        value: assess / median(times.correlate),
        unit: '×',
      }),
      told({
        name: 'controllers assessed',
        value: times.controllers,
        unit: 'controllers',
      }),
      told({ name: 'the assessment', value: assess, unit: 'ms' }),
      atMost(HEAP_GOAL_MB, {
        name: 'heap of the knowledge, all releases loaded',
        value: times.knowledgeBytes / 1_000_000,
        unit: 'MB',
      }),
    ];
  },
};
