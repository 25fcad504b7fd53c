import { Message, message } from '../messages';
import { Evidence } from '../inventory/subject';
import { blockersOf } from './blockers';
import { OwnerCase, SubjectCase } from './case';
import { attendanceOf } from './attendance';
import { ownerReadAt } from './gaps';

/** How an owner's deletion goes. */
export interface DeletionReading {
  state: 'stuck' | 'moving' | 'unknown';
  because: Message;
  evidence: Evidence[];
  wouldDecide: Message[];
  /** When it would count as stuck, where that waits. */
  decidesAt?: string;
}

/** When the deletion, or the release, was asked for, as far as that is known. */
function askedAt(
  { memory }: SubjectCase,
  { record }: OwnerCase,
): string | undefined {
  // When a release happened nobody says: it counts from when it was first seen.
  return record.metadata.deletionTimestamp ?? memory.releasedSince;
}

/** Judges the deletion of one owner that is leaving. */
export function readDeletion(
  subject: SubjectCase,
  owner: OwnerCase,
): DeletionReading {
  const { record } = owner;
  const { metadata } = record;
  const object = {
    kind: record.kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
  const asked = askedAt(subject, owner);
  const evidence: Evidence[] = [
    {
      message: metadata.deletionTimestamp
        ? message('evidence.deletion-asked', {
            ...object,
            deletedAt: metadata.deletionTimestamp,
            finalizers: record.finalizers,
          })
        : message('evidence.released', {
            ...object,
            finalizers: record.finalizers,
          }),
      source: 'kubernetes',
      observedAt: ownerReadAt(subject, record.kind),
      role: 'supports',
    },
  ];
  const blockers = blockersOf(subject, owner);
  evidence.push(...blockers.map(blocker => blocker.evidence));
  if (blockers.some(({ decisive }) => decisive)) {
    return {
      state: 'stuck',
      because: message('state.stuck-deleting', {
        ...object,
        blockers: blockers.filter(({ decisive }) => decisive).length,
      }),
      evidence,
      wouldDecide: [],
    };
  }
  const { stuckAfterSeconds } = subject.settings;
  const waited = asked
    ? (Date.parse(subject.now) - Date.parse(asked)) / 1000
    : 0;
  if (asked && waited >= stuckAfterSeconds) {
    return {
      state: 'stuck',
      because: message('state.stuck-deleting-long', {
        ...object,
        waitedSeconds: waited,
      }),
      evidence,
      wouldDecide: [],
    };
  }
  const decidesAt = asked
    ? new Date(Date.parse(asked) + stuckAfterSeconds * 1000).toISOString()
    : undefined;
  return attendanceOf(subject, owner).liveness === 'alive'
    ? {
        state: 'moving',
        because: message('state.deleting', object),
        evidence,
        wouldDecide: [],
        decidesAt,
      }
    : {
        state: 'unknown',
        because: message('state.deleting', object),
        evidence,
        wouldDecide: [message('need.controller-evidence')],
        decidesAt,
      };
}

/**
 * Deletions of a subject: only where every owner that is there is leaving. A
 * load balancer with a member that stays is judged over those that stay.
 */
export function subjectDeletions(
  subject: SubjectCase,
): DeletionReading[] | undefined {
  const goers = subject.owners.filter(({ role }) => role === 'leaving');
  const others = subject.owners.filter(
    ({ role }) => role === 'member' || role === 'class-missing',
  );
  return goers.length > 0 && others.length === 0
    ? goers.map(owner => readDeletion(subject, owner))
    : undefined;
}
