import { axisOf, releaseNamed } from '../__testUtils__/assessed';
import { denied, meta } from '../__testUtils__/clusters';
import {
  crdsOf,
  fittingCluster,
  gatewayCrdsOf,
} from '../__testUtils__/fittingCluster';

const gatewayClass = (controllerName: string) => ({
  metadata: meta('aws', { namespace: '' }),
  spec: { controllerName },
});
const ALB = gatewayClass('gateway.k8s.aws/alb');
const NLB = gatewayClass('gateway.k8s.aws/nlb');

interface Options {
  /** Whose CRDs of the Gateway API are installed; default: its own. */
  crds?: string | 'none';
  /** Whose CRDs of the controller are installed; default: its own. */
  own?: string | 'none';
  classes?: Array<typeof ALB>;
  args?: string[];
  /** A CRD that is not installed. */
  without?: string;
  change?: (crd: ReturnType<typeof crdsOf>[number]) => typeof crd;
}

async function gatewayAxis(version: string, options: Options = {}) {
  const { crds = version, own = version, classes = [ALB], args } = options;
  const release = await releaseNamed(version);
  const { change = crd => crd } = options;
  return axisOf(
    fittingCluster(release, {
      args,
      kinds: {
        gatewayClasses: classes,
        customResourceDefinitions: [
          ...(own === 'none'
            ? crdsOf(release).filter(
                ({ metadata }) => !metadata.name.endsWith('.gateway.k8s.aws'),
              )
            : crdsOf(await releaseNamed(own))),
          ...(crds === 'none' ? [] : gatewayCrdsOf(await releaseNamed(crds))),
        ]
          .filter(({ metadata }) => metadata.name !== options.without)
          .map(change),
      },
    }),
    'gateway-api',
  );
}

it('is of no concern where no GatewayClass names the controller', async () => {
  const { status } = await gatewayAxis('v3.5.0', { classes: [] });
  expect(status).toBe('not-applicable');
  const other = await gatewayAxis('v3.5.0', {
    classes: [gatewayClass('istio.io/gateway-controller')],
  });
  expect(other.status).toBe('not-applicable');
});

it.each(['v3.3.0', 'v3.4.3', 'v3.5.0'])(
  'is fine for %s with its own',
  async version => {
    const { status, codes } = await gatewayAxis(version, {
      classes: [ALB, NLB],
    });
    expect(status).toBe('pass');
    expect(codes).toContain('gateway-bundle: pass');
  },
);

it.each<[string, Options, string]>([
  ['v2.12.0', { crds: 'v3.4.3' }, 'gateway-unknown-to-release: fail'],
  ['v2.17.1', {}, 'gateway-gate-off: fail'],
  ['v3.5.0', { crds: 'v3.4.3', classes: [NLB] }, 'gateway-switched-off: fail'],
  ['v3.5.0', { own: 'v3.4.3' }, 'gateway-switched-off: fail'],
  ['v3.4.3', { own: 'none' }, 'gateway-switched-off: fail'],
  // Whoever installed the Gateway API: without its own CRDs it crashes (#4712).
  ['v3.2.1', { own: 'none', classes: [] }, 'gateway-crash: fail'],
  // Of ListenerSet, too, as long as it was not looked for.
  [
    'v3.2.0',
    { without: 'listenersets.gateway.networking.k8s.io' },
    'gateway-crash: fail',
  ],
  [
    'v3.2.2',
    { without: 'httproutes.gateway.networking.k8s.io' },
    'gateway-switched-off: fail',
  ],
  // Nothing is switched off where every gate was set by hand.
  [
    'v3.5.0',
    {
      own: 'v3.4.3',
      args: [
        '--feature-gates=ALBGatewayAPI=true,NLBGatewayAPI=true,GatewayListenerSet=true',
      ],
    },
    'gateway-crash: fail',
  ],
  [
    'v3.5.0',
    { own: 'v3.4.3', args: ['--feature-gates=ALBGatewayAPI=true'] },
    'gateway-switched-off: fail',
  ],
  [
    'v2.17.1',
    { crds: 'none', args: ['--feature-gates=ALBGatewayAPI=true'] },
    'gateway-crash: fail',
  ],
])('%s with %j: %s', async (version, options, code) => {
  const { status, codes } = await gatewayAxis(version, options);
  expect(codes).toContain(code);
  expect(status).toBe('fail');
});

it('serves the ALB side with CRDs that only the NLB side finds too old', async () => {
  const { status } = await gatewayAxis('v3.5.0', { crds: 'v3.4.3' });
  expect(status).toBe('pass');
});

it('is noticed only by a controller that starts after the CRDs', async () => {
  const { codes } = await gatewayAxis('v3.5.0', {
    change: crd => ({
      ...crd,
      metadata: { ...crd.metadata, creationTimestamp: '2026-11-24T11:30:00Z' },
    }),
  });
  expect(codes).toContain('gateway-crds-after-start: warn');
});

it.each([
  [
    { 'eks.amazonaws.com/managed': 'true' },
    'compatibility.gateway-managed-by-eks',
  ],
  [
    { 'argocd.argoproj.io/tracking-id': 'x' },
    'compatibility.gateway-managed-by',
  ],
])('says who keeps the CRDs: %j', async (annotations, code) => {
  const { axis } = await gatewayAxis('v3.5.0', {
    change: crd => ({
      ...crd,
      metadata: {
        ...crd.metadata,
        annotations: { ...crd.metadata.annotations, ...annotations },
      },
    }),
  });
  expect(
    axis.findings.find(each => each.code === 'gateway-managed-by')?.message
      .code,
  ).toBe(code);
});

it('does not know where GatewayClasses may not be read', async () => {
  const { status } = await axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      snapshot: { gatewayClasses: denied() },
    }),
    'gateway-api',
  );
  expect(status).toBe('unknown');
});
