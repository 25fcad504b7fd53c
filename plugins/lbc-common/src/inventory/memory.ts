import { OwnerCase, SubjectCase } from '../lifecycle/case';
import { unhealthyTargets } from '../lifecycle/health';
import { familyGaps, familySweptAt, ownerReadAt } from '../lifecycle/gaps';
import { noteScopeRead, sight } from '../lifecycle/sightings';
import { ConfirmedLoss, isLossConfirmed } from './confirmations';
import { provesAbsence } from './coverage';
import { SubjectMemory, UnitMemory } from './unit';

/** Memory of a subject that nothing is known of. */
export function newSubjectMemory(arn?: string): SubjectMemory {
  return { ...(arn !== undefined && { arn }), owners: [], sightings: {} };
}

/** A copy that a run of correlate may change. */
export function copyMemory(memory: UnitMemory): UnitMemory {
  return {
    ...memory,
    ...(memory.controller && { controller: { ...memory.controller } }),
    namespacesWithOwners: [...memory.namespacesWithOwners],
    subjects: Object.fromEntries(
      Object.entries(memory.subjects).map(([id, subject]) => [
        id,
        {
          ...subject,
          owners: subject.owners.map(owner => ({ ...owner })),
          sightings: { ...subject.sightings },
        },
      ]),
    ),
  };
}

/** The most UIDs of owners that are remembered of one subject. */
const MAX_OWNERS = 50;

function rememberOwner(
  memory: SubjectMemory,
  { record, namesIt }: OwnerCase,
  seenAt: string,
): void {
  const { namespace, name, uid } = record.metadata;
  const known = memory.owners.find(owner => owner.uid === uid);
  if (known) {
    known.lastSeenAt = seenAt;
    known.witnessed ||= namesIt;
    return;
  }
  memory.owners.push({
    kind: record.kind,
    namespace,
    name,
    uid,
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
    witnessed: namesIt,
  });
  if (memory.owners.length > MAX_OWNERS) {
    memory.owners.splice(0, memory.owners.length - MAX_OWNERS);
  }
}

/** Adds to a subject's memory what this run sees; done before the rules judge. */
export function rememberCase(subject: SubjectCase): void {
  const { memory, owners, scope } = subject;
  for (const owner of owners) {
    const seenAt = ownerReadAt(subject, owner.record.kind);
    if (seenAt !== undefined) {
      rememberOwner(memory, owner, seenAt);
    }
    const { lastSuccessAt } = owner.record.events;
    if (lastSuccessAt && lastSuccessAt > (memory.lastSuccessAt ?? '')) {
      memory.lastSuccessAt = lastSuccessAt;
    }
  }
  const released = owners.some(
    ({ role, record }) =>
      role === 'leaving' && !record.metadata.deletionTimestamp,
  );
  if (released) {
    memory.releasedSince ??= subject.now;
  } else {
    delete memory.releasedSince;
  }
  const { clusterTag } = subject.identity ?? {};
  if (clusterTag !== undefined) {
    memory.clusterTag ??= clusterTag;
  }
  const list = scope?.snapshot.kinds.loadBalancers;
  const clusterSweep = familySweptAt(subject);
  if (subject.identity?.role === 'backend-security-group') {
    return;
  }
  if (subject.kind !== 'owner') {
    if (list?.coverage === 'complete') {
      noteScopeRead(memory, list.observedAt);
    }
    if (familyGaps(subject).length === 0) {
      sight({
        memory,
        name: 'owner-absent',
        holds: owners.every(
          ({ role, namesIt }) =>
            role === 'disowner' &&
            (!namesIt || subject.without?.has('status-cleared') === true),
        ),
        clusterSweep,
        without: subject.without,
      });
      sight({
        memory,
        name: 'superseded',
        holds: subject.successor !== undefined,
        clusterSweep,
      });
    }
    rememberHealth(subject);
    return;
  }
  if (provesAbsence(list)) {
    noteScopeRead(memory, list.sweptAt);
    sight({
      memory,
      name: 'stranded',
      holds: owners.some(({ record }) => record.hostnames.length > 0),
      clusterSweep,
    });
  }
}

function rememberHealth(subject: SubjectCase): void {
  const { memory } = subject;
  const { unhealthy, oldestReadAt } = unhealthyTargets(subject);
  if (unhealthy === 0) {
    delete memory.unhealthySince;
  } else if (memory.unhealthySince === undefined && oldestReadAt) {
    memory.unhealthySince = oldestReadAt;
  }
}

/** Owners that hold on to a load balancer, counted for mass loss. */
const MASS_LOSS_MINIMUM = 10;
const MASS_LOSS_SHARE = 0.2;

/**
 * Notes how many owners there are; many gone between two sweeps is no proof of
 * anything until a person confirms it (DESIGN §5).
 */
export function rememberOwnerCount(options: {
  memory: UnitMemory;
  count: number;
  clusterSweep: string | undefined;
  complete: boolean;
  confirmedLosses?: readonly ConfirmedLoss[];
  now: string;
}): void {
  const { memory, count, clusterSweep, complete, now } = options;
  if (!complete || clusterSweep === undefined) {
    return;
  }
  const previous = memory.ownerCount;
  if (previous?.clusterSweep === clusterSweep) {
    return;
  }
  const lost = (previous?.count ?? 0) - count;
  if (
    previous &&
    lost >= MASS_LOSS_MINIMUM &&
    lost >= previous.count * MASS_LOSS_SHARE
  ) {
    // The count from before stays, so that owners that come back end it.
    memory.massLossSince ??= now;
    const { confirmedLosses } = options;
    if (!isLossConfirmed(memory.massLossSince, confirmedLosses, now)) {
      return;
    }
  }
  delete memory.massLossSince;
  memory.ownerCount = { count, clusterSweep };
}
