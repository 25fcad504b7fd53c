import { isByUser } from '../../../identity/bindings';
import { message } from '../../../messages';
import { objectName } from '../../items';
import { kubectl } from '../commands';
import { PathContext } from '../input';
import { RemovalGate } from '../types';
import { gate, readAt, unreadKinds, unreadNamespaces } from './gate';

const KINDS = ['targetGroupBindings'] as const;

/** No TargetGroupBinding may be left: each holds its finalizer, and people write some. */
export function targetBindingGate(context: PathContext): RemovalGate {
  const items = context.cluster.kinds.targetGroupBindings?.items ?? [];
  const written = items.filter(isByUser).length;
  return gate({
    id: 'target-bindings',
    items: items.map(({ metadata }) =>
      objectName({ kind: 'TargetGroupBinding', ...metadata }),
    ),
    notSeen: [...unreadNamespaces(context), ...unreadKinds(context, KINDS)],
    observedAt: readAt(context, KINDS),
    commands: [
      kubectl(
        message('removal-command.target-bindings'),
        'get',
        'targetgroupbindings.elbv2.k8s.aws',
        '-A',
      ),
    ],
    says: {
      none: message('removal-gate.target-bindings-none'),
      some: count =>
        message('removal-gate.target-bindings', { count, written }),
    },
  });
}
