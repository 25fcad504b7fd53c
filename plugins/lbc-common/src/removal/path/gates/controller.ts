import { message } from '../../../messages';
import { PathContext } from '../input';
import { RemovalGate } from '../types';

/** While anything is left, only a controller that lives can take it away. */
export function controllerGate(
  context: PathContext,
  others: readonly RemovalGate[],
): RemovalGate {
  const { running, cluster } = context;
  const { deployments } = cluster.kinds;
  const isNeeded = others.some(
    ({ decides, status }) => decides && status === 'open',
  );
  const isUnsure = others.some(
    ({ decides, status }) => decides && status === 'unknown',
  );
  const lives = running?.liveness;
  const base = {
    id: 'controller' as const,
    decides: true,
    items: [],
    commands: [],
    ...(deployments?.observedAt && { observedAt: deployments.observedAt }),
  };
  const params = { cluster: cluster.cluster };
  if (lives === 'alive') {
    return {
      ...base,
      status: 'met',
      because: message('removal-gate.controller-lives', params),
      notSeen: [],
    };
  }
  if (!isNeeded && !isUnsure) {
    return {
      ...base,
      status: 'met',
      because: message('removal-gate.controller-not-needed', params),
      notSeen: [],
    };
  }
  const isGone =
    lives === 'gone' || (!running && deployments?.coverage === 'complete');
  return isGone && isNeeded
    ? {
        ...base,
        status: 'open',
        because: message('removal-gate.controller-gone', params),
        notSeen: [],
      }
    : {
        ...base,
        status: 'unknown',
        because: message('removal-gate.controller-unknown', params),
        notSeen: [],
      };
}
