import { KubernetesKindName } from '../../../inventory/kinds';
import { OwnerRecord } from '../../../inventory/owners/types';
import { OwnerKind } from '../../../inventory/subject';
import { message } from '../../../messages';
import { objectName } from '../../items';
import { kubectl } from '../commands';
import { PathContext } from '../input';
import { RemovalGate, RemovalGateId } from '../types';
import { gate, readAt, unreadKinds, unreadNamespaces } from './gate';

/** Kinds of owner, with what decides whether the controller serves one. */
export const OWNER_GATES: ReadonlyArray<{
  id: RemovalGateId;
  kind: OwnerKind;
  resource: string;
  kinds: readonly KubernetesKindName[];
}> = [
  {
    id: 'ingresses',
    kind: 'Ingress',
    resource: 'ingresses.networking.k8s.io',
    kinds: ['ingresses', 'ingressClasses', 'ingressClassParams'],
  },
  {
    id: 'services',
    kind: 'Service',
    resource: 'services',
    kinds: ['services'],
  },
  {
    id: 'gateways',
    kind: 'Gateway',
    resource: 'gateways.gateway.networking.k8s.io',
    kinds: ['gateways', 'gatewayClasses'],
  },
  {
    id: 'global-accelerators',
    kind: 'GlobalAccelerator',
    resource: 'globalaccelerators.aga.k8s.aws',
    kinds: ['globalAccelerators'],
  },
];

/**
 * Whether the controller has to let go of an owner: it holds one of its
 * finalizers, or asks it for a load balancer. Those of Auto Mode and of others
 * are not its.
 */
export function isHeld({ claim, finalizers }: OwnerRecord): boolean {
  if (claim.by === 'eks-auto-mode') {
    return false;
  }
  return (
    finalizers.length > 0 ||
    (claim.by === 'controller' &&
      (claim.status === 'claimed' || claim.status === 'class-missing'))
  );
}

/** Owners of one kind that the controller holds, as in `Ingress shop/web`. */
export function heldOwners(
  records: readonly OwnerRecord[],
  kind: OwnerKind,
): string[] {
  return records
    .filter(each => each.kind === kind && isHeld(each))
    .map(({ metadata }) => objectName({ kind, ...metadata }));
}

/** No owner may hold a finalizer, or claim a load balancer. */
export function ownerGates(
  context: PathContext,
  records: readonly OwnerRecord[],
): RemovalGate[] {
  return OWNER_GATES.map(({ id, kind, resource, kinds }) => {
    const undecided = records.filter(
      record =>
        record.kind === kind &&
        !isHeld(record) &&
        record.claim.status === 'unknown',
    );
    return gate({
      id,
      items: heldOwners(records, kind),
      notSeen: [
        ...unreadNamespaces(context),
        ...unreadKinds(context, kinds),
        ...undecided.slice(0, 5).map(({ metadata }) =>
          message('removal-gate.claim-unknown', {
            object: objectName({ kind, ...metadata }),
          }),
        ),
      ],
      observedAt: readAt(context, kinds),
      commands: [
        kubectl(
          message('removal-command.finalizers', { kind }),
          'get',
          resource,
          '-A',
          '-o',
          'custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,FINALIZERS:.metadata.finalizers',
        ),
      ],
      says: {
        none: message('removal-gate.owners-none', { kind }),
        some: count => message('removal-gate.owners', { kind, count }),
      },
    });
  });
}
