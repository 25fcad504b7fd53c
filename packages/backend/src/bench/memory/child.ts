// One sweep of one cluster by a portal in a process of its own.
import { setFlagsFromString } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { BenchPortal, ROUND_MS } from '../portal';
import { answerRequests } from '../processes';
import type { MeasuredSweep, MeasureSweepOptions } from './measureSweep';
import { PeakMeter } from './PeakMeter';

/** Collects all garbage, and gives free pages back to the system. */
async function collect(): Promise<void> {
  for (let time = 0; time < 3; time++) {
    globalThis.gc?.({
      type: 'major',
      execution: 'sync',
      flavor: 'last-resort',
    });
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function liveBytes(): Promise<number> {
  await collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What a value takes in memory: what a copy of it does. */
async function sizeInMemory(json: string): Promise<number> {
  const before = await liveBytes();
  const copy: unknown = JSON.parse(json);
  const size = (await liveBytes()) - before;
  // It must be alive until here.
  return copy === undefined ? 0 : size;
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
      await collect();
      let packed = 0;
      meter.reset();
      const before = meter.bytes;
      for await (const reading of readings) {
        measured.kinds[reading.kind] = reading.items.length;
        if (what === 'kept') {
          const json = JSON.stringify(reading.items);
          measured.kept = Math.max(
            measured.kept,
            (await sizeInMemory(json)) + packed,
          );
          packed += gzipSync(json).length;
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
