import { describeStore, match, named } from '../__testUtils__/describeStore';
import { pruneHistory } from '../operations/pruneHistory';

jest.setTimeout(60_000);

describeStore('matches and history', tests => {
  it('replaces matches, but never by those of older facts', async () => {
    await tests().write([named('a', 'failing'), named('b', 'failing')]);
    await tests().put('component:default/a', [match('a')]);
    await tests().put('component:default/a', [match('b')]);
    expect(await tests().ids()).toEqual(['b']);
    await tests().store.putEntityMatches({
      entityRef: 'component:default/a',
      etag: 'old',
      factsVersion: 0,
      matches: [],
    });
    expect(await tests().ids()).toEqual(['b']);
    expect(
      await tests().store.getEntityMatchState('component:default/a'),
    ).toEqual({
      etag: 'e1',
      factsVersion: 1,
    });
    expect(await tests().store.listEntityMatchStates()).toHaveLength(1);
    await tests().store.removeEntities(['component:default/a']);
    expect(await tests().ids()).toEqual([]);
    expect(await tests().store.listEntityMatchStates()).toEqual([]);
  });

  it('knows whose objects are whose, by more than a claim', async () => {
    await tests().write([named('a', 'failing'), named('b', 'failing')]);
    const objects = ['Ingress/shop/web'];
    await tests().put(
      'component:default/a',
      [match('a', { objects }), match('b', { claimOnly: true, objects })],
      'group:default/team-a',
    );
    await tests().put('component:default/b', [match('a', { objects })]);
    await tests().put('component:default/c', [match('a', { via: 'tag' })]);
    expect(await tests().store.listObjectsOfTeams(['a', 'b'])).toEqual({
      a: [{ team: 'group:default/team-a', objects }, { objects }],
    });
    const { items } = await tests().store.listSubjects({
      entityRefs: ['component:default/b'],
      limit: 1,
    });
    expect(items[0].match.objects).toEqual(objects);
  });

  it('keeps all of several owners, and what each brings', async () => {
    const owners = Array.from({ length: 12 }, (_, index) => ({
      kind: 'Ingress' as const,
      namespace: 'shop',
      name: `web-${index}`,
      exists: true,
      state: 'in-service' as const,
    }));
    const members = [
      {
        kind: 'Ingress' as const,
        namespace: 'shop',
        name: 'web-0',
        backends: 0,
        hosts: ['shop.example.com'],
      },
    ];
    await tests().write([named('a', 'failing', { owners, members })]);
    const subject = await tests().store.getSubject('a');
    expect(subject?.summary.owners).toHaveLength(10);
    expect(subject?.detail).toMatchObject({ allOwners: owners, members });
  });

  it('raises the version of facts only when facts changed', async () => {
    await tests().write([named('a', 'failing')]);
    const first = await tests().store.factsVersion();
    await tests().write([named('a', 'in-service')]);
    expect(await tests().store.factsVersion()).toBe(first);
    const matching = { stacks: ['x'], tags: {}, owners: [], backends: [] };
    await tests().write([named('a', 'in-service', { matching })]);
    expect(await tests().store.factsVersion()).toBe(first + 1);
    expect((await tests().store.listFacts())[0].facts.stacks).toEqual(['x']);
  });

  it('pages transitions, newest first, and keeps so many', async () => {
    for (const state of [
      'provisioning',
      'in-service',
      'failing',
      'in-service',
      'failing',
    ] as const) {
      await tests().write([named('a', state)]);
      tests().clock.advance(60);
    }
    const first = await tests().store.listTransitions({
      subjectId: 'a',
      limit: 2,
    });
    expect(first.total).toBe(5);
    expect(first.items.map(({ to }) => to)).toEqual(['failing', 'in-service']);
    const second = await tests().store.listTransitions({
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

    await tests().db.transaction(trx =>
      pruneHistory(trx, { before: '2026-01-01T00:00:00.000Z', perSubject: 3 }),
    );
    const kept = await tests().store.listTransitions({
      subjectId: 'a',
      limit: 9,
    });
    expect(kept.items.map(({ to }) => to)).toEqual([
      'failing',
      'in-service',
      'failing',
    ]);
    await tests().db.transaction(trx =>
      pruneHistory(trx, { before: tests().clock.iso(), perSubject: 3 }),
    );
    expect(
      (await tests().store.listTransitions({ subjectId: 'a', limit: 9 })).total,
    ).toBe(0);
    // The subject lives, and so it stays.
    expect(await tests().store.getSubject('a')).toBeDefined();
  });

  it('pages controllers by cluster and name', async () => {
    for (const [cluster, name] of [
      ['b', 'x'],
      ['a', 'y'],
      ['a', 'B'],
    ]) {
      await tests()
        .db('controller')
        .insert({
          cluster,
          namespace: 'kube-system',
          name,
          unit_id: `cluster:${cluster}`,
          hash: 'h',
          body: JSON.stringify({
            cluster,
            name,
            observedAt: tests().clock.iso(),
          }),
        });
    }
    const first = await tests().store.listControllers({ limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['B', 'y']);
    const second = await tests().store.listControllers({
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ name }) => name)).toEqual(['x']);
    expect(
      (await tests().store.listControllers({ clusters: ['b'], limit: 9 }))
        .total,
    ).toBe(1);
  });

  it('notes that somebody looked', async () => {
    await tests().write([named('a', 'failing')]);
    await tests().store.getSubject('a');
    for (let attempt = 0; attempt < 500; attempt++) {
      const [lookedAt] = await tests().db('subject').pluck('looked_at');
      if (lookedAt) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(await tests().db('subject').pluck('looked_at')).toEqual([
      tests().clock.iso(),
    ]);
    // And a later judgement does not forget it.
    await tests().write([named('a', 'in-service')]);
    expect(await tests().db('subject').pluck('looked_at')).toEqual([
      tests().clock.iso(),
    ]);
  });
});
