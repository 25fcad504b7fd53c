import { loadBundledWorld } from 'lbc-sandbox';
import { Lens, Observer } from '../__testUtils__/Observer';
import { CLUSTER_TAG } from '../identity/tags';
import {
  ClusterSnapshot,
  Coverage,
  KubernetesKindName,
  ScopeSnapshot,
} from '.';

// Each of these was found by the generated worlds (docs/verification.md).

function absent(
  snapshot: ClusterSnapshot,
  kind: KubernetesKindName,
): ClusterSnapshot {
  const whole = snapshot.kinds[kind];
  return {
    ...snapshot,
    kinds: {
      ...snapshot.kinds,
      [kind]: {
        ...whole,
        attemptedAt: whole?.attemptedAt ?? '2026-01-01T00:00:00Z',
        coverage: 'absent',
        items: [],
      },
    },
  };
}

function watch(name: string, lens: (step: number) => Lens) {
  const world = loadBundledWorld(name);
  let step = 0;
  const observer = new Observer(world, {
    lens: {
      cluster: each => lens(step).cluster?.(each) ?? each,
      scope: each => lens(step).scope?.(each) ?? each,
    },
  });
  return world.steps.map(each => {
    const { subjects } = observer.watch(each);
    step += 1;
    return subjects;
  });
}

it('does not believe that a cluster has no Ingress kind', () => {
  const [, subjects] = watch('ingress-alb', step =>
    step === 0 ? {} : { cluster: each => absent(each, 'ingresses') },
  );
  expect(subjects.map(({ state }) => state)).toEqual(['unknown']);
});

it('does not believe that a custom kind is absent while its CRD is there', () => {
  const subjects = watch('ingress-alb', step =>
    step < 3
      ? {}
      : {
          cluster: each => {
            const cut = absent(each, 'targetGroupBindings');
            const at = each.kinds.ingresses?.attemptedAt ?? '';
            const name = 'targetgroupbindings.elbv2.k8s.aws';
            return {
              ...cut,
              kinds: {
                ...cut.kinds,
                customResourceDefinitions: {
                  coverage: 'complete',
                  attemptedAt: at,
                  items: [{ metadata: { name, namespace: '', uid: name } }],
                },
              },
            };
          },
        },
  )[3];
  expect(subjects.map(({ state }) => state)).toEqual(['unknown']);
});

function handedOver(scope: ScopeSnapshot): ScopeSnapshot {
  const { tags } = scope.kinds;
  return {
    ...scope,
    kinds: {
      ...scope.kinds,
      tags: tags && {
        ...tags,
        items: tags.items.map(each => ({
          ...each,
          tags: { ...each.tags, [CLUSTER_TAG]: 'another' },
        })),
      },
    },
  };
}

// A load balancer that a cluster remembers, given to a cluster that nobody here
// knows by changing its cluster tag: the first one's objects prove nothing of it.
it.each([1, 3])(
  'leaves what was handed over at step %i to the other cluster',
  from => {
    const states = watch('ingress-alb', step =>
      step < from ? {} : { scope: handedOver },
    ).flatMap(subjects => subjects.map(({ state }) => state));
    expect(states).not.toContain('orphaned');
  },
);

it('calls nothing orphaned that an owner of another cluster may wait for', () => {
  const world = loadBundledWorld('ingress-alb');
  const observer = new Observer(world);
  const [inService, , , removed] = world.steps;
  observer.watch(inService);
  const watched = observer.watch(removed).subjects[0];
  expect(watched.state).toBe('orphaned');
  expect(
    observer.watchBeside(removed, {
      cluster: 'namesake',
      coverage: 'complete',
      bindings: [],
      waiting: [`${watched.family}\u0000${watched.stack}`],
    }).subjects[0],
  ).toMatchObject({
    state: 'unknown',
    because: { code: 'need.no-owner-elsewhere' },
  });
});

it('binds nothing by objects of a sweep that did not read which cluster it is', () => {
  const world = loadBundledWorld('ingress-alb');
  const [inService] = world.steps;
  const bindingsAfter = (coverage: Coverage) => {
    const observer = new Observer(world, {
      lens: {
        cluster: each => ({
          ...each,
          kinds: {
            ...each.kinds,
            namespaces: each.kinds.namespaces && {
              ...each.kinds.namespaces,
              coverage,
            },
          },
        }),
      },
    });
    observer.watch(inService);
    return observer.bindings.length;
  };
  expect(bindingsAfter('complete')).toBe(1);
  // What is kept of an earlier sweep may be of another cluster.
  expect(bindingsAfter('failed')).toBe(0);
});

it('calls nothing orphaned of a group that no member was ever seen of', () => {
  const world = loadBundledWorld('ingress-alb');
  const [, , , removed] = world.steps;
  const tagged = (stack: string) => {
    const observer = new Observer(world, {
      lens: {
        scope: scope => ({
          ...scope,
          kinds: {
            ...scope.kinds,
            tags: scope.kinds.tags && {
              ...scope.kinds.tags,
              items: scope.kinds.tags.items.map(each => ({
                ...each,
                tags: { ...each.tags, 'ingress.k8s.aws/stack': stack },
              })),
            },
          },
        }),
      },
    });
    return observer.watch(removed).subjects[0];
  };
  expect(tagged('shop/web')).toMatchObject({
    state: 'orphaned',
    grade: 'inferred',
  });
  expect(tagged('shared')).toMatchObject({
    state: 'unknown',
    because: { code: 'need.group-owner' },
  });
});
