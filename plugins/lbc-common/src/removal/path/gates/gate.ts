import { STALE_AFTER_CADENCES } from '../../../inventory/coverage';
import { provesAbsenceOf } from '../../../inventory/families';
import { KUBERNETES_KINDS, KubernetesKindName } from '../../../inventory/kinds';
import { Message, message } from '../../../messages';
import { PathContext } from '../input';
import { RemovalGate, RemovalGateId } from '../types';

/** The most names that one answer lists. */
export const MOST_ITEMS = 50;

/** What was counted, and how well. */
export interface Counted {
  id: RemovalGateId;
  decides?: boolean;
  items: readonly string[];
  notSeen: readonly Message[];
  observedAt: ReadonlyArray<string | undefined>;
  commands: RemovalGate['commands'];
  /** What it counts, as a code of its own: none, some. */
  says: { none: Message; some: (count: number) => Message };
}

/** Nothing counted and something not seen is unknown, never zero. */
export function gate(counted: Counted): RemovalGate {
  const { id, decides = true, notSeen, commands, says } = counted;
  const items = [...new Set(counted.items)].sort();
  const count = items.length;
  const [observedAt] = counted.observedAt.flatMap(at => at ?? []).sort();
  const isKnown = count > 0 || notSeen.length === 0;
  return {
    id,
    decides,
    ...(count > 0
      ? { status: 'open', because: says.some(count) }
      : {
          status: isKnown ? 'met' : 'unknown',
          because: isKnown ? says.none : message('removal-gate.not-counted'),
        }),
    ...(isKnown && { count }),
    items: items.slice(0, MOST_ITEMS),
    notSeen: [...notSeen],
    commands,
    ...(observedAt !== undefined && { observedAt }),
  };
}

/** Why a source is too old to prove that nothing is there. */
export function tooOld(
  context: Pick<PathContext, 'now'>,
  source: string,
  read: { observedAt?: string; everySeconds: number },
): Message[] {
  const { observedAt, everySeconds } = read;
  const age =
    observedAt === undefined
      ? Number.POSITIVE_INFINITY
      : (Date.parse(context.now) - Date.parse(observedAt)) / 1000;
  return observedAt !== undefined && age > STALE_AFTER_CADENCES * everySeconds
    ? [message('removal-gate.too-old', { source, observedAt })]
    : [];
}

/** What of some kinds was not read whole, or too long ago. */
export function unreadKinds(
  context: PathContext,
  names: readonly KubernetesKindName[],
): Message[] {
  const { cluster, cadence } = context;
  return names.flatMap(name => {
    const { id } = KUBERNETES_KINDS[name];
    const kind = cluster.kinds[name];
    if (!provesAbsenceOf(cluster, name)) {
      return [
        message('removal-gate.kind-not-read', {
          kind: id,
          cluster: cluster.cluster,
        }),
      ];
    }
    return tooOld(context, id, {
      // What is not installed was looked for, and has no items.
      observedAt:
        kind?.coverage === 'absent' ? kind.attemptedAt : kind?.observedAt,
      everySeconds: cadence.kubernetesSeconds,
    });
  });
}

/**
 * A proxy that filters by RBAC answers 200 with less: only a list of namespaces
 * that has `kube-system` shows that the whole cluster was seen.
 */
export function unreadNamespaces(context: PathContext): Message[] {
  const { namespaces } = context.cluster.kinds;
  const isWhole =
    namespaces?.coverage === 'complete' &&
    namespaces.items.some(({ metadata }) => metadata.name === 'kube-system');
  return isWhole
    ? []
    : [
        message('removal-gate.kind-not-read', {
          kind: KUBERNETES_KINDS.namespaces.id,
          cluster: context.cluster.cluster,
        }),
      ];
}

/** When kinds were read. */
export function readAt(
  { cluster }: PathContext,
  names: readonly KubernetesKindName[],
): Array<string | undefined> {
  return names.map(name => cluster.kinds[name]?.observedAt);
}
