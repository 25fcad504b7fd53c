import type { Knex } from 'knex';
import type { JobRow } from '../store/tables';
import { takeWriteLock } from '../store/sql';
import { holdLease } from './operations/holdLease';
import { renewLease } from './operations/renewLease';
import { Job, JobContext, JobTimeoutError, StaleLeaseError } from './types';

/** One run of one job: keeps its lease while the handler works. */
export class JobRun implements JobContext {
  readonly job: Job;
  readonly startedAt: string;
  readonly #db: Knex;
  readonly #token: string;
  readonly #leaseMs: number;
  readonly #abort = new AbortController();
  #progress: string | undefined;
  #timers: NodeJS.Timeout[] = [];

  static start(options: {
    db: Knex;
    row: JobRow;
    token: string;
    leaseMs: number;
    timeoutMs: number;
    stop: AbortSignal;
  }): JobRun {
    const run = new JobRun(options);
    run.#keepLease();
    run.#timers.push(
      setTimeout(
        () => run.abort(new JobTimeoutError(options.timeoutMs)),
        options.timeoutMs,
      ),
    );
    const stop = () => run.abort(options.stop.reason);
    if (options.stop.aborted) {
      stop();
    }
    options.stop.addEventListener('abort', stop);
    run.#abort.signal.addEventListener('abort', () =>
      options.stop.removeEventListener('abort', stop),
    );
    return run;
  }

  private constructor(options: {
    db: Knex;
    row: JobRow;
    token: string;
    leaseMs: number;
  }) {
    const { db, row, token, leaseMs } = options;
    this.#db = db;
    this.#token = token;
    this.#leaseMs = leaseMs;
    this.startedAt = row.last_started_at ?? '';
    this.job = {
      id: row.id,
      kind: row.kind,
      payload: JSON.parse(row.payload),
      attempts: row.attempts,
    };
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get token(): string {
    return this.#token;
  }

  abort(reason: unknown): void {
    this.#abort.abort(reason);
  }

  // Fields, so that handlers may take them out of the context.
  readonly commit: JobContext['commit'] = write =>
    this.#db.transaction(async trx => {
      await takeWriteLock(trx);
      await holdLease(trx, { jobId: this.job.id, token: this.#token });
      return write(trx);
    });

  readonly progress: JobContext['progress'] = value => {
    const first = this.#progress === undefined;
    this.#progress = JSON.stringify(value);
    if (first) {
      this.#renew();
    }
  };

  /** Ends the upkeep of the lease; the row itself is given back by the loop. */
  end(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }

  #keepLease() {
    const timer = setInterval(
      () => this.#renew(),
      Math.max(50, Math.min(this.#leaseMs / 3, 2_000)),
    );
    this.#timers.push(timer);
  }

  #renew() {
    renewLease({
      db: this.#db,
      jobId: this.job.id,
      token: this.#token,
      leaseMs: this.#leaseMs,
      progress: this.#progress,
    }).then(
      kept => {
        if (!kept && this.#timers.length > 0) {
          this.abort(new StaleLeaseError(this.job.id));
        }
      },
      // A database that does not answer now may answer before the lease ends.
      () => {},
    );
  }
}
