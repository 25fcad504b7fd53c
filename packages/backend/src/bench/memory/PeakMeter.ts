import { Worker } from 'node:worker_threads';

/** Looks every other millisecond, also while the main thread is busy. */
const WORKER = `
const { workerData } = require('node:worker_threads');
const peak = new Float64Array(workerData.peak);
const sleep = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  peak[0] = Math.max(peak[0], process.memoryUsage.rss());
  Atomics.wait(sleep, 0, 0, 2);
}
`;

/** The highest resident set size of this process, seen from a thread of its own. */
export class PeakMeter {
  readonly #peak = new Float64Array(new SharedArrayBuffer(8));
  readonly #worker: Worker;

  static async start(): Promise<PeakMeter> {
    const meter = new PeakMeter();
    await new Promise(resolve => meter.#worker.once('online', resolve));
    return meter;
  }

  private constructor() {
    this.#worker = new Worker(WORKER, {
      eval: true,
      workerData: { peak: this.#peak.buffer },
      // Only its own code: no loader, no preloaded modules.
      execArgv: [],
    });
  }

  /** Begins at what is resident now. */
  reset(): void {
    this.#peak[0] = process.memoryUsage.rss();
  }

  get bytes(): number {
    return Math.max(this.#peak[0], process.memoryUsage.rss());
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
