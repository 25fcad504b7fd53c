import { loadBundledWorld } from 'lbc-sandbox';
import { Lens, Observer } from '../__testUtils__/Observer';
import {
  AwsKindName,
  ClusterSnapshot,
  Coverage,
  KubernetesKindName,
  ScopeSnapshot,
} from '.';

/** A kind that was refused, cut, or failed: what is left of it proves nothing. */
function breakKind(
  snapshot: ClusterSnapshot,
  kind: KubernetesKindName,
  coverage: Coverage,
): ClusterSnapshot {
  const whole = snapshot.kinds[kind];
  return {
    ...snapshot,
    kinds: {
      ...snapshot.kinds,
      [kind]: {
        coverage,
        attemptedAt: whole?.attemptedAt ?? '2026-01-01T00:00:00Z',
        items: coverage === 'partial' ? (whole?.items ?? []).slice(0, 1) : [],
      },
    },
  };
}

function breakScope(
  snapshot: ScopeSnapshot,
  kind: AwsKindName,
  coverage: Coverage,
): ScopeSnapshot {
  const whole = snapshot.kinds[kind];
  return {
    ...snapshot,
    kinds: { ...snapshot.kinds, [kind]: { ...whole, coverage } },
  };
}

const BROKEN: Coverage[] = ['partial', 'denied', 'failed'];
const DECISIVE: KubernetesKindName[] = [
  'namespaces',
  'ingresses',
  'ingressClasses',
  'ingressClassParams',
  'targetGroupBindings',
];

const lenses: Array<[string, Lens]> = [
  ...DECISIVE.flatMap(kind =>
    BROKEN.map((coverage): [string, Lens] => [
      `${kind} ${coverage}`,
      { cluster: snapshot => breakKind(snapshot, kind, coverage) },
    ]),
  ),
  ...(['loadBalancers', 'targetGroups', 'tags'] as const).flatMap(kind =>
    BROKEN.map((coverage): [string, Lens] => [
      `${kind} ${coverage}`,
      { scope: snapshot => breakScope(snapshot, kind, coverage) },
    ]),
  ),
  ['no cluster in view', { cluster: () => undefined }],
  [
    'health never read',
    { scope: snapshot => ({ ...snapshot, health: new Map() }) },
  ],
  [
    'a proxy that filters namespaces',
    {
      cluster: snapshot => ({
        ...snapshot,
        kinds: {
          ...snapshot.kinds,
          namespaces: snapshot.kinds.namespaces && {
            ...snapshot.kinds.namespaces,
            items: snapshot.kinds.namespaces.items.filter(
              ({ metadata }) => metadata.name !== 'kube-system',
            ),
          },
        },
      }),
    },
  ],
];

// With less in view, nothing may be called orphaned: one proof is missing each time.
describe.each(lenses)('with %s', (_name, lens) => {
  it.each([
    'ingress-alb',
    'recreated-owner',
    'two-clusters',
    'cluster-name-change',
  ])('nothing in %s is called orphaned', name => {
    const world = loadBundledWorld(name);
    const observer = new Observer(world, { lens });
    for (const step of world.steps) {
      const { subjects } = observer.watch(step);
      expect(
        subjects
          .filter(({ state }) => state === 'orphaned')
          .map(({ loadBalancer }) => loadBalancer?.name),
      ).toEqual([]);
    }
  });
});

describe('of two clusters, one in view', () => {
  const world = loadBundledWorld('two-clusters');

  it('says unknown of the other one, although an Ingress of that name is here', () => {
    const observer = new Observer(world, {
      lens: { cluster: each => (each.cluster === 'blue' ? each : undefined) },
    });
    for (const step of world.steps) {
      const { subjects } = observer.watch(step);
      expect(
        subjects.find(({ clusterTag }) => clusterTag === 'green'),
      ).toMatchObject({
        state: 'unknown',
        because: { code: 'need.binding', params: { clusterTag: 'green' } },
      });
      expect(
        subjects.find(({ clusterTag }) => clusterTag === 'blue')?.state,
      ).toBe('in-service');
    }
  });
});

describe('the waits', () => {
  const world = loadBundledWorld('ingress-alb');
  const [inService, gone, , removed] = world.steps;

  it('names an orphan only after two sightings and the grace period', () => {
    const observer = new Observer(world);
    observer.watch(inService);
    const states = [0, 6, 12, 18, 24].map(minutes => {
      const at = new Date(
        Date.parse(removed.recordedAt) + 10_800_000 + minutes * 60_000,
      ).toISOString();
      return observer.round(removed, at).subjects[0].state;
    });
    expect(states.slice(0, 3)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(states[4]).toBe('orphaned');
  });

  it('grades it witnessed only if the owner was seen with it', () => {
    const watched = new Observer(world);
    watched.watch(inService);
    expect(watched.watch(removed).subjects[0]).toMatchObject({
      state: 'orphaned',
      grade: 'witnessed',
    });
  });

  it('says unknown where nobody ever saw the cluster with its tag', () => {
    const { subjects } = new Observer(world, {
      // No target binding of the stack is left to prove whose the tag is.
      lens: {
        cluster: snapshot => ({
          ...snapshot,
          kinds: {
            ...snapshot.kinds,
            targetGroupBindings: snapshot.kinds.targetGroupBindings && {
              ...snapshot.kinds.targetGroupBindings,
              items: [],
            },
          },
        }),
      },
    }).watch(removed);
    expect(subjects[0]).toMatchObject({
      state: 'unknown',
      because: { code: 'need.binding' },
    });
  });

  it('takes a controller that has just gone for alive', () => {
    const observer = new Observer(world);
    observer.watch(inService);
    const at = (minutes: number) =>
      new Date(
        Date.parse(inService.recordedAt) + 1_800_000 + minutes * 60_000,
      ).toISOString();
    expect(observer.round(gone, at(1)).subjects[0].state).toBe('in-service');
    observer.round(gone, at(4));
    expect(observer.round(gone, at(8)).subjects[0].state).toBe('unattended');
  });

  it('says unknown of a controller that nobody ever saw alive, until it is seen twice', () => {
    const observer = new Observer(world);
    const at = (minutes: number) =>
      new Date(Date.parse(gone.recordedAt) + minutes * 60_000).toISOString();
    expect(observer.round(gone, at(3)).subjects[0]).toMatchObject({
      state: 'unknown',
      candidates: ['unattended', 'in-service'],
    });
    expect(observer.round(gone, at(9)).subjects[0].state).toBe('unattended');
  });
});

describe('another cluster under the same name', () => {
  it('forgets what was remembered of the one before', () => {
    const world = loadBundledWorld('ingress-alb');
    const [inService, , , removed] = world.steps;
    let uid = 'first';
    const observer = new Observer(world, {
      lens: { cluster: snapshot => ({ ...snapshot, uid }) },
    });
    observer.watch(inService);
    uid = 'second';
    const { subjects } = observer.watch(removed);
    expect(subjects[0].grade).not.toBe('witnessed');
  });
});
