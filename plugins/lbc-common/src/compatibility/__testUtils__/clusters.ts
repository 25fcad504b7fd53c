import type {
  ClusterSnapshot,
  KindSnapshot,
  KubernetesKindName,
  KubernetesObjects,
} from '../../inventory';
import { KUBERNETES_KINDS } from '../../inventory';
import type { DeploymentObject, ObjectMeta, PodObject } from '../../inventory';

export const NOW = '2026-11-24T12:00:00.000Z';
const LABELS = { 'app.kubernetes.io/name': 'aws-load-balancer-controller' };

/** A kind that was read whole. */
export function read<T>(items: readonly T[]): KindSnapshot<T> {
  return {
    coverage: 'complete',
    items,
    sweptAt: NOW,
    observedAt: NOW,
    attemptedAt: NOW,
  };
}

/** A kind that may not be read. */
export function denied<T>(): KindSnapshot<T> {
  return { coverage: 'denied', items: [], attemptedAt: NOW };
}

type Kinds = { [K in KubernetesKindName]?: KubernetesObjects[K][] };

/** A cluster whose every kind was read; `kinds` are those that it has any of. */
export function clusterOf(
  kinds: Kinds,
  more: { version?: string; kinds?: Partial<ClusterSnapshot['kinds']> } = {},
): ClusterSnapshot {
  const names = Object.keys(KUBERNETES_KINDS) as KubernetesKindName[];
  const all: Record<string, KindSnapshot<unknown>> = Object.fromEntries(
    names.map(name => [
      name,
      kinds[name] === undefined && 'custom' in KUBERNETES_KINDS[name]
        ? { ...read([]), coverage: 'absent' as const }
        : read<unknown>(kinds[name] ?? []),
    ]),
  );
  return {
    cluster: 'prod-1',
    version: more.version ?? 'v1.34.4',
    kinds: { ...(all as ClusterSnapshot['kinds']), ...more.kinds },
  };
}

export function meta(name: string, more: Partial<ObjectMeta> = {}): ObjectMeta {
  return { name, namespace: 'kube-system', uid: `uid-${name}`, ...more };
}

/** A Deployment of the controller as the chart makes it. */
export function deploymentOf(options: {
  image: string;
  name?: string;
  namespace?: string;
  args?: string[];
  env?: Array<{ name: string; value?: string }>;
  replicas?: number;
  ready?: number;
  labels?: Record<string, string>;
  status?: DeploymentObject['status'];
}): DeploymentObject {
  const { image, name = 'lbc', namespace = 'kube-system' } = options;
  const { replicas = 2, ready = replicas, args, env } = options;
  return {
    metadata: meta(name, {
      namespace,
      labels: { ...LABELS, ...options.labels },
    }),
    spec: {
      replicas,
      selector: { matchLabels: { ...LABELS, app: name } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      template: {
        spec: {
          serviceAccountName: 'lbc',
          containers: [
            { name: 'aws-load-balancer-controller', image, args, env },
          ],
        },
      },
    },
    status: {
      replicas,
      readyReplicas: ready,
      availableReplicas: ready,
      updatedReplicas: replicas,
      ...options.status,
    },
  };
}

/** A Pod of such a Deployment. */
export function podOf(options: {
  image: string;
  name: string;
  of?: string;
  ready?: boolean;
  env?: Array<{ name: string; value?: string }>;
}): PodObject {
  const { image, name, of = 'lbc', ready = true, env } = options;
  return {
    metadata: meta(name, { labels: { ...LABELS, app: of } }),
    spec: {
      containers: [{ name: 'aws-load-balancer-controller', image, env }],
    },
    status: {
      phase: 'Running',
      startTime: '2026-11-24T11:00:00Z',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  };
}
