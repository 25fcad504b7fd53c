// One sweep of one cluster by a portal in a process of its own.
import { setFlagsFromString } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { KubernetesReading } from '@lbc-backstage/plugin-lbc-node';
import { BenchPortal, ROUND_MS } from '../portal';
import { answerRequests } from '../processes';
import type { MeasuredSweep, MeasureSweepOptions } from './measureSweep';
import { PeakMeter } from './PeakMeter';

/** Garbage that is collected as soon as so much came together. */
const GARBAGE_BYTES = 24_000_000;
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

async function liveBytes(): Promise<number> {
  await settle();
  return process.memoryUsage().heapUsed;
}

/** A copy whose objects grow key by key, as those of a projection do. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copyOf);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    copy[key] = copyOf(each);
  }
  return copy;
}

/**
 * What items take in memory: what a copy of them does. What else the sweep may
 * hold on to does not count as kept.
 */
async function sizeInMemory(json: string): Promise<number> {
  const before = await liveBytes();
  const copy = copyOf(JSON.parse(json));
  const size = (await liveBytes()) - before;
  // It must be alive until here.
  return copy === undefined ? 0 : size;
}

/**
 * What a sweep has kept when its largest kind is read: the items of that kind,
 * and the kinds before it, packed.
 */
class KeptBytes {
  #packed = 0;
  #most = 0;

  get most(): number {
    return this.#most;
  }

  async add(reading: KubernetesReading): Promise<void> {
    const json = JSON.stringify([...reading.items]);
    const kept = this.#packed + (await sizeInMemory(json));
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
          await kept.add(reading);
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
