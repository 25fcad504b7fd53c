import { axisOf, releaseNamed } from '../__testUtils__/assessed';
import { fittingCluster } from '../__testUtils__/fittingCluster';
import type { ResourceInUse } from '../types';

it.each<[string, ResourceInUse, string]>([
  [
    'v3.5.0',
    { generation: 'lbc', family: 'gateway', count: 1 },
    'resources-managed: pass',
  ],
  [
    'v2.12.0',
    { generation: 'lbc', family: 'gateway', count: 2 },
    'resources-too-new: fail',
  ],
  [
    'v3.5.0',
    {
      generation: 'alb-ingress-v1',
      family: 'ingress',
      stackTags: true,
      count: 1,
    },
    'resources-adopted: pass',
  ],
  [
    'v3.5.0',
    { generation: 'alb-ingress-v1', family: 'ingress', count: 1 },
    'resources-unknown: unknown',
  ],
  [
    'v3.5.0',
    { generation: 'in-tree', family: 'service', count: 1 },
    'resources-of-others: pass',
  ],
])('%s and %j: %s', async (version, resource, code) => {
  const { codes } = await axisOf(
    fittingCluster(await releaseNamed(version)),
    'resources',
    { resources: [resource] },
  );
  expect(codes).toEqual([code]);
});
