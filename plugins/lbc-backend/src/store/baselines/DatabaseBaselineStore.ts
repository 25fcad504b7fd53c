import type { ComparisonReport } from '@lbc-backstage/plugin-lbc-common';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { expediteSweeps } from '../../jobs/operations/expediteSweeps';
import { unpack } from '../pack';
import { bookBaseline, targetsOf } from './bookBaseline';
import { INFO_COLUMNS, infoOf } from './infoOf';
import { stacksOf } from './planBaseline';
import type { BaselineRow, BaselineStore, ComparisonState } from './types';

/** Baselines and comparisons, in the database. */
export class DatabaseBaselineStore implements BaselineStore {
  readonly #db: Knex;
  readonly #clock: LbcClock;
  readonly #wake: () => void;

  static create(options: {
    db: Knex;
    clock: LbcClock;
    /** Called after jobs became due. */
    wake: () => void;
  }): DatabaseBaselineStore {
    return new DatabaseBaselineStore(options);
  }

  private constructor(options: {
    db: Knex;
    clock: LbcClock;
    wake: () => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#wake = options.wake;
  }

  list: BaselineStore['list'] = async cluster => {
    const rows = await this.#db<BaselineRow>('baseline')
      .where({ cluster })
      .whereNull('compared_with')
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(500)
      .select(...INFO_COLUMNS);
    return Promise.all(rows.map(row => infoOf(this.#db, row)));
  };

  get: BaselineStore['get'] = async id => {
    const row = await this.#db<BaselineRow>('baseline')
      .where({ id })
      .whereNull('compared_with')
      .first(...INFO_COLUMNS);
    return row && infoOf(this.#db, row);
  };

  countStacks: BaselineStore['countStacks'] = async options => {
    const [{ number }] = await stacksOf(this.#db, options).count({
      number: '*',
    });
    return Number(number);
  };

  create: BaselineStore['create'] = async options => {
    const { created, id } = await this.#book(options);
    const info = await this.get(id);
    if (!info) {
      throw new Error(`Baseline ${id} was removed as soon as it was made`);
    }
    return { created, info };
  };

  compare: BaselineStore['compare'] = async ({ id, by }) => {
    const baseline = await this.#db<BaselineRow>('baseline')
      .where({ id })
      .whereNull('compared_with')
      .first(...INFO_COLUMNS);
    if (!baseline) {
      return undefined;
    }
    const { cluster, name } = baseline;
    const { created } = await this.#book({
      cluster,
      name,
      by,
      comparedWith: id,
    });
    const state = await this.comparison(id);
    return state && { created, state };
  };

  comparison: BaselineStore['comparison'] = async id => {
    const row = await this.#db<BaselineRow>('baseline')
      .where({ compared_with: id })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
    if (!row) {
      return undefined;
    }
    const state: ComparisonState = {
      id: row.id,
      info: await infoOf(this.#db, row),
    };
    return row.report
      ? {
          ...state,
          report: await unpack<Omit<ComparisonReport, 'baseline'>>(row.report),
        }
      : state;
  };

  async #book(
    options: Omit<Parameters<typeof bookBaseline>[0], 'db' | 'nowMs'>,
  ): ReturnType<typeof bookBaseline> {
    const nowMs = this.#clock.now();
    const booked = await bookBaseline({ db: this.#db, nowMs, ...options });
    if (booked.created) {
      // It is read when these have ended.
      const targets = await targetsOf(this.#db, options.cluster);
      await expediteSweeps({
        db: this.#db,
        targets: targets.map(({ id }) => id),
        nowMs,
      });
      this.#wake();
    }
    return booked;
  }
}
