import fc from 'fast-check';
import { identifyTags, stackObject } from './tags';

const LBC = { 'elbv2.k8s.aws/cluster': 'prod-1' };

// Rows of facts/tags-and-identity.md §1; the first match wins.
describe('identifyTags', () => {
  it.each([
    [
      1,
      'eks-auto-mode',
      {
        'eks:eks-cluster-name': 'auto-1',
        'ingress.eks.amazonaws.com/stack': 'shop/web',
      },
      { family: 'ingress', clusterTag: 'auto-1', stack: 'shop/web' },
    ],
    [
      2,
      'lbc',
      {
        ...LBC,
        'ingress.k8s.aws/stack': 'shop/web',
        'ingress.k8s.aws/resource': 'LoadBalancer',
      },
      { family: 'ingress', stack: 'shop/web', role: 'load-balancer' },
    ],
    [
      3,
      'lbc',
      {
        ...LBC,
        'service.k8s.aws/stack': 'shop/api',
        'service.k8s.aws/resource': 'shop/api:443',
      },
      { family: 'service', stack: 'shop/api', role: 'other' },
    ],
    [
      4,
      'lbc',
      {
        ...LBC,
        'gateway.k8s.aws.nlb/stack': 'infra/tcp',
        'gateway.k8s.aws.nlb/resource': 'LoadBalancer',
      },
      { family: 'gateway', gatewayType: 'nlb' },
    ],
    [
      5,
      'lbc',
      { ...LBC, 'aga.k8s.aws/stack': 'edge/ga' },
      { family: 'global-accelerator', missing: ['resource'] },
    ],
    [
      6,
      'lbc',
      { ...LBC, 'elbv2.k8s.aws/resource': 'backend-sg' },
      { role: 'backend-security-group' },
    ],
    [
      7,
      'alb-ingress-v1',
      {
        'ingress.k8s.aws/cluster': 'prod-1',
        'ingress.k8s.aws/stack': 'shop/web',
      },
      { stack: 'shop/web' },
    ],
    [
      8,
      'alb-ingress-v1',
      {
        'kubernetes.io/ingress-name': 'web',
        'kubernetes.io/namespace': 'shop',
      },
      { stack: 'shop/web' },
    ],
    [
      9,
      'in-tree',
      {
        'kubernetes.io/service-name': 'shop/tcp',
        'kubernetes.io/cluster/prod-1': 'owned',
      },
      { family: 'service', stack: 'shop/tcp' },
    ],
  ])('row %i is %s', (row, generation, tags, more) => {
    expect(identifyTags(tags as Record<string, string>)).toMatchObject({
      row,
      generation,
      ...more,
    });
  });

  it('takes a load balancer that version 2 adopted for its own', () => {
    expect(
      identifyTags({
        ...LBC,
        'ingress.k8s.aws/cluster': 'prod-1',
        'ingress.k8s.aws/stack': 'shop/web',
        'ingress.k8s.aws/resource': 'LoadBalancer',
        'kubernetes.io/cluster/prod-1': 'owned',
        'kubernetes.io/ingress-name': 'web',
        'kubernetes.io/namespace': 'shop',
      }),
    ).toMatchObject({ row: 2, generation: 'lbc' });
  });

  it('does not take kubernetes.io/cluster alone for ownership', () => {
    expect(
      identifyTags({ 'kubernetes.io/cluster/prod-1': 'shared' }),
    ).toMatchObject({ row: 0, generation: 'unmanaged' });
  });

  it('keeps the in-tree cluster name out of the cluster tag', () => {
    expect(
      identifyTags({
        'kubernetes.io/service-name': 'shop/tcp',
        'kubernetes.io/cluster/prod-1': 'owned',
      }).clusterTag,
    ).toBeUndefined();
  });

  it('names the tracking tags that somebody took off', () => {
    expect(
      identifyTags({
        'ingress.k8s.aws/stack': 'shop/web',
        'ingress.k8s.aws/resource': 'LoadBalancer',
      }),
    ).toMatchObject({ generation: 'lbc', missing: ['cluster'] });
    expect(identifyTags(LBC)).toMatchObject({ missing: ['stack', 'resource'] });
  });

  it('reads any tags without failing', () => {
    const keys = fc.constantFrom(
      'elbv2.k8s.aws/cluster',
      'ingress.k8s.aws/stack',
      'ingress.k8s.aws/resource',
      'kubernetes.io/service-name',
      'eks:eks-cluster-name',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(keys, fc.string()),
          fc.string({ maxLength: 256, unit: 'binary' }),
        ),
        tags => {
          const { generation, row } = identifyTags(tags);
          return generation !== undefined && row >= 0;
        },
      ),
    );
  });
});

describe('stackObject', () => {
  it.each([
    ['shop/web', { namespace: 'shop', name: 'web' }],
    ['edge', undefined],
    ['/web', undefined],
    ['shop/', undefined],
  ])('%s', (stack, object) => {
    expect(stackObject(stack)).toEqual(object);
  });
});
