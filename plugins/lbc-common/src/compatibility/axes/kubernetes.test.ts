import fc from 'fast-check';
import { axisOf, knowledge, releaseNamed } from '../__testUtils__/assessed';
import { clusterOf, deploymentOf } from '../__testUtils__/clusters';
import type { CompatibilityStatus } from '../types';

/**
 * The documented matrix (`docs/deploy/installation.md` of upstream), written
 * down here again: first and last release of a row, lowest and highest minor.
 */
const MATRIX: Array<[string, string, number, number | undefined]> = [
  ['2.0.0', '2.1.3', 15, 21],
  ['2.2.0', '2.3.1', 16, 21],
  ['2.4.0', '2.4.7', 19, undefined],
  ['2.5.0', '3.5.0', 22, undefined],
];

function number(version: string): number {
  const [major, minor, patch] = version.replace('v', '').split('.').map(Number);
  return major * 1e6 + minor * 1e3 + patch;
}

/** What the documents say, and the one crash that is known (#3071). */
function said(
  version: string,
  minor: number,
  endpointSlices: boolean,
): { status: CompatibilityStatus; code: string } {
  const row = MATRIX.find(
    ([first, last]) =>
      number(version) >= number(first) && number(version) <= number(last),
  );
  if (!row) {
    throw new Error(`${version} is in no row`);
  }
  const [, , min, max] = row;
  const crashes =
    endpointSlices &&
    minor >= 25 &&
    number(version) >= number('2.4.0') &&
    number(version) <= number('2.4.6');
  if (minor < min) {
    return { status: 'fail', code: 'kubernetes-too-old' };
  }
  if (max !== undefined) {
    return minor > max
      ? { status: 'fail', code: 'kubernetes-too-new' }
      : { status: 'pass', code: 'kubernetes-documented' };
  }
  return crashes
    ? { status: 'fail', code: 'kubernetes-api-removed' }
    : { status: 'pass', code: 'kubernetes-upper-end-untested' };
}

function clusterWith(options: {
  image: string;
  version?: string;
  args?: string[];
}) {
  const { image, args, version } = options;
  const cluster = clusterOf({ deployments: [deploymentOf({ image, args })] });
  return { ...cluster, version };
}

const NAME = 'aws-load-balancer-controller';

it('says of any controller and any Kubernetes what is documented', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...knowledge.releases.map(({ version }) => version)),
      fc.integer({ min: 14, max: 40 }),
      fc.constantFrom('', '.3', '.4-eks-3025e55', '.7-gke.100'),
      fc.boolean(),
      async (version, minor, rest, endpointSlices) => {
        const expected = said(version, minor, endpointSlices);
        const { status, codes } = await axisOf(
          clusterWith({
            image: `${NAME}:${version}`,
            version: `v1.${minor}${rest}`,
            args: endpointSlices ? ['--enable-endpoint-slices=true'] : [],
          }),
          'kubernetes',
        );
        expect({ status }).toEqual({ status: expected.status });
        expect(codes).toContain(`${expected.code}: ${expected.status}`);
      },
    ),
    { numRuns: 200 },
  );
});

it('has a row for every release', () => {
  for (const { version } of knowledge.releases) {
    expect(() => said(version, 30, false)).not.toThrow();
  }
});

it('tells that Endpoints are deprecated, where they are read', async () => {
  const codesOf = async (version: string, kubernetes: string) =>
    (
      await axisOf(
        clusterWith({ image: `${NAME}:${version}`, version: kubernetes }),
        'kubernetes',
      )
    ).codes;
  const code = 'endpoints-deprecated: pass';
  expect(await codesOf('v2.13.4', 'v1.33.0')).toContain(code);
  expect(await codesOf('v2.13.4', 'v1.32.0')).not.toContain(code);
  expect(await codesOf('v2.14.0', 'v1.33.0')).not.toContain(code);
});

it('says nothing of a cluster whose version it does not know, and how to let it', async () => {
  const { status, axis } = await axisOf(
    clusterWith({ image: `${NAME}:v3.5.0` }),
    'kubernetes',
  );
  expect(status).toBe('unknown');
  expect(axis.notSeen).toEqual([
    expect.objectContaining({
      rbacRule: expect.stringMatching(/nonResourceURLs: \["\/version", /),
    }),
  ]);
});

it('never says that a newer release fits', async () => {
  await releaseNamed('v3.5.0');
  const { status } = await axisOf(
    clusterWith({ image: `${NAME}:v9.9.9`, version: 'v1.34.0' }),
    'kubernetes',
  );
  expect(status).toBe('unknown');
});
