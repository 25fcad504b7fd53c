import { DefaultKnowledge } from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import { FakeStore } from '../__testUtils__/FakeStore';
import { AT, controller } from '../__testUtils__/subjects';
import { CompatibilityAssessor } from './CompatibilityAssessor';

function setUp() {
  const state = { identity: 'one', reads: 0, fails: false };
  const store = new FakeStore();
  store.controllers = [controller];
  const assessor = CompatibilityAssessor.create({
    snapshots: {
      clusterIdentity: async cluster =>
        cluster === 'prod-1' ? state.identity : undefined,
      readCluster: async cluster => {
        state.reads++;
        if (state.fails) {
          throw new Error('The database is away');
        }
        return {
          identity: state.identity,
          iam: { accountIds: [], roles: {} },
          snapshot: {
            cluster,
            kinds: {
              deployments: {
                coverage: 'complete',
                items: [],
                observedAt: AT,
                attemptedAt: AT,
              },
            },
          },
        };
      },
    },
    store,
    knowledge: DefaultKnowledge.create(),
    now: () => Date.parse(AT),
  });
  const ask = (owners: 'all' | [] = 'all', cluster = 'prod-1') =>
    assessor.assess({
      cluster,
      asked: { owners, othersToo: true },
      resources: [],
    });
  return { state, store, ask };
}

it('gives the same answer as long as the snapshot is the same', async () => {
  const { state, store, ask } = setUp();
  const first = await ask();
  expect(first).toEqual({ controllers: [], sawDeployments: true });
  expect(await ask()).toBe(first);

  // Another question about the same snapshot, or another state of life.
  expect(await ask([])).not.toBe(first);
  store.controllers = [{ ...controller, liveness: 'gone' }];
  expect(await ask()).not.toBe(first);
  expect(state.reads).toBe(1);

  state.identity = 'two';
  await ask();
  expect(state.reads).toBe(2);
});

it('asks again after a reading that failed', async () => {
  const { state, ask } = setUp();
  state.fails = true;
  await expect(ask()).rejects.toThrow('The database is away');
  state.fails = false;
  expect(await ask()).toMatchObject({ controllers: [] });
  expect(state.reads).toBe(2);
});

it('knows nothing of a cluster that is not swept', async () => {
  const { state, ask } = setUp();
  expect(await ask('all', 'nope')).toBeUndefined();
  expect(state.reads).toBe(0);
});
