import { iamAssessor } from '../../compatibility/iam';
import {
  crdsOf,
  fittingCluster,
  gatewayCrdsOf,
} from '../../compatibility/__testUtils__/fittingCluster';
import {
  knowledge,
  releaseNamed,
} from '../../compatibility/__testUtils__/assessed';
import { meta, NOW, read } from '../../compatibility/__testUtils__/clusters';
import type {
  AwsIamRole,
  ClusterSnapshot,
  KubernetesObjects,
  SubjectOwner,
} from '../../inventory';
import type { Release } from '../../knowledge/types';
import { assessReadiness, AssessReadinessOptions } from '../assess';
import type { ReadinessSubject } from '../input';
import type { ReadinessReport } from '../types';

type Kinds = { [K in keyof KubernetesObjects]?: KubernetesObjects[K][] };

const ROLE = 'arn:aws:iam::123456789012:role/lbc';
export const CADENCE = {
  kubernetesSeconds: 300,
  awsSeconds: 300,
  detailSeconds: 43_200,
  iamSeconds: 3_600,
};

/** A role with the policy of a release, as upstream writes it. */
export function roleOf(
  release: Release,
  options: { without?: readonly string[]; gates?: boolean } = {},
): AwsIamRole {
  const { without = [] } = options;
  const statements = (release.iam.aws ?? [])
    .filter(({ action }) => !without.includes(action))
    .map(({ action, effect, resources, condition }) => ({
      Effect: effect,
      Action: action,
      Resource: resources,
      ...(condition && { Condition: condition }),
    }));
  return {
    arn: ROLE,
    name: 'lbc',
    exists: true,
    usedBy: [
      { cluster: 'prod-1', namespace: 'kube-system', serviceAccount: 'lbc' },
    ],
    policies: [
      {
        name: 'lbc',
        document: { Version: '2012-10-17', Statement: statements },
      },
    ],
    unread: [],
  };
}

/** A load balancer that is in service and as its owner asks. */
export function stack(
  more: Partial<ReadinessSubject> & { owner?: Partial<SubjectOwner> } = {},
): ReadinessSubject {
  const { owner, ...rest } = more;
  return {
    id: 'one',
    kind: 'load-balancer',
    generation: 'lbc',
    family: 'ingress',
    stack: 'shop/web',
    loadBalancer: {
      arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-shop-web/1',
      name: 'k8s-shop-web',
      dnsName: 'k8s-shop-web.elb.amazonaws.com',
      type: 'application',
      state: 'active',
    },
    owners: [
      {
        kind: 'Ingress',
        namespace: 'shop',
        name: 'web',
        exists: true,
        state: 'in-service',
        ...owner,
      },
    ],
    state: 'in-service',
    because: { code: 'compatibility.no-feature' },
    facets: {
      serving: 'yes',
      attended: 'controller',
      reconcile: {
        specChangedAt: '2026-11-20T00:00:00.000Z',
        lastSuccessAt: '2026-11-24T00:00:00.000Z',
      },
      drift: 'none',
      writes: 'accepted',
    },
    drift: {
      observedAt: NOW,
      facet: 'none',
      findings: [],
      moreFindings: 0,
      notExamined: [],
      compared: 30,
    },
    findings: [],
    targetGroups: [
      { name: 'web', health: { observedAt: NOW, byState: { healthy: 3 } } },
    ],
    observedAt: NOW,
    ...rest,
  };
}

/** What a world is made of; everything that is not said is as the target needs it. */
export interface WorldOptions {
  from: string;
  to: string;
  /** As `1.30`. */
  minor?: string;
  /** CRDs of which release are there; default: the target's. */
  crds?: string;
  /** The policy of which release the role has; default: the target's. */
  iam?: string;
  /** Version of the chart; absent: installed from the manifest. */
  chart?: string;
  /** Image, where it is not upstream's. */
  image?: string;
  args?: string[];
  kinds?: Kinds;
  /** Gateways of these sides are used, with the CRDs of a release or a bundle. */
  gateways?: {
    sides: Array<'alb' | 'nlb'>;
    crdsOf?: string;
    others?: string[];
  };
  snapshot?: Partial<ClusterSnapshot['kinds']>;
  more?: Partial<AssessReadinessOptions>;
}

/** The options of an assessment of a made world. */
export async function worldOf(
  options: WorldOptions,
): Promise<AssessReadinessOptions> {
  const { from, to, minor = '1.30', gateways, chart } = options;
  const [running, target] = await Promise.all([
    releaseNamed(from),
    releaseNamed(to),
  ]);
  const crds = await releaseNamed(options.crds ?? to);
  const gatewayRelease = await releaseNamed(gateways?.crdsOf ?? to);
  const policy = await releaseNamed(options.iam ?? to);
  const cluster = fittingCluster(running, {
    version: `v${minor}.1`,
    ...(options.image && { image: options.image }),
    ...(options.args && { args: options.args }),
    kinds: {
      serviceAccounts: [
        {
          metadata: meta('lbc', {
            annotations: { 'eks.amazonaws.com/role-arn': ROLE },
          }),
        },
      ],
      customResourceDefinitions: [
        ...crdsOf(crds),
        ...(gateways ? gatewayCrdsOf(gatewayRelease) : []),
      ],
      ...(gateways && {
        gatewayClasses: [
          ...gateways.sides.map(side => `gateway.k8s.aws/${side}`),
          ...(gateways.others ?? []),
        ].map((controllerName, index) => ({
          metadata: meta(`class-${index}`, { namespace: '' }),
          spec: { controllerName },
        })),
        gateways: [],
        httpRoutes: [],
      }),
      ...options.kinds,
    },
    ...(options.snapshot && { snapshot: options.snapshot }),
  });
  const deployments = cluster.kinds.deployments?.items ?? [];
  const charted: ClusterSnapshot = chart
    ? {
        ...cluster,
        kinds: {
          ...cluster.kinds,
          clusterRoles: read([
            {
              metadata: meta('lbc', { namespace: '' }),
              rules: running.rbac.map(({ apiGroup, resource, verb }) => ({
                apiGroups: [apiGroup],
                resources: [resource],
                verbs: [verb],
              })),
            },
          ]),
          deployments: read(
            deployments.map(each => ({
              ...each,
              metadata: {
                ...each.metadata,
                labels: {
                  ...each.metadata.labels,
                  'helm.sh/chart': `aws-load-balancer-controller-${chart}`,
                },
              },
            })),
          ),
        },
      }
    : cluster;
  return {
    now: NOW,
    cluster: charted,
    controllers: [
      {
        cluster: 'prod-1',
        namespace: 'kube-system',
        name: 'lbc',
        flags: {},
        replicas: { wanted: 2, ready: 2 },
        liveness: 'alive',
        because: { code: 'compatibility.no-feature' },
        evidence: [],
        observedAt: NOW,
      },
    ],
    knowledge,
    asked: { owners: 'all', othersToo: true },
    resources: [{ generation: 'lbc', family: 'ingress', count: 1 }],
    iam: iamAssessor({
      readings: {
        accountIds: ['123456789012'],
        roles: { '123456789012': read([roleOf(policy)]) },
      },
      cluster: charted,
      now: NOW,
    }),
    iamObservedAt: NOW,
    subjects: { items: [stack()], whole: true, notSeen: [] },
    rehearse: async () => [
      {
        cluster: 'staging',
        version: target.version,
        since: '2026-11-12T00:00:00.000Z',
        verification: 'verified',
        covers: 3,
        of: 3,
      },
    ],
    cadence: CADENCE,
    target: { kind: 'controller', version: to },
    ...options.more,
  };
}

/** The report of a world; an error where the question is wrong. */
export async function reportOf(
  options: AssessReadinessOptions,
): Promise<ReadinessReport> {
  const answer = await assessReadiness(options);
  if ('problem' in answer) {
    throw new Error(answer.problem.code);
  }
  return answer;
}

/** All that neither passed nor does not apply, as `<code> <status> <message>`. */
export function told({ findings }: ReadinessReport): string[] {
  return findings
    .filter(({ status }) => status !== 'pass' && status !== 'not-applicable')
    .map(
      ({ code, status, message }) =>
        `${code} ${status} ${message.code.replace(/^\w+\./, '')}`,
    )
    .sort();
}
