import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiBudget } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { bookTokens } from './operations/bookTokens';

/** The pace of calls to one service of one scope. */
export interface BudgetSettings {
  requestsPerSecond: number;
  burst: number;
}

interface Waiter {
  resolve: (waitMs: number) => void;
  reject: (error: unknown) => void;
}

/**
 * Token buckets that all replicas share. A call books the next free token in
 * one statement, by the database's time, and sleeps until its turn: nobody
 * polls. Calls that ask at once book together.
 */
export class DatabaseApiBudget implements ApiBudget {
  readonly #db: Knex;
  readonly #settings: BudgetSettings;
  readonly #waiting = new Map<string, Waiter[]>();

  static create(options: {
    db: Knex;
    settings: BudgetSettings;
  }): DatabaseApiBudget {
    return new DatabaseApiBudget(options);
  }

  private constructor(options: { db: Knex; settings: BudgetSettings }) {
    this.#db = options.db;
    this.#settings = options.settings;
  }

  async take(options: {
    scopeId: string;
    service: string;
    signal: AbortSignal;
  }): Promise<void> {
    const { scopeId, service, signal } = options;
    signal.throwIfAborted();
    const waitMs = await this.#book(`${scopeId}/${service}`);
    signal.throwIfAborted();
    if (waitMs > 0) {
      await sleep(waitMs, undefined, { signal });
    }
  }

  #book(id: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject };
      const others = this.#waiting.get(id);
      if (others) {
        others.push(waiter);
        return;
      }
      this.#waiting.set(id, [waiter]);
      setImmediate(() => {
        const waiters = this.#waiting.get(id) ?? [];
        this.#waiting.delete(id);
        bookTokens({
          db: this.#db,
          id,
          count: waiters.length,
          ...this.#settings,
        }).then(
          waits => waiters.forEach((each, at) => each.resolve(waits[at])),
          error => waiters.forEach(each => each.reject(error)),
        );
      });
    });
  }
}
