import type {
  CustomResourceDefinitionObject,
  KubernetesObjects,
  PlainObject,
  WebhookConfigurationObject,
} from '../../inventory';
import type { Release } from '../../knowledge/types';
import { clusterOf, deploymentOf, meta, podOf } from './clusters';

type Kinds = {
  [K in keyof KubernetesObjects]?: KubernetesObjects[K][];
};

/** CRDs as a release brings them. */
export function crdsOf(release: Release): CustomResourceDefinitionObject[] {
  return release.crds.map(({ name, kind, versions }) => ({
    metadata: meta(name, {
      namespace: '',
      creationTimestamp: '2026-01-01T00:00:00Z',
    }),
    spec: {
      group: name.slice(name.indexOf('.') + 1),
      names: { kind, plural: name.split('.')[0] },
      versions: versions.map(({ name: version, served, storage, fields }) => ({
        name: version,
        served,
        storage,
        fields: [...fields],
      })),
    },
    status: {
      storedVersions: versions
        .filter(({ storage }) => storage)
        .map(each => each.name),
    },
  }));
}

/** CRDs of the Gateway API that a release needs, and no others. */
export function gatewayCrdsOf(
  release: Release,
  bundle = release.gatewayApi?.builtFor ?? 'v1.3.0',
): CustomResourceDefinitionObject[] {
  const needs = [
    ...(release.gatewayApi?.alb ?? []),
    ...(release.gatewayApi?.nlb ?? []),
  ].filter(({ crd }) => crd.endsWith('.gateway.networking.k8s.io'));
  const byName = new Map<string, Set<string>>();
  for (const { crd, version } of needs) {
    byName.set(crd, (byName.get(crd) ?? new Set()).add(version));
  }
  return [...byName].map(([name, versions]) => ({
    metadata: meta(name, {
      namespace: '',
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: {
        'gateway.networking.k8s.io/bundle-version': bundle,
        'gateway.networking.k8s.io/channel': 'standard',
      },
    }),
    spec: {
      group: 'gateway.networking.k8s.io',
      versions: [...versions].map(version => ({
        name: version,
        served: true,
        storage: true,
      })),
    },
  }));
}

/** Roles of the manifest of a release, bound to the service account `lbc`. */
export function rbacOf(release: Release): Kinds {
  const rulesOf = (kind: 'ClusterRole' | 'Role') =>
    release.rbac
      .filter(rule => rule.channel === 'manifest' && rule.kind === kind)
      .map(({ apiGroup, resource, verb, resourceNames }) => ({
        apiGroups: [apiGroup],
        resources: [resource],
        verbs: [verb],
        ...(resourceNames && { resourceNames }),
      }));
  const subjects = [
    { kind: 'ServiceAccount', name: 'lbc', namespace: 'kube-system' },
  ];
  const binding = (kind: string, namespace: string): PlainObject => ({
    metadata: meta('lbc', { namespace }),
    roleRef: { kind, name: 'lbc' },
    subjects,
  });
  return {
    clusterRoles: [
      {
        metadata: meta('lbc', { namespace: '' }),
        rules: rulesOf('ClusterRole'),
      },
    ],
    clusterRoleBindings: [binding('ClusterRole', '')],
    roles: [{ metadata: meta('lbc'), rules: rulesOf('Role') }],
    roleBindings: [binding('Role', 'kube-system')],
  };
}

/** Webhooks of a release, with Pods that answer. */
export function webhooksOf(release: Release): Kinds {
  const configuration = (
    wanted: 'Mutating' | 'Validating',
  ): WebhookConfigurationObject => ({
    metadata: meta('aws-load-balancer-webhook', { namespace: '' }),
    webhooks: release.webhooks
      .filter(({ type }) => type === wanted)
      .map(({ name, failurePolicy, resources, operations }) => ({
        name,
        failurePolicy,
        rules: [{ resources: [...resources], operations: [...operations] }],
        clientConfig: {
          service: { namespace: 'kube-system', name: 'webhook' },
          caBundleHash: 'ca',
        },
      })),
  });
  return {
    mutatingWebhookConfigurations: [configuration('Mutating')],
    validatingWebhookConfigurations: [configuration('Validating')],
    endpointSlices: [
      {
        metadata: meta('webhook-1', {
          labels: { 'kubernetes.io/service-name': 'webhook' },
        }),
        endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true } }],
      },
    ],
  };
}

/** A cluster in which a release has all that it needs. */
export function fittingCluster(
  release: Release,
  options: {
    version?: string;
    image?: string;
    args?: string[];
    kinds?: Kinds;
    snapshot?: NonNullable<Parameters<typeof clusterOf>[1]>['kinds'];
  } = {},
) {
  const image =
    options.image ??
    `public.ecr.aws/eks/aws-load-balancer-controller:${release.version}`;
  return clusterOf(
    {
      namespaces: [{ metadata: meta('shop', { namespace: '' }) }],
      deployments: [deploymentOf({ image, args: options.args })],
      pods: [podOf({ image, name: 'a' }), podOf({ image, name: 'b' })],
      serviceAccounts: [{ metadata: meta('lbc') }],
      customResourceDefinitions: crdsOf(release),
      ...rbacOf(release),
      ...webhooksOf(release),
      ...options.kinds,
    },
    {
      ...(options.version !== undefined && { version: options.version }),
      kinds: options.snapshot,
    },
  );
}
