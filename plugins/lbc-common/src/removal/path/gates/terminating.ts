import { controllerFinalizers } from '../../../identity/finalizers';
import { ObjectMeta } from '../../../inventory/objects';
import { message } from '../../../messages';
import { objectName } from '../../items';
import { kubectl } from '../commands';
import { PathContext } from '../input';
import { RemovalGate } from '../types';
import { gate, readAt, unreadKinds, unreadNamespaces } from './gate';

const KINDS = [
  'ingresses',
  'services',
  'gateways',
  'globalAccelerators',
  'targetGroupBindings',
] as const;

const NAMES: Record<(typeof KINDS)[number], string> = {
  ingresses: 'Ingress',
  services: 'Service',
  gateways: 'Gateway',
  globalAccelerators: 'GlobalAccelerator',
  targetGroupBindings: 'TargetGroupBinding',
};

function waits({ deletionTimestamp, finalizers }: ObjectMeta): boolean {
  return (
    deletionTimestamp !== undefined &&
    controllerFinalizers(finalizers).length > 0
  );
}

/** What is being deleted and waits for the controller would wait for ever. */
export function terminatingGate(context: PathContext): RemovalGate {
  const { kinds } = context.cluster;
  const items = KINDS.flatMap(name =>
    (kinds[name]?.items ?? [])
      .filter(({ metadata }) => waits(metadata))
      .map(({ metadata }) => objectName({ kind: NAMES[name], ...metadata })),
  );
  const namespaces = (kinds.namespaces?.items ?? [])
    .filter(
      ({ metadata, status }) =>
        metadata.deletionTimestamp !== undefined ||
        status?.phase === 'Terminating',
    )
    // One without any of these waits for something else.
    .filter(({ metadata }) =>
      KINDS.some(name =>
        (kinds[name]?.items ?? []).some(
          each =>
            each.metadata.namespace === metadata.name &&
            controllerFinalizers(each.metadata.finalizers).length > 0,
        ),
      ),
    )
    .map(({ metadata }) => `Namespace ${metadata.name}`);
  return gate({
    id: 'terminating',
    items: [...items, ...namespaces],
    notSeen: [...unreadNamespaces(context), ...unreadKinds(context, KINDS)],
    observedAt: readAt(context, KINDS),
    commands: [
      kubectl(
        message('removal-command.terminating'),
        'get',
        'ingresses,services',
        '-A',
        '-o',
        'custom-columns=KIND:.kind,NAMESPACE:.metadata.namespace,NAME:.metadata.name,DELETED:.metadata.deletionTimestamp',
      ),
    ],
    says: {
      none: message('removal-gate.terminating-none'),
      some: count => message('removal-gate.terminating', { count }),
    },
  });
}
