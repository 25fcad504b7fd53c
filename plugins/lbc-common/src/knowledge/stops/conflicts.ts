import { message, Message } from '../../messages';
import type {
  KubernetesRange,
  LeaderLock,
  ReleaseSummary,
  Sureness,
} from '../types';

/** Why one release may not directly follow another. */
export interface Conflict {
  because: Message;
  sureness: Sureness;
}

const LOCKS: Record<LeaderLock, readonly string[]> = {
  configmaps: ['configmaps'],
  configmapsleases: ['configmaps', 'leases'],
  leases: ['leases'],
};

/** All reasons why `to` may not directly follow `from`. */
export function conflictsOf(
  from: ReleaseSummary,
  to: ReleaseSummary,
): Conflict[] {
  return [...lockConflict(from, to), ...kubernetesConflict(from, to)];
}

/** While both run, only a lock that both write keeps one of them waiting. */
function lockConflict(from: ReleaseSummary, to: ReleaseSummary): Conflict[] {
  if (LOCKS[from.lock].some(lock => LOCKS[to.lock].includes(lock))) {
    return [];
  }
  return [
    {
      because: message('stop.leader-lock', {
        from: from.version,
        to: to.version,
        fromLock: from.lock,
        toLock: to.lock,
      }),
      sureness: 'inferred',
    },
  ];
}

/** No Kubernetes version runs both: the cluster must be upgraded in between. */
function kubernetesConflict(
  from: ReleaseSummary,
  to: ReleaseSummary,
): Conflict[] {
  const [low, high] =
    minorOf(from.kubernetes.min) <= minorOf(to.kubernetes.min)
      ? [from, to]
      : [to, from];
  const { max } = low.kubernetes;
  if (max === undefined || minorOf(max) >= minorOf(high.kubernetes.min)) {
    return [];
  }
  return [
    {
      because: message('stop.kubernetes-range', {
        older: low.version,
        newer: high.version,
        max,
        min: high.kubernetes.min,
      }),
      sureness: worstOf(low.kubernetes, high.kubernetes),
    },
  ];
}

function minorOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
}

function worstOf(...ranges: KubernetesRange[]): Sureness {
  const order: Sureness[] = ['inferred', 'client-library', 'documented'];
  return (
    order.find(each => ranges.some(({ sureness }) => sureness === each)) ??
    'inferred'
  );
}
