import { Entity } from '@backstage/catalog-model';
import { component } from '../__testUtils__/startApi';
import { FakeStore } from '../__testUtils__/FakeStore';
import { AT, fakeSubject } from '../__testUtils__/subjects';
import { EntityMatcher } from './EntityMatcher';

const REF = 'component:default/checkout';
const { signal } = new AbortController();

async function* pages(...entities: Entity[][]) {
  yield* entities;
}

describe('EntityMatcher', () => {
  let store: FakeStore;
  let matcher: EntityMatcher;
  let now: number;

  beforeEach(() => {
    store = new FakeStore();
    store.targets = [{ id: 'cluster:prod-1', observedAt: AT }];
    store.subjects = [fakeSubject({ id: 'web' })];
    now = Date.parse(AT);
    matcher = EntityMatcher.create({
      store,
      settings: { serviceLocator: 'multiTenant', entityTags: [] },
      scopes: [],
      now: () => now,
    });
  });

  it('stores matches with the owner, and only where something changed', async () => {
    const put = jest.spyOn(store, 'putEntityMatches');
    const list = jest.spyOn(store, 'listFacts');
    const state = jest.spyOn(store, 'getEntityMatchState');
    const entity = component('checkout');
    await matcher.ensureMatched([entity]);
    expect(store.matches.get(REF)).toMatchObject({
      etag: 'checkout',
      factsVersion: 1,
      owner: 'group:default/team-checkout',
      matches: [{ subjectId: 'web', via: 'kubernetes', claimOnly: false }],
    });

    await matcher.ensureMatched([entity]);
    expect(put).toHaveBeenCalledTimes(1);
    expect(state).toHaveBeenCalledTimes(1);

    entity.metadata.etag = 'other';
    await matcher.ensureMatched([entity]);
    expect(put).toHaveBeenCalledTimes(2);
    // The subjects did not change: their facts are read once.
    expect(list).toHaveBeenCalledTimes(1);

    store.version += 1;
    await matcher.ensureMatched([entity]);
    expect(put).toHaveBeenCalledTimes(3);
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('trusts what another replica stored', async () => {
    store.matches.set(REF, { etag: 'checkout', factsVersion: 1, matches: [] });
    const put = jest.spyOn(store, 'putEntityMatches');
    await matcher.ensureMatched([component('checkout')]);
    expect(put).not.toHaveBeenCalled();

    // And asks again after a while.
    store.matches.clear();
    now += 61_000;
    await matcher.ensureMatched([component('checkout')]);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('writes nothing for entities without load balancers', async () => {
    await matcher.ensureMatched([component('nothing')]);
    expect(store.matches.size).toBe(0);
  });

  it('takes away matches that no longer hold', async () => {
    const entity = component('checkout');
    await matcher.ensureMatched([entity]);
    store.subjects = [];
    store.version += 1;
    await matcher.ensureMatched([entity]);
    expect(store.matches.get(REF)?.matches).toEqual([]);
  });

  it('asks once for the states of many entities', async () => {
    const one = jest.spyOn(store, 'getEntityMatchState');
    const all = jest.spyOn(store, 'listEntityMatchStates');
    await matcher.ensureMatched(
      Array.from({ length: 50 }, (_, index) => component(`part-${index}`)),
    );
    expect(one).not.toHaveBeenCalled();
    expect(all).toHaveBeenCalledTimes(1);
  });

  it('matches the whole catalog and forgets what it lacks', async () => {
    store.matches.set('component:default/gone', {
      etag: 'x',
      factsVersion: 1,
      matches: [],
    });
    expect(
      await matcher.matchCatalog(
        pages([component('checkout'), component('other')], [component('x')]),
        { signal },
      ),
    ).toEqual({ entities: 3, removed: 1 });
    expect([...store.matches.keys()]).toEqual([REF]);
  });

  it('forgets nothing where the catalog could not be read to its end', async () => {
    store.matches.set(REF, { etag: 'x', factsVersion: 1, matches: [] });
    async function* broken() {
      yield [component('other')];
      throw new Error('The catalog is down');
    }
    await expect(matcher.matchCatalog(broken(), { signal })).rejects.toThrow(
      'The catalog is down',
    );
    await expect(
      matcher.matchCatalog(pages([component('other')]), {
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow();
    expect(store.matches.has(REF)).toBe(true);
  });

  it('matches again where relations changed, by which clusters are chosen', async () => {
    matcher = EntityMatcher.create({
      store,
      settings: { serviceLocator: 'catalogRelation', entityTags: [] },
      scopes: [],
      now: () => now,
    });
    await matcher.ensureMatched([component('checkout')]);
    expect(store.matches.size).toBe(0);
    await matcher.ensureMatched([
      component('checkout', {
        relations: [
          { type: 'dependsOn', targetRef: 'resource:default/prod-1' },
        ],
      }),
    ]);
    expect(store.matches.get(REF)?.matches).toHaveLength(1);
  });

  it('tries again after facts could not be read', async () => {
    jest.spyOn(store, 'listFacts').mockRejectedValueOnce(new Error('Busy'));
    await expect(
      matcher.ensureMatched([component('checkout')]),
    ).rejects.toThrow('Busy');
    await matcher.ensureMatched([component('checkout')]);
    expect(store.matches.has(REF)).toBe(true);
  });
});
