import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import type { JobControl } from '../store/types';
import { bookDetail } from './operations/bookDetail';
import { bookRefresh } from './operations/bookRefresh';
import { detailStatus } from './operations/detailStatus';
import { expediteSweeps } from './operations/expediteSweeps';
import { getRefresh } from './operations/getRefresh';
import { sweepStatus } from './operations/sweepStatus';

/** Moves jobs forward in the job table. */
export class DatabaseJobControl implements JobControl {
  readonly #db: Knex;
  readonly #clock: LbcClock;
  readonly #wake: () => void;

  static create(options: {
    db: Knex;
    clock: LbcClock;
    /** Called after jobs became due. */
    wake?: () => void;
  }): DatabaseJobControl {
    return new DatabaseJobControl(options);
  }

  private constructor(options: {
    db: Knex;
    clock: LbcClock;
    wake?: () => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#wake = options.wake ?? (() => {});
  }

  async expedite(targets: readonly string[]): Promise<void> {
    await expediteSweeps({
      db: this.#db,
      targets,
      nowMs: this.#clock.now(),
    });
    this.#wake();
  }

  sweepStatus: JobControl['sweepStatus'] = (targets, since) =>
    sweepStatus({ db: this.#db, targets, since });

  bookRefresh: JobControl['bookRefresh'] = options =>
    bookRefresh({ db: this.#db, ...options });

  getRefresh: JobControl['getRefresh'] = entityRef =>
    getRefresh({ db: this.#db, entityRef });

  bookDetail: JobControl['bookDetail'] = async options => {
    const booking = await bookDetail({
      db: this.#db,
      nowMs: this.#clock.now(),
      ...options,
    });
    if (booking.booked) {
      this.#wake();
    }
    return booking;
  };

  detailStatus: JobControl['detailStatus'] = subjectId =>
    detailStatus({ db: this.#db, subjectId });
}
