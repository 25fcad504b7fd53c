import { mockServices } from '@backstage/backend-test-utils';
import type { LifecycleState, Subject } from '@lbc-backstage/plugin-lbc-common';
import { subjectSummarySchema } from '@lbc-backstage/plugin-lbc-common/schema';
import type { Knex } from 'knex';
import { testSubject } from '../../sweeps/__testUtils__/domain';
import { TestClock } from '../../sweeps/__testUtils__/sources';
import { describeEachDatabase } from '../__testUtils__/databases';
import { applyMigrations } from '../applyMigrations';
import { pruneHistory } from '../operations/pruneHistory';
import { prepareSubjects, writeSubjects } from '../operations/writeSubjects';
import type { EntityMatch, SubjectCriteria } from '../types';
import { DatabaseReadStore } from './DatabaseReadStore';

jest.setTimeout(60_000);

describeEachDatabase('read store', initDatabase => {
  let db: Knex;
  let store: DatabaseReadStore;
  const clock = new TestClock();

  beforeEach(async () => {
    db = await initDatabase();
    await applyMigrations(db);
    store = DatabaseReadStore.create({
      db,
      clock,
      logger: mockServices.logger.mock(),
    });
  });

  async function write(subjects: Subject[], unitId = 'cluster:prod-1') {
    const prepared = await prepareSubjects(db, { unitId, subjects });
    return db.transaction(trx =>
      writeSubjects(trx, {
        unitId,
        now: clock.iso(),
        prepared,
        rulesVersion: 1,
        inputsUnchanged: false,
      }),
    );
  }

  const named = (id: string, state: LifecycleState, more = {}) =>
    testSubject(id, {
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

  const match = (
    subjectId: string,
    more: Partial<EntityMatch> = {},
  ): EntityMatch => ({
    subjectId,
    via: 'kubernetes',
    claimOnly: false,
    ...more,
  });

  const put = (entityRef: string, matches: EntityMatch[], owner?: string) =>
    store.putEntityMatches({
      entityRef,
      etag: 'e1',
      factsVersion: 1,
      matches,
      owner,
    });

  const ids = async (
    options: Partial<Parameters<typeof store.listSubjects>[0]> = {},
  ) => {
    const page = await store.listSubjects({
      entityRefs: ['component:default/a'],
      limit: 50,
      ...options,
    });
    return page.items.map(({ summary }) => summary.id);
  };

  it('lists the most urgent first, page by page, whatever comes between', async () => {
    const states: LifecycleState[] = [
      'in-service',
      'unknown',
      'failing',
      'degraded',
      'provisioning',
    ];
    const subjects = states.flatMap(state =>
      ['B', 'a', '_c'].map(name => named(`${state}-${name}`, state)),
    );
    await write(subjects);
    await put(
      'component:default/a',
      subjects.map(({ id }) => match(id)),
    );

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listSubjects({
        entityRefs: ['component:default/a'],
        limit: 4,
        cursor,
      });
      page.items.forEach(({ summary }) => subjectSummarySchema.parse(summary));
      expect(page.total).toBe(15);
      seen.push(...page.items.map(({ summary }) => summary.id));
      cursor = page.nextCursor;
      if (seen.length === 4) {
        await write([...subjects, named('failing-0-later', 'failing')]);
      }
    } while (cursor);
    expect(seen).toEqual(
      ['failing', 'degraded', 'unknown', 'provisioning', 'in-service'].flatMap(
        state => [`${state}-_c`, `${state}-a`, `${state}-B`],
      ),
    );
    expect(await ids({ states: ['failing'] })).toHaveLength(3);
  });

  it('refuses cursors that are none of the list', async () => {
    for (const cursor of ['', 'nonsense', '!!', btoa('{"list":"subjects"}')]) {
      await expect(ids({ cursor })).rejects.toThrow(/cursor is not one of/);
      await expect(
        store.listTransitions({ subjectId: 'a', limit: 1, cursor }),
      ).rejects.toThrow(/cursor is not one of/);
    }
    const other = Buffer.from('{"list":"controllers","key":["a","b","c"]}');
    await expect(ids({ cursor: other.toString('base64url') })).rejects.toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('lists a subject once, by the match that is more than a claim', async () => {
    await write([named('a', 'failing')]);
    await put('component:default/a', [
      match('a', { via: 'annotation', claimOnly: true }),
    ]);
    await put('component:default/b', [
      match('a', { via: 'backend', ownRoutes: ['shop/api'] }),
    ]);
    const page = await store.listSubjects({
      entityRefs: ['component:default/a', 'component:default/b'],
      limit: 10,
    });
    expect(page.items).toMatchObject([
      {
        entityRef: 'component:default/b',
        match: {
          subjectId: 'a',
          via: 'backend',
          claimOnly: false,
          ownRoutes: ['shop/api'],
        },
      },
    ]);
    expect(page.total).toBe(1);
  });

  it('filters by criteria and counts what they hide', async () => {
    const owner = (namespace: string) => ({
      owners: [
        {
          kind: 'Ingress' as const,
          namespace,
          name: 'x',
          exists: true,
          state: 'in-service' as const,
        },
      ],
    });
    await write([
      named('mine', 'failing', { cluster: 'prod-1', ...owner('shop') }),
      named('theirs', 'failing', { cluster: 'prod-2', ...owner('blog') }),
      named('nowhere', 'failing', { cluster: undefined }),
      named('claimed', 'failing', { cluster: 'prod-2' }),
    ]);
    await put(
      'component:default/a',
      [
        match('mine'),
        match('theirs'),
        match('nowhere'),
        match('claimed', { via: 'annotation', claimOnly: true }),
      ],
      'group:default/team-a',
    );
    await put('component:default/b', [match('theirs')], 'group:default/team-b');

    const seen = (criteria: SubjectCriteria) => ids({ criteria });
    const cluster = (...values: string[]): SubjectCriteria => ({
      key: 'cluster',
      values,
    });
    expect(await seen(cluster('prod-1'))).toEqual(['mine']);
    expect(await seen(cluster())).toEqual([]);
    expect(await seen({ not: cluster() })).toHaveLength(4);
    expect(await seen({ not: cluster('prod-1') })).toEqual([
      'claimed',
      'nowhere',
      'theirs',
    ]);
    expect(await seen({ key: 'namespace', values: ['shop', 'blog'] })).toEqual([
      'mine',
      'theirs',
    ]);
    // A mere claim derives no owner.
    const teamA = { key: 'derivedOwner', values: ['group:default/team-a'] };
    expect(await seen(teamA as SubjectCriteria)).toEqual([
      'mine',
      'nowhere',
      'theirs',
    ]);
    expect(
      await seen({
        anyOf: [
          cluster('prod-1'),
          {
            allOf: [
              { key: 'derivedOwner', values: ['group:default/team-b'] },
              { not: { key: 'region', values: ['us-east-1'] } },
              { key: 'accountId', values: ['123456789012'] },
            ],
          },
        ],
      }),
    ).toEqual(['mine', 'theirs']);

    const page = await store.listSubjects({
      entityRefs: ['component:default/a'],
      criteria: cluster('prod-1'),
      limit: 10,
    });
    expect(page).toMatchObject({ total: 1, hidden: 2, hiddenClaims: true });
    expect(
      await store.getSubject('theirs', { criteria: cluster('prod-1') }),
    ).toBeUndefined();
    expect(await store.getDerivedOwners(['theirs', 'claimed'])).toEqual({
      theirs: ['group:default/team-a', 'group:default/team-b'],
    });
  });

  it('replaces matches, but never by those of older facts', async () => {
    await write([named('a', 'failing'), named('b', 'failing')]);
    await put('component:default/a', [match('a')]);
    await put('component:default/a', [match('b')]);
    expect(await ids()).toEqual(['b']);
    await store.putEntityMatches({
      entityRef: 'component:default/a',
      etag: 'old',
      factsVersion: 0,
      matches: [],
    });
    expect(await ids()).toEqual(['b']);
    expect(await store.getEntityMatchState('component:default/a')).toEqual({
      etag: 'e1',
      factsVersion: 1,
    });
    expect(await store.listEntityMatchStates()).toHaveLength(1);
    await store.removeEntities(['component:default/a']);
    expect(await ids()).toEqual([]);
    expect(await store.listEntityMatchStates()).toEqual([]);
  });

  it('raises the version of facts only when facts changed', async () => {
    await write([named('a', 'failing')]);
    const first = await store.factsVersion();
    await write([named('a', 'in-service')]);
    expect(await store.factsVersion()).toBe(first);
    const matching = { stacks: ['x'], tags: {}, owners: [], backends: [] };
    await write([named('a', 'in-service', { matching })]);
    expect(await store.factsVersion()).toBe(first + 1);
    expect((await store.listFacts())[0].facts.stacks).toEqual(['x']);
  });

  it('pages transitions, newest first, and keeps so many', async () => {
    for (const state of [
      'provisioning',
      'in-service',
      'failing',
      'in-service',
      'failing',
    ] as const) {
      await write([named('a', state)]);
      clock.advance(60);
    }
    const first = await store.listTransitions({ subjectId: 'a', limit: 2 });
    expect(first.total).toBe(5);
    expect(first.items.map(({ to }) => to)).toEqual(['failing', 'in-service']);
    const second = await store.listTransitions({
      subjectId: 'a',
      limit: 5,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ to }) => to)).toEqual([
      'failing',
      'in-service',
      'provisioning',
    ]);
    expect(second.nextCursor).toBeUndefined();

    await db.transaction(trx =>
      pruneHistory(trx, { before: '2026-01-01T00:00:00.000Z', perSubject: 3 }),
    );
    const kept = await store.listTransitions({ subjectId: 'a', limit: 9 });
    expect(kept.items.map(({ to }) => to)).toEqual([
      'failing',
      'in-service',
      'failing',
    ]);
    await db.transaction(trx =>
      pruneHistory(trx, { before: clock.iso(), perSubject: 3 }),
    );
    expect(
      (await store.listTransitions({ subjectId: 'a', limit: 9 })).total,
    ).toBe(0);
    // The subject lives, and so it stays.
    expect(await store.getSubject('a')).toBeDefined();
  });

  it('pages controllers by cluster and name', async () => {
    for (const [cluster, name] of [
      ['b', 'x'],
      ['a', 'y'],
      ['a', 'B'],
    ]) {
      await db('controller').insert({
        cluster,
        namespace: 'kube-system',
        name,
        unit_id: `cluster:${cluster}`,
        hash: 'h',
        body: JSON.stringify({ cluster, name, observedAt: clock.iso() }),
      });
    }
    const first = await store.listControllers({ limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['B', 'y']);
    const second = await store.listControllers({
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ name }) => name)).toEqual(['x']);
    expect(
      (await store.listControllers({ clusters: ['b'], limit: 9 })).total,
    ).toBe(1);
  });

  it('notes that somebody looked', async () => {
    await write([named('a', 'failing')]);
    await store.getSubject('a');
    for (let attempt = 0; attempt < 500; attempt++) {
      const [lookedAt] = await db('subject').pluck('looked_at');
      if (lookedAt) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(await db('subject').pluck('looked_at')).toEqual([clock.iso()]);
    // And a later judgement does not forget it.
    await write([named('a', 'in-service')]);
    expect(await db('subject').pluck('looked_at')).toEqual([clock.iso()]);
  });

  it('has migrations that can be undone', async () => {
    const tables = async () =>
      db.client.config.client === 'pg'
        ? db('information_schema.tables')
            .where({ table_schema: 'public' })
            .pluck('table_name')
        : db('sqlite_master').where({ type: 'table' }).pluck('name');
    expect(await tables()).toEqual(expect.arrayContaining(['subject']));
    await db.migrate.rollback({ directory: 'migrations' }, true);
    expect(
      (await tables()).filter((name: string) => !/^(knex_|sqlite_)/.test(name)),
    ).toEqual([]);
    await applyMigrations(db);
  });
});
