import { Message, message } from '../../messages';
import { provesAbsence } from '../coverage';
import { ClusterSnapshot } from '../snapshot';
import { Controller, Evidence } from '../subject';
import { UnitMemory } from '../unit';
import { WebhookReading, readWebhooks } from '../webhooks';
import { controllerContainer, flagsOf, versionOf } from './flags';
import { LockReading, readLock } from './lease';

/** The controllers of a cluster, and whether any of them lives. */
export interface ControllersReading {
  controllers: Controller[];
  liveness: 'alive' | 'gone' | 'unknown';
  /** It is gone beyond doubt: what a deletion waits for will not come. */
  decisivelyGone: boolean;
  because: Message;
  evidence: Evidence[];
  webhooks: WebhookReading;
  lock: LockReading;
  /** Since when it was seen gone, where it is. */
  goneSince?: string;
  /** When `gone` would be decided, where that waits for a second sighting. */
  decidesAt?: string;
  observedAt: string;
}

interface Judged {
  now: 'alive' | 'gone' | 'unknown';
  decisive: boolean;
  because: Message;
}

function judge(options: {
  controllers: readonly Controller[];
  deploymentsComplete: boolean;
  lock: LockReading;
  webhooks: WebhookReading;
}): Judged {
  const { controllers, deploymentsComplete, lock, webhooks } = options;
  const ready = controllers.reduce((sum, c) => sum + c.replicas.ready, 0);
  const wanted = controllers.reduce((sum, c) => sum + c.replicas.wanted, 0);
  if (lock.status === 'fresh') {
    return {
      now: 'alive',
      decisive: true,
      because: message('controller.lease-renewed', {
        renewedAt: lock.renewedAt ?? '',
      }),
    };
  }
  const lockSaysGone = lock.status === 'stale' || lock.status === 'none';
  if (ready > 0) {
    return lockSaysGone
      ? {
          now: 'unknown',
          decisive: false,
          because: message('controller.ready-without-lease', { ready }),
        }
      : {
          now: 'alive',
          decisive: true,
          because: message('controller.pods-ready', { ready }),
        };
  }
  if (webhooks.status === 'answering') {
    return {
      now: 'unknown',
      decisive: false,
      because: message('controller.webhook-answers'),
    };
  }
  if (!deploymentsComplete) {
    return {
      now: 'unknown',
      decisive: false,
      because: message('controller.deployments-unread'),
    };
  }
  if (controllers.length > 0) {
    return {
      now: 'gone',
      decisive: wanted === 0,
      because:
        wanted === 0
          ? message('controller.scaled-to-zero', {
              name: controllers[0].name,
              namespace: controllers[0].namespace,
            })
          : message('controller.no-pod-ready', {
              name: controllers[0].name,
              namespace: controllers[0].namespace,
              wanted,
            }),
    };
  }
  return lockSaysGone
    ? {
        now: 'gone',
        decisive: true,
        because: message('controller.no-deployment'),
      }
    : {
        now: 'unknown',
        decisive: false,
        because: message('controller.not-found'),
      };
}

function evidenceOf(
  controllers: readonly Controller[],
  lock: LockReading,
  webhooks: WebhookReading,
): Evidence[] {
  const evidence: Evidence[] = controllers.map(controller => ({
    message: message('evidence.deployment', {
      namespace: controller.namespace,
      name: controller.name,
      wanted: controller.replicas.wanted,
      ready: controller.replicas.ready,
    }),
    source: 'kubernetes',
    observedAt: controller.observedAt,
    role: 'supports',
  }));
  if (lock.status === 'fresh' || lock.status === 'stale') {
    evidence.push({
      message: message(
        lock.status === 'fresh'
          ? 'evidence.lease-renewed'
          : 'evidence.lease-not-renewed',
        { renewedAt: lock.renewedAt ?? '' },
      ),
      source: 'kubernetes',
      observedAt: lock.observedAt,
      role: 'supports',
    });
  }
  if (webhooks.status === 'dead') {
    evidence.push({
      message: message('evidence.webhook-without-endpoints', {
        service: webhooks.services[0] ?? '',
        webhooks: webhooks.refusing,
      }),
      source: 'kubernetes',
      observedAt: webhooks.observedAt,
      role: 'supports',
    });
  }
  return evidence;
}

function listControllers(cluster: ClusterSnapshot, now: string): Controller[] {
  const { deployments } = cluster.kinds;
  return (deployments?.items ?? []).flatMap((deployment): Controller[] => {
    const container = controllerContainer(deployment);
    if (!container) {
      return [];
    }
    return [
      {
        cluster: cluster.cluster,
        namespace: deployment.metadata.namespace,
        name: deployment.metadata.name,
        version: versionOf(container.image),
        image: container.image,
        flags: flagsOf(container),
        replicas: {
          wanted: deployment.spec?.replicas ?? 1,
          ready: deployment.status?.readyReplicas ?? 0,
        },
        liveness: 'unknown',
        because: message('controller.not-found'),
        evidence: [],
        observedAt: deployments?.observedAt ?? now,
      },
    ];
  });
}

/**
 * Finds the controllers of a cluster and judges whether one lives, from
 * evidence of its own: Deployment, Lease against the server's clock, endpoints
 * of its webhooks (DESIGN §6). Gaps of minutes are normal: one that was alive
 * within the wait counts as alive.
 */
export function findControllers(options: {
  cluster: ClusterSnapshot;
  memory: UnitMemory;
  now: string;
  unattendedAfterSeconds: number;
}): ControllersReading {
  const { cluster, memory, now, unattendedAfterSeconds } = options;
  const { deployments } = cluster.kinds;
  const found = listControllers(cluster, now);
  const lock = readLock({
    cluster,
    names: found.flatMap(({ flags }) =>
      flags['leader-election-id'] ? [flags['leader-election-id']] : [],
    ),
    waitSeconds: unattendedAfterSeconds,
  });
  const webhooks = readWebhooks(cluster);
  const judged = judge({
    controllers: found,
    deploymentsComplete: provesAbsence(deployments),
    lock,
    webhooks,
  });
  const observedAt = deployments?.observedAt ?? lock.observedAt ?? now;
  const seen = sightGone({
    gone: judged.now === 'gone',
    alive: judged.now === 'alive',
    sweep: deployments?.sweptAt,
    at: observedAt,
    memory,
    waitSeconds: unattendedAfterSeconds,
  });
  const liveness = livenessOf(judged, seen, {
    observedAt,
    lastAliveAt: memory.controller?.lastAliveAt,
    waitSeconds: unattendedAfterSeconds,
  });
  const evidence = evidenceOf(found, lock, webhooks);
  return {
    controllers: found.map(controller => ({
      ...controller,
      liveness:
        liveness === 'alive' && found.length > 1
          ? livenessOfOne(controller, lock)
          : liveness,
      because: judged.because,
      evidence,
      ...(lock.renewedAt && { leaseRenewedAt: lock.renewedAt }),
    })),
    liveness,
    decisivelyGone: judged.now === 'gone' && judged.decisive,
    because: judged.because,
    evidence,
    webhooks,
    lock,
    ...(judged.now === 'gone' && { goneSince: seen.goneSince }),
    ...(judged.now === 'gone' &&
      liveness !== 'gone' && { decidesAt: seen.decidesAt }),
    // The lock of a dead controller never changes again: without a review
    // nobody would notice that it has become stale.
    ...(lock.staleAt &&
      found.every(({ replicas }) => replicas.ready === 0) && {
        decidesAt: lock.staleAt,
      }),
    observedAt,
  };
}

function livenessOfOne(
  controller: Controller,
  lock: LockReading,
): Controller['liveness'] {
  if (lock.holder?.startsWith(`${controller.name}-`)) {
    return 'alive';
  }
  return controller.replicas.ready > 0 ? 'unknown' : 'gone';
}

function livenessOf(
  judged: Judged,
  seen: Sighted,
  options: {
    observedAt: string;
    lastAliveAt: string | undefined;
    waitSeconds: number;
  },
): ControllersReading['liveness'] {
  if (judged.now === 'alive') {
    return 'alive';
  }
  if (judged.now === 'gone' && seen.twice) {
    return 'gone';
  }
  const { observedAt, lastAliveAt, waitSeconds } = options;
  const gapSeconds =
    (Date.parse(observedAt) - Date.parse(lastAliveAt ?? '')) / 1000;
  return gapSeconds <= waitSeconds ? 'alive' : 'unknown';
}

interface Sighted {
  twice: boolean;
  goneSince?: string;
  decidesAt?: string;
}

/** Counts sightings of a controller that is gone, in distinct sweeps. */
function sightGone(options: {
  gone: boolean;
  alive: boolean;
  sweep: string | undefined;
  at: string;
  memory: UnitMemory;
  waitSeconds: number;
}): Sighted {
  const { gone, alive, sweep, at, memory, waitSeconds } = options;
  const previous = memory.controller ?? {};
  if (alive) {
    memory.controller = { lastAliveAt: at };
    return { twice: false };
  }
  if (!gone) {
    return { twice: false };
  }
  const first = previous.goneSince ?? at;
  const firstSweep = previous.goneFirstSweep ?? sweep;
  memory.controller = {
    ...previous,
    goneSince: first,
    goneFirstSweep: firstSweep,
  };
  const apart = (Date.parse(at) - Date.parse(first)) / 1000;
  return {
    twice: firstSweep !== sweep && apart >= waitSeconds,
    goneSince: first,
    decidesAt: new Date(Date.parse(first) + waitSeconds * 1000).toISOString(),
  };
}
