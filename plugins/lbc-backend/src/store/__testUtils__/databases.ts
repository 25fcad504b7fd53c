/* eslint-disable jest/no-export, jest/valid-title, jest/expect-expect -- defines tests for others */
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

const POSTGRES = 'POSTGRES_15';
const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/**
 * Runs tests on both engines. Without a PostgreSQL to use, its tests are shown
 * as skipped; in CI that is a failure.
 */
export function describeEachDatabase(
  name: string,
  define: (init: () => Promise<Knex>) => void,
): void {
  const databases = TestDatabases.create({
    ids: process.env[VARIABLE] ? ['SQLITE_3', POSTGRES] : ['SQLITE_3'],
    disableDocker: true,
  });
  describe.each(databases.eachSupportedId())(`${name} on %s`, id => {
    define(() => databases.init(id));
  });
  if (!databases.supports(POSTGRES)) {
    missing(`${name} on ${POSTGRES}: set ${VARIABLE}`);
  }
}

function missing(what: string): void {
  const report = process.env.CI ? it : it.skip;
  report(what, () => {
    throw new Error('There is no PostgreSQL to test with');
  });
}
