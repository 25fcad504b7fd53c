import { renderMessage } from '@lbc-backstage/plugin-lbc-common';
import type { CompatibilityResponse } from '@lbc-backstage/plugin-lbc-common';
import { compatibilityResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

let watched: WatchedFleet;

async function start(name: string) {
  watched = await WatchedFleet.start({
    worlds: [{ world: loadBundledWorld(name) }],
  });
}

function expectOnlyReads() {
  expect(watched.fleet.calls.mutations()).toEqual([]);
  expect(watched.log.filter(line => line.startsWith('error'))).toEqual([]);
}

afterEach(async () => {
  expectOnlyReads();
  await watched.stop();
});

type Compatibility = CompatibilityResponse['controllers'][number];

/** What is said of the one controller at a step. */
async function at(step: string): Promise<Compatibility> {
  watched.step(step);
  await watched.round(9);
  await watched.round(9);
  const before = watched.fleet.calls.total();
  const { status, body } = await watched.backend.get(
    '/controllers/prod-1/compatibility',
  );
  expect(status).toBe(200);
  // It is told from what was read before.
  expect(watched.fleet.calls.total()).toBe(before);
  const { controllers, notes } = compatibilityResponseSchema.parse(body);
  expect(notes).toEqual([]);
  expect(controllers).toHaveLength(1);
  return controllers[0];
}

function axisOf({ axes }: Compatibility, name: string) {
  const axis = axes.find(each => each.axis === name);
  if (!axis) {
    throw new Error(`There is no axis ${name}`);
  }
  return axis;
}

/** Axes by their status; IAM is not read here. */
function statusesOf({ axes }: Compatibility) {
  return Object.fromEntries(
    axes.flatMap(({ axis, status }) =>
      axis === 'iam' ? [] : [[axis, status]],
    ),
  );
}

/** A sentence of every finding of an axis that has a code. */
function saidOf(found: Compatibility, axis: string, code: string): string[] {
  return axisOf(found, axis)
    .findings.filter(each => each.code === code)
    .map(({ message }) => renderMessage(message));
}

const FITS = {
  controller: 'pass',
  kubernetes: 'pass',
  crds: 'pass',
  'gateway-api': 'not-applicable',
  rbac: 'pass',
  webhooks: 'pass',
  objects: 'pass',
  resources: 'pass',
  claims: 'pass',
};

it('follows an upgrade from 2.17.1 to 3.5.0: first the CRDs, then the controller', async () => {
  await start('upgrade-v2-to-v3');

  const before = await at('01-v2-in-service');
  expect(statusesOf(before)).toEqual(FITS);
  expect(before).toMatchObject({
    controller: {
      version: 'v2.17.1',
      versions: [{ version: 'v2.17.1', from: 'image-tag', pods: 2 }],
      chart: { version: '1.17.1', appVersion: 'v2.17.1' },
      liveness: 'alive',
      lock: 'leases',
      clusterName: 'prod-1',
      region: 'eu-west-1',
      podDisruptionBudget: 'aws-load-balancer-controller (maxUnavailable 1)',
      identity: {
        kind: 'irsa',
        roleArn:
          'arn:aws:iam::123456789012:role/prod-1-aws-load-balancer-controller',
      },
      gates: { ALBGatewayAPI: false },
    },
    behind: { releases: 11, newest: 'v3.5.0' },
    kubernetes: { version: '1.34', gitVersion: 'v1.34.4' },
  });
  expect(before.ladder.find(({ next }) => next)?.version).toBe('v3.5.0');
  expect(axisOf(before, 'crds').findings.map(({ code }) => code)).toEqual(
    Array(7).fill('crd-fits'),
  );
  expect(before.features.map(({ status }) => status)).not.toContain('unknown');

  // The CRDs are newer than the controller, which does not mind.
  const between = await at('02-crds-upgraded');
  expect(statusesOf(between)).toEqual(FITS);
  expect(between.controller.version).toBe('v2.17.1');
  expect(saidOf(between, 'crds', 'crd-fields-newer')).toEqual([
    expect.stringContaining('spec.defaultTargetGroupConfiguration'),
    expect.stringContaining(
      'targetgroupbindings.elbv2.k8s.aws v1beta1 has a field of a newer release (status.conditions)',
    ),
  ]);
  expect(saidOf(between, 'crds', 'crd-stored-version-unknown')).toHaveLength(3);

  const after = await at('03-v3-took-over');
  expect(statusesOf(after)).toEqual(FITS);
  expect(after).toMatchObject({
    controller: { version: 'v3.5.0', chart: { version: '3.5.0' } },
    behind: { releases: 0 },
  });
  // v1beta1 is still served, and every field is there.
  expect(
    axisOf(after, 'crds').findings.filter(({ status }) => status !== 'pass'),
  ).toEqual([]);
});

it('knows what a Gateway needs, and that nobody answers without a controller', async () => {
  await start('gateway-alb');
  const fits = { ...FITS, 'gateway-api': 'pass' };

  const serving = await at('01-in-service');
  expect(statusesOf(serving)).toEqual(fits);
  expect(saidOf(serving, 'gateway-api', 'gateway-bundle')).toEqual([
    'Gateway API v1.6.0 is installed (channel standard); v3.5.0 is built for v1.6.0.',
  ]);
  expect(
    serving.features.map(({ name, status }) => [name, status]),
  ).toContainEqual(['LoadBalancerConfiguration spec.scheme', 'read']);

  const gone = await at('02-deleted-no-controller');
  expect(statusesOf(gone)).toEqual({
    ...fits,
    controller: 'warn',
    webhooks: 'fail',
  });
  expect(gone.controller).toMatchObject({
    version: 'v3.5.0',
    liveness: 'gone',
    replicas: { wanted: 0 },
  });
  expect(gone.status).toBe('fail');

  const back = await at('03-controller-back');
  expect(statusesOf(back)).toEqual({ ...fits, resources: 'not-applicable' });
});
