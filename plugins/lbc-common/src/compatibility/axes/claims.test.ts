import type { ServiceObject } from '../../inventory';
import { axisOf, releaseNamed } from '../__testUtils__/assessed';
import { denied, meta } from '../__testUtils__/clusters';
import { fittingCluster } from '../__testUtils__/fittingCluster';

async function claimsOf(
  services: ServiceObject[],
  more: Parameters<typeof fittingCluster>[1] = {},
) {
  return axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      ...more,
      kinds: { services, ...more.kinds },
    }),
    'claims',
  );
}

const TYPE = 'service.beta.kubernetes.io/aws-load-balancer-type';

const service = (
  finalizers: string[],
  annotations: Record<string, string> = {},
): ServiceObject => ({
  metadata: meta('db', { namespace: 'shop', finalizers, annotations }),
  spec: { type: 'LoadBalancer' },
});

it.each([
  [
    ['service.k8s.aws/resources'],
    { [TYPE]: 'nlb-ip' },
    'only-controller: pass',
  ],
  [
    [
      'service.k8s.aws/resources',
      'service.kubernetes.io/load-balancer-cleanup',
    ],
    { [TYPE]: 'nlb-ip' },
    'two-finalizers: fail',
  ],
  [['service.k8s.aws/resources'], {}, 'claimed-by-cloud-controller: fail'],
  [[], { [TYPE]: 'external' }, 'claimed-by-nobody: warn'],
])('a Service with %j and %j: %s', async (finalizers, annotations, code) => {
  const { codes } = await claimsOf([service(finalizers, annotations)]);
  expect(codes).toEqual([code]);
});

it('may run beside EKS Auto Mode', async () => {
  const { status, codes } = await claimsOf([], {
    kinds: { autoModeIngressClassParams: [] },
  });
  expect(status).toBe('pass');
  expect(codes).toEqual(['auto-mode-beside: pass']);
});

it('does not call a controller the only one where it could not look', async () => {
  const release = await releaseNamed('v3.5.0');
  const cluster = fittingCluster(release);
  const { status } = await axisOf(
    {
      ...cluster,
      kinds: {
        ...cluster.kinds,
        deployments: {
          ...denied(),
          items: cluster.kinds.deployments?.items ?? [],
          observedAt: '2026-11-24T10:00:00Z',
        },
      },
    },
    'claims',
  );
  expect(status).toBe('unknown');
});
