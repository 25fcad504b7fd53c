import { renderMessage } from '../messages';
import {
  assessed,
  axisOf,
  knowledge,
  releaseNamed,
} from './__testUtils__/assessed';
import { clusterOf, deploymentOf, podOf } from './__testUtils__/clusters';
import { fittingCluster } from './__testUtils__/fittingCluster';

const NAME = 'public.ecr.aws/eks/aws-load-balancer-controller';
const sentence = (code: { code: string }) => renderMessage(code);

it.each([
  'v2.0.0',
  'v2.4.7',
  'v2.8.1',
  'v2.13.4',
  'v2.17.1',
  'v3.3.0',
  'v3.5.0',
])('finds nothing to change where %s has all that it needs', async version => {
  const release = await releaseNamed(version);
  const minor = release.kubernetes.max ?? '1.30';
  const [found] = await assessed(
    fittingCluster(release, { version: `v${minor}.1` }),
  );
  const bad = found.axes.flatMap(({ axis, findings }) =>
    findings
      .filter(
        ({ status, code }) =>
          (status === 'fail' || status === 'unknown' || status === 'warn') &&
          code !== 'known-issue',
      )
      .map(({ code, message }) => `${axis}: ${code}: ${sentence(message)}`),
  );
  expect(bad).toEqual([]);
  expect(found.controller.version).toBe(version);
  expect(found.ladder.find(({ current }) => current)?.version).toBe(version);
});

it('says how far behind it is, and where to go next', async () => {
  const [found] = await assessed(fittingCluster(await releaseNamed('v2.17.1')));
  const later = knowledge.releases.findIndex(
    ({ version }) => version === 'v2.17.1',
  );
  expect(found.behind).toEqual({
    releases: knowledge.releases.length - 1 - later,
    newest: 'v3.5.0',
    since: '2026-01-23',
  });
  expect(found.ladder.filter(({ next }) => next)).toMatchObject([
    { version: 'v3.5.0', fits: 'upper-end-untested', newest: true },
  ]);
  expect(found.kubernetes).toEqual({
    version: '1.34',
    gitVersion: 'v1.34.4',
  });
  expect(sentence(found.because)).toMatch(
    /^Controller kube-system\/lbc of prod-1 runs v2\.17\.1 .* behind by \d+ releases\.$/,
  );
});

it('says of the newest that it is', async () => {
  const [found] = await assessed(fittingCluster(await releaseNamed('v3.5.0')));
  expect(found).toMatchObject({ status: 'pass', behind: { releases: 0 } });
  expect(sentence(found.because)).toContain('the newest release known');
});

describe('what a controller says of itself badly', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const controllerOf = (
    image: string,
    more: Partial<Parameters<typeof deploymentOf>[0]> = {},
  ) =>
    axisOf(
      clusterOf({ deployments: [deploymentOf({ image, ...more })] }),
      'controller',
    );

  it.each([
    ['latest', 'version-unreadable: unknown', 'The image tag is no version'],
    ['v2.14', 'version-unreadable: unknown', 'The image tag is no version'],
    ['v2.9.0-rc.1', 'version-pre-release: unknown', 'a test version'],
    ['v2.14.7', 'version-not-released: unknown', 'Upstream never released'],
    ['v1.1.9', 'version-older: unknown', 'ALB Ingress Controller v1'],
    ['v3.99.0', 'version-newer: unknown', 'newer than v3.5.0'],
    [
      'v2.13.4-acme.2',
      'version-fork: warn',
      'was rebuilt or forked from v2.13.4',
    ],
    ['v2.8.1-eksbuild.1', 'version-known: pass', 'The image tag says v2.8.1'],
  ])('a tag %s is %s', async (tag, code, words) => {
    const { codes, axis } = await controllerOf(`${NAME}:${tag}`);
    expect(codes).toContain(code);
    const finding = axis.findings.find(each =>
      code.startsWith(`${each.code}:`),
    );
    expect(sentence(finding?.message ?? { code: '' })).toContain(words);
  });

  it('a digest is no version', async () => {
    const { codes } = await controllerOf(`${NAME}@${digest}`);
    expect(codes).toEqual(['version-digest-only: unknown']);
  });

  it('nothing is compared with a version that is not known', async () => {
    const [found] = await assessed(
      clusterOf({ deployments: [deploymentOf({ image: `${NAME}:v3.99.0` })] }),
    );
    expect(found.behind).toBeUndefined();
    expect(
      found.axes
        .filter(({ axis }) =>
          ['kubernetes', 'crds', 'rbac', 'webhooks'].includes(axis),
        )
        .map(({ status }) => status),
    ).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(sentence(found.because)).toContain('none of the releases');
  });

  it('0 replicas', async () => {
    const { codes, axis } = await controllerOf(`${NAME}:v3.5.0`, {
      replicas: 0,
    });
    expect(codes).toContain('no-replicas: warn');
    expect(sentence(axis.findings[0].message)).toContain('it is scaled to 0');
  });

  it('two versions at once', async () => {
    const { codes } = await axisOf(
      clusterOf({
        deployments: [deploymentOf({ image: `${NAME}:v3.5.0` })],
        pods: [
          podOf({ image: `${NAME}:v3.5.0`, name: 'a' }),
          podOf({ image: `${NAME}:v2.17.1`, name: 'b' }),
        ],
      }),
      'controller',
    );
    expect(codes).toContain('two-versions: warn');
  });

  it('an image that is not the chart’s', async () => {
    const { codes, axis } = await controllerOf(`${NAME}:v3.5.0`, {
      labels: {
        'helm.sh/chart': 'aws-load-balancer-controller-1.17.1',
        'app.kubernetes.io/version': 'v2.17.1',
      },
    });
    expect(codes).toContain('image-differs-from-chart: warn');
    expect(sentence(axis.findings[0].message)).toContain(
      'RBAC and webhooks are those of v2.17.1',
    );
  });

  it('a feature gate that the release does not have', async () => {
    const { codes } = await controllerOf(`${NAME}:v2.17.1`, {
      args: ['--feature-gates=IngressPlanAnnotation=true,oops'],
    });
    expect(codes).toEqual(
      expect.arrayContaining(['gate-unknown: fail', 'gate-malformed: fail']),
    );
  });
});

it('says of two controllers that they undo each other’s work', async () => {
  const cluster = clusterOf({
    deployments: [
      deploymentOf({ image: `${NAME}:v2.17.1` }),
      deploymentOf({ image: `${NAME}:v3.5.0`, name: 'second' }),
    ],
  });
  const both = await assessed(cluster);
  expect(both).toHaveLength(2);
  for (const { axes } of both) {
    const claims = axes.find(({ axis }) => axis === 'claims');
    expect(claims).toMatchObject({
      status: 'fail',
      findings: [{ code: 'second-controller' }],
    });
  }
});

it('has nothing to say of EKS Auto Mode but that it is there', async () => {
  const [found] = await assessed(clusterOf({ autoModeIngressClassParams: [] }));
  expect(found).toMatchObject({
    controller: { kind: 'eks-auto-mode' },
    ladder: [],
  });
  expect(found.behind).toBeUndefined();
  expect(sentence(found.because)).toMatch(/^EKS Auto Mode serves/);
  expect(found.status).not.toBe('fail');
});
