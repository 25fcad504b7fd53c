import type { LifecycleState } from '@lbc-backstage/plugin-lbc-common';
import { subjectSummarySchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { describeStore, match, named } from '../__testUtils__/describeStore';
import type { SubjectCriteria } from '../types';

jest.setTimeout(60_000);

describeStore('lists of subjects', tests => {
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
    await tests().write(subjects);
    await tests().put(
      'component:default/a',
      subjects.map(({ id }) => match(id)),
    );

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await tests().store.listSubjects({
        entityRefs: ['component:default/a'],
        limit: 4,
        cursor,
      });
      page.items.forEach(({ summary }) => subjectSummarySchema.parse(summary));
      expect(page.total).toBe(15);
      seen.push(...page.items.map(({ summary }) => summary.id));
      cursor = page.nextCursor;
      if (seen.length === 4) {
        await tests().write([...subjects, named('failing-0-later', 'failing')]);
      }
    } while (cursor);
    expect(seen).toEqual(
      ['failing', 'degraded', 'unknown', 'provisioning', 'in-service'].flatMap(
        state => [`${state}-_c`, `${state}-a`, `${state}-B`],
      ),
    );
    expect(await tests().ids({ states: ['failing'] })).toHaveLength(3);
  });

  it('refuses cursors that are none of the list', async () => {
    for (const cursor of ['', 'nonsense', '!!', btoa('{"list":"subjects"}')]) {
      await expect(tests().ids({ cursor })).rejects.toThrow(
        /cursor is not one of/,
      );
      await expect(
        tests().store.listTransitions({ subjectId: 'a', limit: 1, cursor }),
      ).rejects.toThrow(/cursor is not one of/);
    }
    const other = Buffer.from('{"list":"controllers","key":["a","b","c"]}');
    await expect(
      tests().ids({ cursor: other.toString('base64url') }),
    ).rejects.toThrow(expect.objectContaining({ name: 'InputError' }));
  });

  it('lists a subject once, by the match that is more than a claim', async () => {
    await tests().write([named('a', 'failing')]);
    await tests().put('component:default/a', [
      match('a', { via: 'annotation', claimOnly: true }),
    ]);
    await tests().put('component:default/b', [
      match('a', { via: 'backend', ownRoutes: ['shop/api'] }),
    ]);
    const page = await tests().store.listSubjects({
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
    await tests().write([
      named('mine', 'failing', { cluster: 'prod-1', ...owner('shop') }),
      named('theirs', 'failing', { cluster: 'prod-2', ...owner('blog') }),
      named('nowhere', 'failing', { cluster: undefined }),
      named('claimed', 'failing', { cluster: 'prod-2' }),
    ]);
    await tests().put(
      'component:default/a',
      [
        match('mine'),
        match('theirs'),
        match('nowhere'),
        match('claimed', { via: 'annotation', claimOnly: true }),
      ],
      'group:default/team-a',
    );
    await tests().put(
      'component:default/b',
      [match('theirs')],
      'group:default/team-b',
    );

    const seen = (criteria: SubjectCriteria) => tests().ids({ criteria });
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

    const page = await tests().store.listSubjects({
      entityRefs: ['component:default/a'],
      criteria: cluster('prod-1'),
      limit: 10,
    });
    expect(page).toMatchObject({ total: 1, hidden: 2, hiddenClaims: true });
    expect(
      await tests().store.getSubject('theirs', { criteria: cluster('prod-1') }),
    ).toBeUndefined();
    expect(await tests().store.getDerivedOwners(['theirs', 'claimed'])).toEqual(
      {
        theirs: ['group:default/team-a', 'group:default/team-b'],
      },
    );
  });
});
