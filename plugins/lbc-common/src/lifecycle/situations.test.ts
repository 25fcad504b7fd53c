import { loadBundledWorld } from 'lbc-sandbox';
import { Lens, Observer } from '../__testUtils__/Observer';
import {
  ClusterSnapshot,
  DeploymentObject,
  IngressObject,
  ScopeSnapshot,
} from '../inventory';

/** Situations that no bundled recording shows, made of one by changing it. */
function change(
  kinds: (all: ClusterSnapshot['kinds']) => Partial<ClusterSnapshot['kinds']>,
): Lens {
  return {
    cluster: snapshot => ({
      ...snapshot,
      kinds: { ...snapshot.kinds, ...kinds(snapshot.kinds) },
    }),
  };
}

function mapIngresses(each: (ingress: IngressObject) => IngressObject): Lens {
  return change(({ ingresses }) => ({
    ingresses: ingresses && { ...ingresses, items: ingresses.items.map(each) },
  }));
}

function noAws(lens: Lens = {}): Lens {
  return {
    ...lens,
    scope: (snapshot): ScopeSnapshot => ({
      ...snapshot,
      kinds: {
        loadBalancers: {
          coverage: 'denied',
          items: [],
          attemptedAt: '2026-01-01T00:00:00Z',
        },
      },
      health: new Map(),
    }),
  };
}

function annotated(
  ingress: IngressObject,
  annotations: Record<string, string>,
): IngressObject {
  return {
    ...ingress,
    metadata: {
      ...ingress.metadata,
      annotations: { ...ingress.metadata.annotations, ...annotations },
    },
  };
}

const ORDER = 'alb.ingress.kubernetes.io/group.order';
const group = loadBundledWorld('ingress-group').steps[0];
const alb = loadBundledWorld('ingress-alb').steps;

function watch(world: string, step: number, lens: Lens) {
  const loaded = loadBundledWorld(world);
  const observer = new Observer(loaded, { lens });
  return observer.watch(loaded.steps[step]);
}

describe('a group that cannot be loaded (O21)', () => {
  it('fails although no event says so, and names the member', () => {
    const { subjects } = watch(
      'ingress-group',
      0,
      mapIngresses(ingress =>
        ingress.metadata.namespace === 'blog'
          ? annotated(ingress, { [ORDER]: 'first' })
          : ingress,
      ),
    );
    expect(subjects[0]).toMatchObject({
      state: 'failing',
      because: {
        code: 'state.failing-frozen',
        params: { namespace: 'blog', name: 'ghost' },
      },
    });
  });

  it('keeps another member from being deleted', () => {
    const { subjects } = watch(
      'ingress-group',
      0,
      mapIngresses(ingress =>
        ingress.metadata.namespace === 'blog'
          ? annotated(ingress, { [ORDER]: '1001' })
          : {
              ...ingress,
              metadata: {
                ...ingress.metadata,
                deletionTimestamp: group.recordedAt,
              },
            },
      ),
    );
    const web = subjects[0].owners.find(({ name }) => name === 'web');
    expect(web?.state).toBe('stuck-deleting');
    expect(subjects[0].state).toBe('failing');
  });
});

describe('an IngressClass that is gone (F4)', () => {
  const noClasses = change(({ ingressClasses }) => ({
    ingressClasses: ingressClasses && { ...ingressClasses, items: [] },
  }));

  it('is a failure while the Ingress stays', () => {
    expect(watch('ingress-alb', 0, noClasses).subjects[0]).toMatchObject({
      state: 'failing',
      because: { code: 'state.failing-frozen' },
      evidence: [{ message: { code: 'claim.ingress-class-missing' } }],
    });
  });

  it('blocks the deletion', () => {
    const { subjects } = watch('ingress-alb', 0, {
      cluster: snapshot =>
        noClasses.cluster?.({
          ...snapshot,
          kinds: {
            ...snapshot.kinds,
            ingresses: snapshot.kinds.ingresses && {
              ...snapshot.kinds.ingresses,
              items: snapshot.kinds.ingresses.items.map(ingress => ({
                ...ingress,
                metadata: {
                  ...ingress.metadata,
                  deletionTimestamp: alb[0].recordedAt,
                },
              })),
            },
          },
        }),
    });
    expect(subjects[0].state).toBe('stuck-deleting');
    expect(subjects[0].evidence).toContainEqual(
      expect.objectContaining({
        role: 'blocks',
        message: expect.objectContaining({
          code: 'claim.ingress-class-missing',
        }),
      }),
    );
  });
});

describe('a controller that watches one namespace (F18)', () => {
  const watching = (namespace: string) =>
    change(({ deployments }) => ({
      deployments: deployments && {
        ...deployments,
        items: deployments.items.map(
          (deployment): DeploymentObject => ({
            ...deployment,
            spec: {
              ...deployment.spec,
              template: {
                spec: {
                  containers:
                    deployment.spec?.template?.spec?.containers?.map(
                      container => ({
                        ...container,
                        args: [
                          ...(container.args ?? []),
                          `--watch-namespace=${namespace}`,
                        ],
                      }),
                    ) ?? [],
                },
              },
            },
          }),
        ),
      },
    }));

  it('leaves owners elsewhere unattended', () => {
    expect(
      watch('ingress-alb', 0, watching('other')).subjects[0],
    ).toMatchObject({
      state: 'unattended',
      because: { code: 'controller.namespace-not-watched' },
      facets: { attended: 'nobody' },
    });
    expect(watch('ingress-alb', 0, watching('shop')).subjects[0].state).toBe(
      'in-service',
    );
  });
});

describe('without AWS in view', () => {
  it.each([
    [0, 'unknown', 'state.kubernetes-side-reconciled'],
    [1, 'unattended', 'state.unattended'],
    [2, 'stuck-deleting', 'state.stuck-deleting'],
  ])('step %i is %s', (step, state, code) => {
    const { subjects } = watch('ingress-alb', step, noAws());
    expect(subjects).toHaveLength(1);
    expect(subjects[0]).toMatchObject({
      kind: 'owner',
      state,
      because: { code },
    });
  });

  it('says nothing of an owner that is gone', () => {
    expect(watch('ingress-alb', 3, noAws()).subjects).toEqual([]);
  });
});

describe('with less of the cluster in view', () => {
  const unread = (...names: Array<'ingresses' | 'ingressClasses'>) =>
    change(kinds =>
      Object.fromEntries(
        names.map(name => [
          name,
          {
            coverage: 'denied',
            attemptedAt: group.recordedAt,
            items: name === 'ingresses' ? [] : kinds[name]?.items.slice(0, 0),
          },
        ]),
      ),
    );

  it('calls no owner gone that was not looked for', () => {
    const { subjects } = watch('ingress-alb', 0, unread('ingresses'));
    expect(subjects[0].state).toBe('unknown');
    expect(subjects[0].owners).toEqual([]);
    expect(subjects[0].matching.stacks).toContain('ingress/shop/web');
  });

  it('shows an owner that holds the finalizer, though nobody can tell its class', () => {
    const { subjects } = watch(
      'ingress-alb',
      0,
      noAws(unread('ingressClasses')),
    );
    expect(subjects).toHaveLength(1);
    expect(subjects[0]).toMatchObject({ kind: 'owner', state: 'unknown' });
  });
});

describe('an owner that asks and gets nothing', () => {
  const bare = (lens: Lens): Lens => ({
    cluster: lens.cluster,
    scope: snapshot => ({
      ...snapshot,
      kinds: {
        ...snapshot.kinds,
        loadBalancers: snapshot.kinds.loadBalancers && {
          ...snapshot.kinds.loadBalancers,
          items: [],
        },
      },
    }),
  });
  const fresh = mapIngresses(({ metadata, spec }) => ({
    metadata: { ...metadata, finalizers: [] },
    spec,
  }));

  it('is unserved without a controller', () => {
    expect(watch('ingress-alb', 1, bare(fresh)).subjects[0]).toMatchObject({
      kind: 'owner',
      state: 'unserved',
      because: { code: 'state.unserved-no-controller' },
    });
  });

  it('is provisioning with one, once the account is known', () => {
    expect(watch('ingress-alb', 0, bare(fresh)).subjects[0]).toMatchObject({
      kind: 'owner',
      state: 'provisioning',
    });
  });

  it('is no subject where another controller’s class is named', () => {
    const nginx = mapIngresses(({ metadata, spec }) => ({
      metadata: { ...metadata, finalizers: [], annotations: {} },
      spec: { ...spec, ingressClassName: 'nginx' },
    }));
    expect(watch('ingress-alb', 0, bare(nginx)).subjects).toEqual([]);
  });
});

describe('an owner that left the controller’s scope (F18, O24)', () => {
  const released = mapIngresses(({ metadata, spec, status }) => ({
    metadata: {
      ...metadata,
      annotations: { 'kubernetes.io/ingress.class': 'nginx' },
    },
    spec,
    status,
  }));

  it('is deleted next while a controller lives', () => {
    const loaded = loadBundledWorld('ingress-alb');
    const observer = new Observer(loaded, { lens: released });
    expect(observer.round(alb[0], alb[0].recordedAt).subjects[0]).toMatchObject(
      { state: 'deleting' },
    );
  });

  it('is stuck while none does', () => {
    expect(watch('ingress-alb', 1, released).subjects[0]).toMatchObject({
      state: 'stuck-deleting',
    });
  });
});
