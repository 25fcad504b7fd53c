import { compareVersions, findController } from './controller';

describe('findController', () => {
  const deployment = (image: string, args: string[] = []) => ({
    metadata: { creationTimestamp: '2026-11-23T15:51:21Z' },
    spec: { template: { spec: { containers: [{ image, args }] } } },
  });

  it('finds it by its image, wherever that is mirrored', () => {
    const items = [
      deployment('nginx:1.29'),
      deployment(
        'mirror.example.com/eks/aws-load-balancer-controller:v2.17.1',
        ['--ingress-class=alb', '--cluster-name=prod-1'],
      ),
    ];
    expect(findController({ items })).toEqual({
      version: 'v2.17.1',
      clusterName: 'prod-1',
      createdAt: '2026-11-23T15:51:21Z',
    });
  });

  it('finds none where there is none', () => {
    expect(findController({ items: [deployment('nginx:1.29')] })).toBe(
      undefined,
    );
    expect(findController(null)).toBe(undefined);
  });
});

describe('compareVersions', () => {
  it('compares numbers, not texts', () => {
    const versions = ['v3.5.0', 'v2.17.1', 'v2.4.7', 'nightly', 'v2.17.0'];
    expect(versions.sort(compareVersions)).toEqual([
      'nightly',
      'v2.4.7',
      'v2.17.0',
      'v2.17.1',
      'v3.5.0',
    ]);
  });
});
