import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeStore } from './__testUtils__/describeStore';
import { applyMigrations } from './applyMigrations';

jest.setTimeout(60_000);

describeStore('migrations', tests => {
  it('has migrations that can be undone', async () => {
    const tables = async () =>
      tests().db.client.config.client === 'pg'
        ? tests()
            .db('information_schema.tables')
            .where({ table_schema: 'public' })
            .pluck('table_name')
        : tests().db('sqlite_master').where({ type: 'table' }).pluck('name');
    expect(await tables()).toEqual(expect.arrayContaining(['subject']));
    await tests().db.migrate.rollback(
      {
        directory: resolvePackagePath(
          '@lbc-backstage/plugin-lbc-backend',
          'migrations',
        ),
      },
      true,
    );
    expect(
      (await tables()).filter((name: string) => !/^(knex_|sqlite_)/.test(name)),
    ).toEqual([]);
    await applyMigrations(tests().db);
  });
});
