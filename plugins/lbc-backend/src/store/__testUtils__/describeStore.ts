/* eslint-disable jest/no-export -- defines tests for others */
import { mockServices } from '@backstage/backend-test-utils';
import type { LifecycleState, Subject } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { testSubject } from '../../sweeps/__testUtils__/domain';
import { TestClock } from '../../sweeps/__testUtils__/sources';
import { applyMigrations } from '../applyMigrations';
import { prepareSubjects, writeSubjects } from '../operations/writeSubjects';
import { DatabaseReadStore } from '../read/DatabaseReadStore';
import type { EntityMatch } from '../types';
import { describeEachDatabase } from './databases';

/** A store that tests fill by hand. */
export class StoreTests {
  private constructor(
    readonly db: Knex,
    readonly clock: TestClock,
    readonly store: DatabaseReadStore,
  ) {}

  static async create(db: Knex): Promise<StoreTests> {
    await applyMigrations(db);
    const clock = new TestClock();
    const logger = mockServices.logger.mock();
    return new StoreTests(
      db,
      clock,
      DatabaseReadStore.create({ db, clock, logger }),
    );
  }

  /** Writes a unit's subjects as correlate does. */
  async write(subjects: Subject[], unitId = 'cluster:prod-1') {
    const prepared = await prepareSubjects(this.db, { unitId, subjects });
    return this.db.transaction(trx =>
      writeSubjects(trx, {
        unitId,
        now: this.clock.iso(),
        prepared,
        rulesVersion: 1,
        inputsUnchanged: false,
      }),
    );
  }

  put(entityRef: string, matches: EntityMatch[], owner?: string) {
    return this.store.putEntityMatches({
      entityRef,
      etag: 'e1',
      factsVersion: 1,
      matches,
      owner,
    });
  }

  /** Ids of the subjects that the component `a` sees. */
  async ids(
    options: Partial<Parameters<DatabaseReadStore['listSubjects']>[0]> = {},
  ): Promise<string[]> {
    const page = await this.store.listSubjects({
      entityRefs: ['component:default/a'],
      limit: 50,
      ...options,
    });
    return page.items.map(({ summary }) => summary.id);
  }
}

/** A load balancer's subject, by name. */
export function named(
  id: string,
  state: LifecycleState,
  more: Partial<Subject> = {},
): Subject {
  return testSubject(id, {
    state,
    loadBalancer: {
      arn: `arn-${id}`,
      name: id,
      dnsName: `${id}.example`,
      type: 'application',
      state: 'active',
    },
    ...more,
  });
}

/** A match, by the rules of the kubernetes plugin unless it is said otherwise. */
export function match(
  subjectId: string,
  more: Partial<EntityMatch> = {},
): EntityMatch {
  return { subjectId, via: 'kubernetes', claimOnly: false, ...more };
}

/** Tests of the store, on both databases. */
export function describeStore(
  name: string,
  define: (current: () => StoreTests) => void,
): void {
  describeEachDatabase(name, initDatabase => {
    let tests: StoreTests;
    beforeEach(async () => {
      tests = await StoreTests.create(await initDatabase());
    });
    define(() => tests);
  });
}
