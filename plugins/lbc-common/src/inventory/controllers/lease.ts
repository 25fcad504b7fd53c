import { ClusterSnapshot } from '../snapshot';
import { KindSnapshot, provesAbsence } from '../coverage';

const DEFAULT_LOCK = 'aws-load-balancer-controller-leader';
const LOCK_ANNOTATION = 'control-plane.alpha.kubernetes.io/leader';
/** Leader changes of minutes are normal (facts/tags-and-identity.md §7). */
const FRESH_SECONDS = 120;
/** Twice what a Lease lasts: below that a lock says nothing at all. */
const LEAST_FRESH_SECONDS = 30;

/** What the leader's lock says, against the server's own clock. */
export interface LockReading {
  /** `unread`: an unreadable lock is no evidence. */
  status: 'fresh' | 'stale' | 'none' | 'unread';
  renewedAt?: string;
  /** When a fresh one becomes stale, unless it is renewed. */
  staleAt?: string;
  holder?: string;
  observedAt?: string;
}

function renewedOfConfigMap(text: string | undefined): string | undefined {
  const match = /"renewTime"\s*:\s*"([^"]+)"/.exec(text ?? '');
  return match?.[1];
}

function newest(readings: LockReading[]): LockReading | undefined {
  return readings.reduce<LockReading | undefined>(
    (best, each) =>
      !best || (each.renewedAt ?? '') > (best.renewedAt ?? '') ? each : best,
    undefined,
  );
}

function statusOf(
  renewedAt: string | undefined,
  kind: KindSnapshot<unknown>,
  freshSeconds: number,
): 'fresh' | 'stale' | 'none' {
  if (!renewedAt) {
    return 'none';
  }
  const serverTime = Date.parse(kind.serverTime ?? kind.observedAt ?? '');
  const age = (serverTime - Date.parse(renewedAt)) / 1000;
  return age <= freshSeconds ? 'fresh' : 'stale';
}

/** The moment after which nobody would call the lock fresh any more. */
function staleAt(lock: LockReading, freshSeconds: number): string | undefined {
  return lock.status === 'fresh' && lock.renewedAt
    ? new Date(
        Date.parse(lock.renewedAt) + (freshSeconds + 1) * 1000,
      ).toISOString()
    : undefined;
}

/**
 * The newest lock of a controller: a Lease, or the ConfigMap of releases up to
 * 2.4.7. The newest one counts, as a Lease may outlive its controller.
 */
export function readLock(options: {
  cluster: ClusterSnapshot;
  names: readonly string[];
  /** The wait before a controller counts as gone; a shorter one than usual shortens this, too. */
  waitSeconds: number;
}): LockReading {
  const { cluster, names, waitSeconds } = options;
  const freshSeconds = Math.min(
    FRESH_SECONDS,
    Math.max(LEAST_FRESH_SECONDS, waitSeconds),
  );
  const wanted = new Set([DEFAULT_LOCK, ...names]);
  const { leases, configMaps } = cluster.kinds;
  const readings: LockReading[] = [];
  for (const { metadata, spec } of leases?.items ?? []) {
    if (leases && wanted.has(metadata.name)) {
      readings.push({
        status: statusOf(spec?.renewTime, leases, freshSeconds),
        renewedAt: spec?.renewTime,
        holder: spec?.holderIdentity,
        observedAt: leases.observedAt,
      });
    }
  }
  for (const { metadata } of configMaps?.items ?? []) {
    const renewedAt = renewedOfConfigMap(
      metadata.annotations?.[LOCK_ANNOTATION],
    );
    if (configMaps && wanted.has(metadata.name) && renewedAt) {
      readings.push({
        status: statusOf(renewedAt, configMaps, freshSeconds),
        renewedAt,
        observedAt: configMaps.observedAt,
      });
    }
  }
  const newestOne = newest(readings);
  const found = newestOne && {
    ...newestOne,
    staleAt: staleAt(newestOne, freshSeconds),
  };
  if (found) {
    // What an old reading calls stale may have been renewed since.
    const kind = leases?.items.length ? leases : configMaps;
    return kind?.coverage === 'complete' || found.status === 'fresh'
      ? found
      : { ...found, status: 'unread' };
  }
  return provesAbsence(leases)
    ? { status: 'none', observedAt: leases.observedAt }
    : { status: 'unread' };
}
