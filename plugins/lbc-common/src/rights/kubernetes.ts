import {
  KUBERNETES_KINDS,
  KubernetesKind,
  KubernetesKindName,
} from '../inventory/kinds';
import type {
  HiddenWithout,
  KubernetesQuestion,
  KubernetesRight,
} from './types';

/** The lock of controllers up to 2.4.7 is a ConfigMap of this name. */
const LOCK_NAME = 'aws-load-balancer-controller-leader';

type Own = Partial<Pick<KubernetesRight, 'hides' | 'verbs' | 'resourceNames'>>;

/** What is not as of most kinds: to list them, and what depends on them. */
const OWN: Partial<Record<KubernetesKindName, Own>> = {
  namespaces: { hides: 'cluster-identity' },
  ingresses: { hides: 'ingresses' },
  ingressClasses: { hides: 'ingresses' },
  ingressClassParams: { hides: 'ingresses' },
  autoModeIngressClassParams: { hides: 'ingresses' },
  services: { hides: 'services' },
  targetGroupBindings: { hides: 'target-group-bindings' },
  autoModeTargetGroupBindings: { hides: 'target-group-bindings' },
  globalAccelerators: { hides: 'accelerators' },
  customResourceDefinitions: { hides: 'crds' },
  deployments: { hides: 'controllers' },
  replicaSets: { hides: 'controllers' },
  pods: { hides: 'controllers' },
  leases: { hides: 'locks', verbs: ['get'] },
  configMaps: { hides: 'locks', verbs: ['get'], resourceNames: [LOCK_NAME] },
  podDisruptionBudgets: { hides: 'disruption-budgets' },
  serviceAccounts: { hides: 'rbac', verbs: ['get'] },
  roles: { hides: 'rbac' },
  roleBindings: { hides: 'rbac' },
  clusterRoles: { hides: 'rbac' },
  clusterRoleBindings: { hides: 'rbac' },
  mutatingWebhookConfigurations: { hides: 'webhooks' },
  validatingWebhookConfigurations: { hides: 'webhooks' },
  endpointSlices: { hides: 'webhooks' },
  events: { hides: 'events' },
};

const NAMES = Object.keys(KUBERNETES_KINDS) as KubernetesKindName[];

/**
 * What every cluster must allow, one entry a kind: everything that a sweep and
 * the reading of a stack ask for, and nothing more. The shipped ClusterRole, the
 * documentation, the doctor and the banners are made of it.
 * @public
 */
export const KUBERNETES_RIGHTS: readonly KubernetesRight[] = [
  {
    kind: 'version',
    apiGroup: '',
    resource: '',
    verbs: ['get'],
    // Every user has these by default (system:discovery); a hardened cluster may not give them.
    nonResourceURLs: ['/version', '/api', '/api/*', '/apis', '/apis/*'],
    hides: 'version',
  },
  ...NAMES.map(rightOfKind),
  {
    kind: 'nodes',
    apiGroup: '',
    resource: 'nodes',
    verbs: ['list'],
    hides: 'nodes',
  },
];

const BY_KIND = new Map(KUBERNETES_RIGHTS.map(each => [each.kind, each]));
const BY_ID = new Map<string, KubernetesRight>(
  KUBERNETES_RIGHTS.flatMap(right => [
    [right.kind, right] as const,
    [idOf(right), right] as const,
  ]),
);

/** What must be allowed for a kind to be read. @public */
export function kubernetesRight(kind: KubernetesQuestion): KubernetesRight {
  const right = BY_KIND.get(kind);
  if (!right) {
    throw new Error(`There is no right for ${kind}`);
  }
  return right;
}

/** The same by a name of any form: `ingresses`, `ingresses.networking.k8s.io`. @public */
export function findKubernetesRight(name: string): KubernetesRight | undefined {
  return BY_ID.get(name);
}

function idOf({ kind, resource, apiGroup }: KubernetesRight): string {
  return resource
    ? [resource, apiGroup].filter(part => part !== '').join('.')
    : kind;
}

function rightOfKind(name: KubernetesKindName): KubernetesRight {
  const { group, plural }: KubernetesKind = KUBERNETES_KINDS[name];
  const { hides, verbs, resourceNames } = OWN[name] ?? {};
  return {
    kind: name,
    apiGroup: group,
    resource: plural,
    verbs: verbs ?? ['list'],
    ...(resourceNames && { resourceNames }),
    hides: hides ?? hiddenByGroup(group),
  };
}

function hiddenByGroup(group: string): HiddenWithout {
  return group.includes('gateway') ? 'gateways' : 'ingresses';
}
