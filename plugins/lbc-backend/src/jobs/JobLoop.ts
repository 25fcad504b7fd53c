import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import type { JobRow } from '../store/tables';
import { JobRun } from './JobRun';
import { claimJobs } from './operations/claimJobs';
import { finishJob, JobOutcome } from './operations/finishJob';
import { JobHandler, JobTimeoutError, StaleLeaseError } from './types';

/** How a replica works on jobs. */
export interface JobSettings {
  pollMs: number;
  /** Jobs of this replica at a time. */
  concurrency: number;
  leaseMs: number;
  /** After which a run is given up. */
  timeoutMs: number;
  /** The first wait after a failure; it doubles, up to a hundred times it. */
  backoffMs: number;
}

/**
 * Works on due jobs in this replica. A plain loop, not a scheduler task: a
 * sweep may take longer than a task's timeout, and many run beside each other.
 */
export class JobLoop {
  readonly #db: Knex;
  readonly #clock: LbcClock;
  readonly #logger: LoggerService;
  readonly #settings: JobSettings;
  readonly #handlers: ReadonlyMap<string, JobHandler>;
  readonly #running = new Set<Promise<void>>();
  #stop = new AbortController();
  #loop: Promise<void> | undefined;
  #wake: () => void = () => {};

  static create(options: {
    db: Knex;
    clock: LbcClock;
    logger: LoggerService;
    settings: JobSettings;
    handlers: readonly JobHandler[];
  }): JobLoop {
    return new JobLoop(options);
  }

  private constructor(options: {
    db: Knex;
    clock: LbcClock;
    logger: LoggerService;
    settings: JobSettings;
    handlers: readonly JobHandler[];
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#settings = options.settings;
    this.#handlers = new Map(options.handlers.map(h => [h.kind, h]));
  }

  start(): void {
    if (!this.#loop) {
      this.#stop = new AbortController();
      this.#loop = this.#work();
    }
  }

  /** Ends the loop; what runs is aborted, and done again after its lease. */
  async stop(): Promise<void> {
    this.#stop.abort(new Error('The engine stops'));
    this.#wake();
    await this.#loop;
    await Promise.all(this.#running);
    this.#loop = undefined;
  }

  /** Looks for due jobs now. */
  wake(): void {
    this.#wake();
  }

  async #work() {
    while (!this.#stop.signal.aborted) {
      const woken = new Promise<void>(resolve => {
        this.#wake = resolve;
      });
      const claimed = await this.#claim();
      if (claimed === 0 && !this.#stop.signal.aborted) {
        let timer: NodeJS.Timeout | undefined;
        const poll = new Promise<void>(resolve => {
          timer = setTimeout(resolve, this.#settings.pollMs);
        });
        await Promise.race([poll, woken]);
        clearTimeout(timer);
      }
    }
  }

  async #claim(): Promise<number> {
    const limit = this.#settings.concurrency - this.#running.size;
    if (limit <= 0) {
      return 0;
    }
    try {
      const nowMs = this.#clock.now();
      const token = randomUUID();
      const rows = await claimJobs({
        db: this.#db,
        nowMs,
        startedAt: new Date(nowMs).toISOString(),
        token,
        leaseMs: this.#settings.leaseMs,
        limit,
      });
      for (const row of rows) {
        const work = this.#run(row, token).finally(() => {
          this.#running.delete(work);
          this.#wake();
        });
        this.#running.add(work);
      }
      return rows.length;
    } catch (error) {
      this.#logger.warn(`Looking for jobs failed: ${stringifyError(error)}`);
      return 0;
    }
  }

  async #run(row: JobRow, token: string): Promise<void> {
    const run = JobRun.start({
      db: this.#db,
      row,
      token,
      leaseMs: this.#settings.leaseMs,
      timeoutMs: this.#settings.timeoutMs,
      stop: this.#stop.signal,
    });
    try {
      const outcome = await this.#outcome(run);
      run.end();
      await finishJob({
        db: this.#db,
        jobId: row.id,
        token,
        finishedAt: new Date(this.#clock.now()).toISOString(),
        outcome,
      });
    } catch (error) {
      if (error instanceof StaleLeaseError) {
        this.#logger.info(`${error.message}; it wrote nothing`);
      } else {
        this.#logger.warn(
          `Giving back job ${row.id} failed: ${stringifyError(error)}`,
        );
      }
    } finally {
      run.end();
      run.abort(new Error('The run is over'));
    }
  }

  async #outcome(run: JobRun): Promise<JobOutcome> {
    const handler = this.#handlers.get(run.job.kind);
    try {
      if (!handler) {
        throw new Error(`Nothing here does jobs of kind ${run.job.kind}`);
      }
      const aborted = givenUp(run.signal);
      return { result: await Promise.race([handler.run(run), aborted]) };
    } catch (error) {
      if (error instanceof StaleLeaseError) {
        throw error;
      }
      if (this.#stop.signal.aborted) {
        return { released: true, retryAt: this.#clock.now() };
      }
      this.#logger.warn(`Job ${run.job.id} failed: ${stringifyError(error)}`);
      const wait =
        this.#settings.backoffMs * Math.min(100, 2 ** run.job.attempts);
      return {
        error: stringifyError(error).slice(0, 2_000),
        retryAt: this.#clock.now() + wait,
      };
    }
  }
}

/** How long a handler may take to note that its time is up. */
const TIMEOUT_GRACE_MS = 5_000;

/**
 * Rejects when a run is given up: a handler that does not listen to its signal
 * must not hold the loop. It writes nothing more without the lease.
 */
function givenUp(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    const give = () => {
      if (signal.reason instanceof JobTimeoutError) {
        setTimeout(() => reject(signal.reason), TIMEOUT_GRACE_MS).unref();
      } else {
        reject(signal.reason);
      }
    };
    if (signal.aborted) {
      give();
    }
    signal.addEventListener('abort', give);
  });
  promise.catch(() => {});
  return promise;
}
