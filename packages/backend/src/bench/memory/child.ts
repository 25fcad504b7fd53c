// One sweep of one cluster by a portal in a process of its own.
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { BenchPortal, ROUND_MS } from '../portal';
import { answerRequests } from '../processes';
import type { MeasuredSweep, MeasureSweepOptions } from './measureSweep';
import { PeakMeter } from './PeakMeter';

function collect(): void {
  globalThis.gc?.();
}

function liveBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

answerRequests({
  async measure(options: MeasureSweepOptions): Promise<MeasuredSweep> {
    const { fleet, cluster, warmUp, what } = options;
    const meter = await PeakMeter.start();
    let there = [warmUp];
    let ended: () => void;
    const end = new Promise<void>(resolve => {
      ended = resolve;
    });
    const measured: MeasuredSweep = { growth: 0, kept: 0, kinds: {} };

    /** The sweep itself is the engine's; this only looks at it. */
    async function* watch(
      readings: AsyncIterable<KubernetesReading>,
    ): AsyncGenerator<KubernetesReading> {
      collect();
      const live = liveBytes();
      meter.reset();
      const before = meter.bytes;
      for await (const reading of readings) {
        measured.kinds[reading.kind] = reading.items.length;
        if (what === 'kept') {
          collect();
          measured.kept = Math.max(measured.kept, liveBytes() - live);
        }
        yield reading;
      }
      measured.growth = meter.bytes - before;
      ended();
    }

    const portal = await BenchPortal.start({
      fleet,
      concurrency: 1,
      hooks: {
        clusters: found => found.filter(({ name }) => there.includes(name)),
        kubernetes: (name, readings) =>
          name === cluster ? watch(readings) : readings,
      },
    });
    // A first, small sweep loads and compiles what every sweep needs.
    await portal.idle();
    there = [warmUp, cluster];
    portal.advance(ROUND_MS);
    await end;
    await meter.stop();
    await portal.stop();
    return measured;
  },
});
