import {
  clusterOf,
  deploymentOf,
  meta,
  podOf,
} from '../__testUtils__/clusters';
import { findRunning } from './findRunning';

const IMAGE = 'public.ecr.aws/eks/aws-load-balancer-controller';
const DIGEST = `sha256:${'a'.repeat(64)}`;

const runningIn = (kinds: Parameters<typeof clusterOf>[0]) =>
  findRunning({ cluster: clusterOf(kinds), controllers: [] });

it('tells all that a Deployment says', () => {
  const [found] = runningIn({
    deployments: [
      deploymentOf({
        image: `${IMAGE}:v2.17.1`,
        args: [
          '--cluster-name=prod-1',
          '--aws-region',
          'eu-west-1',
          '--aws-vpc-id=$(VPC)',
          '--watch-namespace=shop',
          '--feature-gates=ALBGatewayAPI=true',
        ],
        env: [{ name: 'VPC', value: 'vpc-1' }],
        labels: {
          'helm.sh/chart': 'aws-load-balancer-controller-1.17.1',
          'app.kubernetes.io/version': 'v2.17.1',
        },
      }),
    ],
    pods: [
      podOf({ image: `${IMAGE}:v2.17.1`, name: 'a' }),
      podOf({ image: `${IMAGE}:v2.17.1`, name: 'b' }),
    ],
    podDisruptionBudgets: [
      {
        metadata: meta('lbc'),
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: { app: 'lbc' } },
        },
      },
    ],
    serviceAccounts: [
      {
        metadata: meta('lbc', {
          annotations: {
            'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/lbc',
          },
        }),
      },
    ],
  });
  expect(found).toMatchObject({
    kind: 'deployment',
    version: 'v2.17.1',
    versions: [{ version: 'v2.17.1', from: 'image-tag', pods: 2 }],
    chart: { version: '1.17.1', appVersion: 'v2.17.1' },
    replicas: { wanted: 2, ready: 2, updated: 2 },
    rollout: 'done',
    strategy: 'RollingUpdate (maxSurge 25%, maxUnavailable 25%)',
    podDisruptionBudget: 'lbc (maxUnavailable 1)',
    lock: 'leases',
    clusterName: 'prod-1',
    region: 'eu-west-1',
    vpcId: 'vpc-1',
    watchNamespace: 'shop',
    serviceAccount: 'lbc',
    identity: { kind: 'irsa', roleArn: 'arn:aws:iam::123456789012:role/lbc' },
  });
});

it.each([
  ['v2.4.7', 'configmaps'],
  ['v2.5.0', 'configmapsleases'],
  ['v2.8.0', 'configmapsleases'],
  ['v2.8.1', 'leases'],
  ['latest', 'unknown'],
])('knows what %s writes its lock to: %s', (tag, lock) => {
  const [found] = runningIn({
    deployments: [deploymentOf({ image: `${IMAGE}:${tag}` })],
  });
  expect(found.lock).toBe(lock);
});

it('shows both versions while it rolls', () => {
  const [found] = runningIn({
    deployments: [
      deploymentOf({
        image: `${IMAGE}:v3.5.0`,
        status: { replicas: 3, updatedReplicas: 1, availableReplicas: 2 },
      }),
    ],
    pods: [
      podOf({ image: `${IMAGE}:v2.17.1`, name: 'a' }),
      podOf({ image: `${IMAGE}:v2.17.1`, name: 'b' }),
      podOf({ image: `${IMAGE}:v3.5.0`, name: 'c' }),
    ],
  });
  expect(found).toMatchObject({ version: 'v3.5.0', rollout: 'rolling' });
  expect(found.versions.map(({ version, pods }) => [version, pods])).toEqual([
    ['v3.5.0', 1],
    ['v2.17.1', 2],
  ]);
});

it('says what really runs where a rollout is stuck', () => {
  const [found] = runningIn({
    deployments: [
      deploymentOf({
        image: `${IMAGE}:v3.5.0`,
        status: {
          replicas: 3,
          updatedReplicas: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        },
      }),
    ],
    pods: [
      podOf({ image: `${IMAGE}:v2.17.1`, name: 'a' }),
      podOf({ image: `${IMAGE}:v3.5.0`, name: 'c', ready: false }),
    ],
  });
  expect(found).toMatchObject({ version: 'v2.17.1', rollout: 'stuck' });
});

describe('a digest', () => {
  const image = `mirror.example.com:5000/lbc@${DIGEST}`;

  it('says no version', () => {
    const [found] = runningIn({ deployments: [deploymentOf({ image })] });
    expect(found.version).toBeUndefined();
    expect(found.versions).toMatchObject([{ from: 'digest-only', image }]);
  });

  it('is helped by the label of the chart', () => {
    const [found] = runningIn({
      deployments: [
        deploymentOf({
          image,
          labels: { 'app.kubernetes.io/version': 'v2.13.0' },
        }),
      ],
      pods: [podOf({ image, name: 'a' })],
    });
    expect(found.version).toBe('v2.13.0');
    expect(found.versions).toMatchObject([{ from: 'version-label', pods: 1 }]);
  });
});

it('does not let a label speak for a tag that says something else', () => {
  const [found] = runningIn({
    deployments: [
      deploymentOf({
        image: `${IMAGE}:latest`,
        labels: { 'app.kubernetes.io/version': 'v2.13.0' },
      }),
    ],
  });
  expect(found.version).toBeUndefined();
  expect(found.versions).toMatchObject([{ from: 'nothing' }]);
});

it('tells rebuilds by their suffix', () => {
  const [found] = runningIn({
    deployments: [deploymentOf({ image: `${IMAGE}:v2.8.1-eksbuild.1` })],
  });
  expect(found).toMatchObject({
    version: 'v2.8.1',
    versions: [{ version: 'v2.8.1', suffix: 'eksbuild.1' }],
  });
});

it('finds two in one cluster, and knows which Pods are whose', () => {
  const found = runningIn({
    deployments: [
      deploymentOf({ image: `${IMAGE}:v2.17.1` }),
      deploymentOf({
        image: `x/my-aws-load-balancer-controller:v3.5.0`,
        name: 'b',
      }),
    ],
    pods: [
      podOf({
        image: `x/my-aws-load-balancer-controller:v3.5.0`,
        name: 'p',
        of: 'b',
      }),
    ],
  });
  expect(
    found.map(({ name, version, versions }) => [
      name,
      version,
      versions[0].pods,
    ]),
  ).toEqual([
    ['lbc', 'v2.17.1', undefined],
    ['b', 'v3.5.0', 1],
  ]);
});

it('finds EKS Auto Mode, which has no Deployment', () => {
  expect(runningIn({ autoModeIngressClassParams: [] })).toMatchObject([
    { kind: 'eks-auto-mode', versions: [], liveness: 'unknown' },
  ]);
  expect(runningIn({})).toEqual([]);
});

it.each([
  [[{ name: 'AWS_ACCESS_KEY_ID' }], 'static-keys'],
  [
    [
      {
        name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI',
        value: 'http://169.254.170.23/v1/credentials',
      },
    ],
    'pod-identity',
  ],
  [
    [
      { name: 'AWS_ROLE_ARN', value: 'arn:aws:iam::1:role/x' },
      { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', value: '/var/run/x' },
    ],
    'irsa',
  ],
  [[], 'node-role'],
])('tells how it gets its rights: %j is %s', (env, kind) => {
  const image = `${IMAGE}:v3.5.0`;
  const [found] = runningIn({
    deployments: [deploymentOf({ image })],
    pods: [podOf({ image, name: 'a', env })],
    serviceAccounts: [{ metadata: meta('lbc') }],
  });
  expect(found.identity?.kind).toBe(kind);
});

it('guesses no role where it could not look', () => {
  const [found] = runningIn({
    deployments: [deploymentOf({ image: `${IMAGE}:v3.5.0` })],
  });
  expect(found.identity?.kind).toBe('unknown');
});
