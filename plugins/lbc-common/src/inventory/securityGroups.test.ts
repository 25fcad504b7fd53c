import { World, WorldStep, bundledWorlds, loadBundledWorld } from 'lbc-sandbox';
import { Lens, Observer } from '../__testUtils__/Observer';
import { securityGroupsOfStep } from '../__testUtils__/recordings';
import { ClusterSnapshot, ScopeSnapshot, Subject } from '.';

/** Watches steps with EC2 switched on, one after the other. */
function watcher(
  world: World,
  see: (scope: ScopeSnapshot) => ScopeSnapshot,
  cluster: Lens['cluster'] = each => each,
) {
  let current: WorldStep = world.steps[0];
  const lens: Lens = {
    cluster,
    scope: scope =>
      see({
        ...scope,
        kinds: {
          ...scope.kinds,
          securityGroups: securityGroupsOfStep(
            current,
            scope.kinds.loadBalancers?.attemptedAt ?? '',
          ),
        },
      }),
  };
  const observer = new Observer(world, { lens });
  return (next: WorldStep): Subject[] => {
    current = next;
    return observer.watch(next).subjects;
  };
}

/** What a proxy shows that hides a namespace and what is in it. */
function without(snapshot: ClusterSnapshot, hidden: string): ClusterSnapshot {
  const { namespaces, ingresses } = snapshot.kinds;
  return {
    ...snapshot,
    kinds: {
      ...snapshot.kinds,
      namespaces: namespaces && {
        ...namespaces,
        items: namespaces.items.filter(
          ({ metadata }) => metadata.name !== hidden,
        ),
      },
      ingresses: ingresses && {
        ...ingresses,
        items: ingresses.items.filter(
          ({ metadata }) => metadata.namespace !== hidden,
        ),
      },
    },
  };
}

const groupsAmong = (subjects: readonly Subject[]) =>
  subjects.filter(({ kind }) => kind === 'security-group');

function step(world: World, name: string): WorldStep {
  const found = world.steps.find(each => each.name.includes(name));
  if (!found) {
    throw new Error(`${world.name} has no step ${name}`);
  }
  return found;
}

describe.each(bundledWorlds())('recording %s with EC2', name => {
  const world = loadBundledWorld(name);
  const watch = watcher(world, scope => scope);

  it.each(world.steps.map(each => each.name))('%s', stepName => {
    const current = step(world, stepName);
    const truth = world.truth?.steps.find(each => each.step === stepName);
    const subjects = watch(current);
    // Nothing else is judged otherwise.
    const states = (of: Array<{ state: string | string[] }>) =>
      of.map(({ state }) => String(state)).sort();
    expect(
      states(subjects.filter(({ kind }) => kind !== 'security-group')),
    ).toEqual(states(truth?.subjects ?? []));
    // A group that a load balancer has is no subject of its own.
    const inUse = new Set(
      (subjects ?? []).flatMap(({ loadBalancer }) => loadBalancer?.name ?? []),
    );
    for (const group of groupsAmong(subjects)) {
      expect(inUse).not.toContain(group.securityGroup?.name);
      expect(group.state).toBe('unknown');
    }
  });
});

describe('the backend security group of a cluster', () => {
  it('is unknown, never orphaned, after the last load balancer (O7)', () => {
    const world = loadBundledWorld('service-nlb');
    const watch = watcher(world, scope => scope);
    world.steps.slice(0, -1).forEach(watch);
    const subjects = watch(world.steps[world.steps.length - 1]);
    expect(groupsAmong(subjects)).toMatchObject([
      {
        cluster: 'prod-1',
        state: 'unknown',
        because: { code: 'need.cluster-of-backend-group' },
        securityGroup: { name: 'k8s-traffic-prod1-6d7d57e991' },
      },
    ]);
  });
});

describe('a managed security group that is left over', () => {
  // Somebody deleted the orphaned load balancer in AWS, and not its group.
  const world = loadBundledWorld('ingress-alb');
  const orphaned = step(world, '04-finalizer-removed');

  function leftOver(
    options: {
      steps?: WorldStep[];
      see?: (scope: ScopeSnapshot) => ScopeSnapshot;
      last?: WorldStep;
      /** From the deletion on, a proxy hides this namespace. */
      hidden?: string;
    } = {},
  ) {
    const { steps = world.steps, see = scope => scope } = options;
    let deleted = false;
    const hide = (cluster: ClusterSnapshot) =>
      deleted && options.hidden ? without(cluster, options.hidden) : cluster;
    const watch = watcher(
      world,
      scope =>
        see(
          deleted
            ? {
                ...scope,
                kinds: {
                  ...scope.kinds,
                  loadBalancers: scope.kinds.loadBalancers && {
                    ...scope.kinds.loadBalancers,
                    items: [],
                  },
                },
              }
            : scope,
        ),
      hide,
    );
    steps.forEach(watch);
    deleted = true;
    const groups = groupsAmong(watch(options.last ?? orphaned));
    return groups.find(({ stack }) => stack === 'shop/web');
  }

  it('is orphaned where its owner was seen with the load balancer', () => {
    expect(leftOver()).toMatchObject({
      kind: 'security-group',
      cluster: 'prod-1',
      clusterTag: 'prod-1',
      generation: 'lbc',
      family: 'ingress',
      vpcId: orphaned.vpcId,
      state: 'orphaned',
      grade: 'witnessed',
      securityGroup: { name: expect.stringMatching(/^k8s-shop-web-/) },
      owners: [{ kind: 'Ingress', name: 'web', exists: false }],
      facets: { serving: 'no', attended: 'nobody' },
      commands: expect.arrayContaining([
        expect.objectContaining({
          text: expect.stringContaining('describe-network-interfaces'),
        }),
      ]),
    });
  });

  it.each<[string, Parameters<typeof leftOver>[0]]>([
    [
      'it was never seen in use',
      // Bound by the load balancer of the first step, whose groups were not read.
      {
        see: scope => ({
          ...scope,
          kinds: {
            ...scope.kinds,
            loadBalancers: scope.kinds.loadBalancers && {
              ...scope.kinds.loadBalancers,
              items: scope.kinds.loadBalancers.items.map(each => ({
                ...each,
                securityGroups: ['sg-other'],
              })),
            },
          },
        }),
      },
    ],
    [
      'EC2 was denied, and nobody confirms it',
      {
        see: scope => ({
          ...scope,
          kinds: {
            ...scope.kinds,
            securityGroups: scope.kinds.securityGroups && {
              ...scope.kinds.securityGroups,
              coverage: 'partial',
            },
          },
        }),
      },
    ],
    [
      'infrastructure code made it',
      {
        see: scope => ({
          ...scope,
          kinds: {
            ...scope.kinds,
            securityGroups: scope.kinds.securityGroups && {
              ...scope.kinds.securityGroups,
              items: scope.kinds.securityGroups.items.map(each => ({
                ...each,
                tags: { ...each.tags, 'aws:cloudformation:stack-name': 'x' },
              })),
            },
          },
        }),
      },
    ],
  ])('is unknown where %s', (_name, options) => {
    expect(leftOver(options)?.state).toBe('unknown');
  });

  it('is unknown where a proxy hides its owner once the load balancer is gone', () => {
    const [first] = world.steps;
    const options = { steps: [first], last: first, hidden: 'shop' };
    expect(leftOver(options)).toMatchObject({
      state: 'unknown',
      because: { code: 'gap.namespaces-missing' },
    });
  });

  it('belongs to its owner as long as there is one', () => {
    const [first] = world.steps;
    expect(leftOver({ steps: [first], last: first })).toBe(undefined);
  });

  it('is unknown where no cluster is bound to its tag', () => {
    const [lonely] = world.steps;
    const watch = watcher(
      { ...world, steps: [{ ...lonely, clusters: new Map() }] },
      scope => ({
        ...scope,
        kinds: {
          ...scope.kinds,
          loadBalancers: scope.kinds.loadBalancers && {
            ...scope.kinds.loadBalancers,
            items: [],
          },
        },
      }),
    );
    const groups = groupsAmong(watch(lonely));
    expect(groups.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(groups.find(({ stack }) => stack === 'shop/web')?.because.code).toBe(
      'need.binding',
    );
  });
});
