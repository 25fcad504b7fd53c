import {
  ClusterSnapshot,
  IngressObject,
  KindSnapshot,
  KubernetesKindName,
  ServiceObject,
} from '../../inventory';
import { driftObjects } from '../expected/objects';
import { expectedModel } from '../expected/expectedModel';
import { Expected, ExpectedModel } from '../expected/types';

const AT = '2026-11-24T10:00:00.000Z';
const ALB = 'alb.ingress.kubernetes.io';

export const FLAGS: Record<string, string> = {
  'cluster-name': 'prod-1',
  'ingress-class': 'alb',
  'aws-vpc-id': 'vpc-1',
};

function complete<T>(items: readonly T[]): KindSnapshot<T> {
  return { coverage: 'complete', items, attemptedAt: AT };
}

type Kinds = Partial<Record<KubernetesKindName, readonly unknown[]>>;

/** A cluster that was read completely, with these objects and no others. */
export function clusterWith(
  kinds: Kinds,
  unread: readonly KubernetesKindName[] = [],
): ClusterSnapshot {
  const names: KubernetesKindName[] = [
    'namespaces',
    'ingresses',
    'ingressClasses',
    'ingressClassParams',
    'services',
    'targetGroupBindings',
    'gateways',
    'gatewayClasses',
    'httpRoutes',
    'grpcRoutes',
    'tcpRoutes',
    'udpRoutes',
    'tlsRoutes',
    'listenerSets',
    'referenceGrants',
    'loadBalancerConfigurations',
    'targetGroupConfigurations',
    'listenerRuleConfigurations',
  ];
  return {
    cluster: 'prod-1',
    kinds: Object.fromEntries(
      names
        .filter(name => !unread.includes(name))
        .map(name => [name, complete(kinds[name] ?? [])]),
    ) as ClusterSnapshot['kinds'],
  };
}

export const ALB_CLASS = {
  metadata: { name: 'alb', namespace: '', uid: 'class' },
  spec: { controller: 'ingress.k8s.aws/alb' },
};

export const WEB: ServiceObject = {
  metadata: { name: 'web', namespace: 'shop', uid: 'service-web' },
  spec: {
    type: 'NodePort',
    ports: [{ port: 80, targetPort: 8080, nodePort: 30080, protocol: 'TCP' }],
    ipFamilies: ['IPv4'],
  },
};

/** An Ingress `shop/web`; annotations without their prefix. */
export function ingressWith(
  annotations: Record<string, string> = {},
  name = 'web',
): IngressObject {
  return {
    metadata: {
      name,
      namespace: 'shop',
      uid: `ingress-${name}`,
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `${ALB}/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      ingressClassName: 'alb',
      rules: [
        {
          host: `${name}.example.com`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  };
}

/** What is expected of an Ingress `shop/web`. */
export function expectedOf(
  annotations: Record<string, string>,
  options: {
    kinds?: Kinds;
    unread?: KubernetesKindName[];
    flags?: Record<string, string>;
    stack?: string;
  } = {},
): Expected {
  const { kinds = {}, unread, flags = {}, stack = 'shop/web' } = options;
  return expectedModel({
    objects: driftObjects({
      cluster: clusterWith(
        {
          ingresses: [ingressWith(annotations)],
          ingressClasses: [ALB_CLASS],
          services: [WEB],
          ...kinds,
        },
        unread,
      ),
    }),
    flags: { ...FLAGS, ...flags },
    version: 'v3.5.0',
    stack: { family: 'ingress', value: stack },
    clusterTag: 'prod-1',
    existing: 'none',
  });
}

/** The same for a Service `edge/db` of the controller's class. */
export function expectedOfService(
  annotations: Record<string, string>,
  spec: ServiceObject['spec'] = {},
  existing?: Parameters<typeof expectedModel>[0]['existing'],
): Expected {
  const service: ServiceObject = {
    metadata: {
      name: 'db',
      namespace: 'edge',
      uid: 'service-db',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `service.beta.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'service.k8s.aws/nlb',
      ports: [
        { port: 5432, targetPort: 5432, nodePort: 30432, protocol: 'TCP' },
      ],
      ...spec,
    },
  };
  return expectedModel({
    objects: driftObjects({ cluster: clusterWith({ services: [service] }) }),
    flags: FLAGS,
    version: 'v3.5.0',
    stack: { family: 'service', value: 'edge/db' },
    clusterTag: 'prod-1',
    existing,
  });
}

/** The model, where one is built. */
export function modelOf(expected: Expected): ExpectedModel {
  if (expected.status !== 'built') {
    throw new Error(JSON.stringify(expected));
  }
  return expected.model;
}
