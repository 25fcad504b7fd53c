import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component } from '../__testUtils__/startApi';
import { scheduleCatalogJob } from './catalogJob';
import { ClusterOwners } from './ClusterOwners';
import { EntityMatcher } from './EntityMatcher';
import { EntityParts, MOST_PARTS } from './EntityParts';
import { FakeStore } from '../__testUtils__/FakeStore';
import { fakeSubject } from '../__testUtils__/subjects';

const credentials = mockCredentials.user();
const { signal } = new AbortController();

function entity(
  kind: string,
  name: string,
  rest: {
    annotations?: Record<string, string>;
    spec?: Entity['spec'];
    relations?: Entity['relations'];
  } = {},
): Entity {
  const { annotations, spec, relations } = rest;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec,
    relations,
  };
}

describe('ClusterOwners', () => {
  it('knows owners by name and by annotation', async () => {
    const spec = { type: 'kubernetes-cluster', owner: 'team-platform' };
    const owners = ClusterOwners.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('Resource', 'prod-1', { spec }),
          entity('Resource', 'x', {
            spec: { ...spec, owner: 'group:infra/team-edge' },
            annotations: { 'lbc/cluster': 'prod-2' },
          }),
          entity('Resource', 'prod-3', { spec: { ...spec, type: 'database' } }),
          entity('Resource', 'prod-4', { spec: { type: spec.type } }),
        ],
      }),
    });
    expect(owners.get('prod-1')).toBeUndefined();
    await owners.refresh({ signal });
    expect(owners.get('prod-1')).toBe('group:default/team-platform');
    expect(owners.get('prod-2')).toBe('group:infra/team-edge');
    expect(owners.get('prod-3')).toBeUndefined();
    expect(owners.get('prod-4')).toBeUndefined();
    expect(owners.get(undefined)).toBeUndefined();
  });
});

describe('EntityParts', () => {
  const partOf = (targetRef: string) => [{ type: 'partOf', targetRef }];

  it('asks with the caller’s credentials, for 500 at most', async () => {
    const catalog = catalogServiceMock.mock({
      queryEntities: async () => ({
        items: [component('checkout')],
        totalItems: MOST_PARTS + 7,
        pageInfo: {},
      }),
    });
    const parts = await EntityParts.create({ catalog }).list(
      entity('System', 'pay'),
      { credentials },
    );
    expect(parts.notAsked).toBe(MOST_PARTS + 6);
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({ limit: MOST_PARTS }),
      { credentials },
    );
  });

  it('finds what belongs to a domain through its systems', async () => {
    const catalog = catalogServiceMock({
      entities: [
        entity('System', 'pay', { relations: partOf('domain:default/money') }),
        component('checkout', { relations: partOf('system:default/pay') }),
        component('other', { relations: partOf('system:default/other') }),
      ],
    });
    const parts = await EntityParts.create({ catalog }).list(
      entity('Domain', 'money'),
      { credentials },
    );
    expect(parts.entities.map(({ metadata }) => metadata.name)).toEqual([
      'pay',
      'checkout',
    ]);
  });

  it('asks nothing for what has no parts', async () => {
    const catalog = catalogServiceMock.mock();
    expect(
      await EntityParts.create({ catalog }).list(component('checkout'), {
        credentials,
      }),
    ).toEqual({ entities: [], notAsked: 0 });
    expect(catalog.queryEntities).not.toHaveBeenCalled();
  });
});

describe('scheduleCatalogJob', () => {
  afterEach(() => jest.useRealTimers());

  it('matches the catalog, and again after subjects changed', async () => {
    const store = new FakeStore();
    store.targets = [{ id: 'cluster:prod-1' }];
    store.subjects = [fakeSubject({ id: 'web' })];
    const catalog = catalogServiceMock({ entities: [component('checkout')] });
    const auth = mockServices.auth();
    const scheduler = mockServices.scheduler();
    const trigger = jest.spyOn(scheduler, 'triggerTask');
    const job = await scheduleCatalogJob({
      scheduler,
      catalog,
      auth,
      logger: mockServices.logger.mock(),
      matcher: EntityMatcher.create({
        store,
        settings: { serviceLocator: 'multiTenant', entityTags: [] },
        scopes: [],
        now: () => 0,
      }),
      clusterOwners: ClusterOwners.create({ catalog, auth }),
      interval: { minutes: 10 },
    });
    expect(
      (await scheduler.getScheduledTasks()).map(({ id, scope }) => [id, scope]),
    ).toEqual([
      ['lbc-match-entities', 'global'],
      ['lbc-cluster-owners', 'local'],
    ]);
    await scheduler.triggerTask('lbc-match-entities');
    expect(store.matches.size).toBe(1);

    jest.useFakeTimers();
    trigger.mockClear();
    job.subjectsChanged();
    job.subjectsChanged();
    expect(trigger).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(trigger).toHaveBeenCalledTimes(1);

    job.subjectsChanged();
    job.stop();
    jest.runAllTimers();
    expect(trigger).toHaveBeenCalledTimes(1);
  });
});
