import { Family } from '../identity/tags';
import { WithoutRows } from '../lifecycle/orphan/rows';
import { Message, message } from '../messages';
import { provesAbsence } from './coverage';
import { KUBERNETES_KINDS, KubernetesKind, KubernetesKindName } from './kinds';
import { ClusterSnapshot } from './snapshot';
import { UnitMemory } from './unit';

/** Whether all kinds that decide about a family's owners were read completely. */
export interface FamilyReading {
  complete: boolean;
  /** What was not, one message a kind. */
  gaps: Message[];
  /** When the sweep began that read its objects; absent where nothing was read. */
  sweptAt?: string;
  /** The oldest reading among its kinds. */
  observedAt?: string;
}

/** A family is judged only when all its kinds are complete (DESIGN §4). */
const KINDS: Record<Family, KubernetesKindName[]> = {
  ingress: ['ingresses', 'ingressClasses', 'ingressClassParams'],
  service: ['services'],
  gateway: ['gateways', 'gatewayClasses'],
  'global-accelerator': ['globalAccelerators'],
};

/** The kind that holds a family's owners. */
export const OWNER_KIND: Record<Family, KubernetesKindName> = {
  ingress: 'ingresses',
  service: 'services',
  gateway: 'gateways',
  'global-accelerator': 'globalAccelerators',
};

/**
 * Whether absence from a kind proves anything. A kind that Kubernetes itself
 * brings is never absent, and a custom one is only while no CRD defines it:
 * discovery that leaves a group out for a while proves nothing.
 */
export function provesAbsenceOf(
  { kinds }: ClusterSnapshot,
  name: KubernetesKindName,
): boolean {
  const kind: KubernetesKind = KUBERNETES_KINDS[name];
  return kinds[name]?.coverage === 'absent'
    ? kind.custom === true &&
        !kinds.customResourceDefinitions?.items.some(
          ({ metadata }) => metadata.name === kind.id,
        )
    : provesAbsence(kinds[name]);
}

/** What the list of namespaces lacks. */
export function namespaceGaps(
  cluster: ClusterSnapshot,
  memory: UnitMemory,
): Message[] {
  const { namespaces } = cluster.kinds;
  if (namespaces?.coverage !== 'complete') {
    return [message('gap.kind-incomplete', { kind: 'namespaces' })];
  }
  const listed = new Set(namespaces.items.map(each => each.metadata.name));
  // Proxies that filter by RBAC answer 200 with less.
  const missing = ['kube-system', ...memory.namespacesWithOwners].filter(
    name => !listed.has(name),
  );
  return missing.length > 0
    ? [message('gap.namespaces-missing', { namespaces: missing })]
    : [];
}

function earliest(times: Array<string | undefined>): string | undefined {
  return times.reduce<string | undefined>(
    (oldest, each) =>
      each !== undefined && (oldest === undefined || each < oldest)
        ? each
        : oldest,
    undefined,
  );
}

/** Reads how completely a family was read. */
export function readFamily(
  cluster: ClusterSnapshot,
  family: Family,
  memory: UnitMemory,
  without?: WithoutRows,
): FamilyReading {
  const gaps = without?.has('namespaces-listed')
    ? []
    : namespaceGaps(cluster, memory);
  for (const name of KINDS[family]) {
    if (!provesAbsenceOf(cluster, name) && !without?.has('family-complete')) {
      gaps.push(
        message('gap.kind-incomplete', { kind: KUBERNETES_KINDS[name].id }),
      );
    }
  }
  const kinds = [...KINDS[family], 'namespaces' as const].map(
    name => cluster.kinds[name],
  );
  const owners = cluster.kinds[OWNER_KIND[family]];
  return {
    complete: gaps.length === 0,
    gaps,
    sweptAt: owners?.sweptAt,
    observedAt: earliest(kinds.map(kind => kind?.observedAt)),
  };
}
