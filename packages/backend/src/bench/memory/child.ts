// One sweep of one cluster by a portal in a process of its own.
import { setFlagsFromString } from 'node:v8';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { BenchPortal, ROUND_MS } from '../portal';
import { answerRequests } from '../processes';
import type { MeasuredSweep, MeasureSweepOptions } from './measureSweep';
import { PeakMeter } from './PeakMeter';

/**
 * Garbage that is collected as soon as so much came together: less than a page
 * makes, so that the short list's sweep is collected as the long one's is.
 */
const GARBAGE_BYTES = 2_000_000;
const LOOK_EVERY_MS = 5;

function collect(): void {
  globalThis.gc?.();
}

/** Collects all garbage, and moves together what is left: no room stays free. */
async function settle(): Promise<void> {
  setFlagsFromString('--compact-on-every-full-gc');
  for (let time = 0; time < 3; time++) {
    collect();
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** Collects garbage early, where V8 would wait until much has come together. */
function collectEarly(): NodeJS.Timeout {
  let live = process.memoryUsage().heapUsed;
  return setInterval(() => {
    if (process.memoryUsage().heapUsed > live + GARBAGE_BYTES) {
      collect();
      live = process.memoryUsage().heapUsed;
    }
  }, LOOK_EVERY_MS);
}

/**
 * What a sweep keeps when its largest kind is read: the items of that kind as a
 * list keeps them, compressed, and the kinds before it, packed.
 */
class KeptBytes {
  #packed = 0;
  #most = 0;

  get most(): number {
    return this.#most;
  }

  add(reading: KubernetesReading): void {
    const json = JSON.stringify([...reading.items]);
    const kept = this.#packed + deflateRawSync(json, { level: 1 }).length;
    this.#most = Math.max(this.#most, kept);
    this.#packed += gzipSync(json).length;
  }
}

answerRequests({
  async measure(options: MeasureSweepOptions): Promise<MeasuredSweep> {
    const { fleet, cluster, warmUp, what } = options;
    const meter = await PeakMeter.start();
    const kept = new KeptBytes();
    const measured: MeasuredSweep = { bytes: 0, items: 0 };
    let there = [warmUp];
    let ended: () => void;
    const end = new Promise<void>(resolve => {
      ended = resolve;
    });

    /** The sweep itself is the engine's; this only looks at it. */
    async function* watch(
      readings: AsyncIterable<KubernetesReading>,
    ): AsyncGenerator<KubernetesReading> {
      await settle();
      meter.reset();
      const before = meter.bytes;
      const collector = what === 'needed' ? collectEarly() : undefined;
      for await (const reading of readings) {
        measured.items += reading.items.length;
        if (what === 'kept') {
          kept.add(reading);
        }
        yield reading;
      }
      clearInterval(collector);
      measured.bytes = what === 'kept' ? kept.most : meter.bytes - before;
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
