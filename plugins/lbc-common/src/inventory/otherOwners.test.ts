import { loadBundledWorld } from 'lbc-sandbox';
import { clusterOfStep, scopeOfStep } from '../__testUtils__/recordings';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../lifecycle';
import {
  ClusterSnapshot,
  EMPTY_UNIT_MEMORY,
  KindSnapshot,
  correlateCluster,
  indexScope,
} from '.';

// Owners that another maker serves, in a cluster of a recording.
const [step] = loadBundledWorld('ingress-alb').steps;
const at = '2026-11-24T00:00:00.000Z';
const base = clusterOfStep({ step, name: 'prod-1', at });

function kindOf<T>(
  items: T[],
  coverage: KindSnapshot<T>['coverage'] = 'complete',
): KindSnapshot<T> {
  return { coverage, sweptAt: at, observedAt: at, attemptedAt: at, items };
}

const meta = (name: string, more: object = {}) => ({
  namespace: 'shop',
  name,
  uid: `uid-${name}`,
  ...more,
});

function correlate(kinds: ClusterSnapshot['kinds']) {
  return correlateCluster({
    now: at,
    cluster: { ...base, kinds: { ...base.kinds, ...kinds } },
    scopes: [indexScope(scopeOfStep(step, at))],
    bindings: [],
    elsewhere: [],
    identities: new Map(),
    memory: EMPTY_UNIT_MEMORY,
    settings: DEFAULT_LIFECYCLE_SETTINGS,
  });
}

const named = (kinds: ClusterSnapshot['kinds'], name: string) =>
  correlate(kinds).subjects.find(({ owners }) =>
    owners.some(owner => owner.name === name),
  );

describe('a GlobalAccelerator', () => {
  const accelerator = (more: object) => ({
    globalAccelerators: kindOf([
      {
        metadata: meta('edge', more),
        status: { dnsName: 'a1.awsglobalaccelerator.com' },
      },
    ]),
  });

  it('is a subject, unknown for want of a source', () => {
    expect(named(accelerator({}), 'edge')).toMatchObject({
      kind: 'owner',
      family: 'global-accelerator',
      stack: 'shop/edge',
      state: 'unknown',
      because: { code: 'need.global-accelerator' },
      owners: [{ kind: 'GlobalAccelerator', exists: true }],
    });
  });

  it('shows its deletion all the same', () => {
    const deleted = accelerator({
      finalizers: ['aga.k8s.aws/resources'],
      deletionTimestamp: at,
    });
    expect(named(deleted, 'edge')?.state).toBe('deleting');
  });
});

describe('an owner of EKS Auto Mode without a load balancer', () => {
  const ingressClass = {
    metadata: { namespace: '', name: 'auto', uid: 'uid-auto' },
    spec: {
      controller: 'eks.amazonaws.com/alb',
      parameters: { kind: 'IngressClassParams', name: 'auto-params' },
    },
  };
  const ingress = (name: string) => ({
    metadata: meta(name),
    spec: { ingressClassName: 'auto' },
  });
  const params = {
    metadata: { namespace: '', name: 'auto-params', uid: 'uid-params' },
    spec: { group: { name: 'edge' } },
  };
  const kinds = (more: ClusterSnapshot['kinds'] = {}) => ({
    ingresses: kindOf([ingress('one'), ingress('two')]),
    ingressClasses: kindOf([ingressClass]),
    autoModeIngressClassParams: kindOf([params]),
    ...more,
  });

  it('is a subject of its own, and nobody says that no one answers', () => {
    expect(named(kinds(), 'one')).toMatchObject({
      kind: 'owner',
      generation: 'eks-auto-mode',
      family: 'ingress',
      state: 'unknown',
      because: { code: 'need.auto-mode' },
      facets: { attended: 'unknown' },
    });
  });

  it("takes its group from Auto Mode's own parameters", () => {
    expect(named(kinds(), 'one')?.stack).toBe('edge');
    const without = kinds({
      ingressClasses: kindOf([
        { ...ingressClass, spec: { controller: 'eks.amazonaws.com/alb' } },
      ]),
    });
    expect(named(without, 'one')?.stack).toBe('shop/one');
  });

  it('is told of Services by their class', () => {
    const service = {
      metadata: meta('api'),
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: 'eks.amazonaws.com/nlb',
      },
    };
    expect(named({ services: kindOf([service]) }, 'api')).toMatchObject({
      generation: 'eks-auto-mode',
      state: 'unknown',
    });
  });
});

describe('TargetGroupBindings of EKS Auto Mode', () => {
  const binding = {
    metadata: meta('auto'),
    spec: { targetGroupARN: 'arn:of:a:group' },
  };

  it('bind target groups like others, as far as other units are told', () => {
    const { published } = correlate({
      autoModeTargetGroupBindings: kindOf([binding]),
    });
    expect(published?.coverage).toBe('complete');
    expect(published?.bindings).toContainEqual(
      expect.objectContaining({ targetGroupArn: 'arn:of:a:group' }),
    );
  });

  it('prove nothing where they were denied', () => {
    const { published } = correlate({
      autoModeTargetGroupBindings: kindOf([], 'denied'),
    });
    expect(published?.coverage).toBe('denied');
  });
});
