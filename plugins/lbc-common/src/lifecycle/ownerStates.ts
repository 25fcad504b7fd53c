import { SubjectOwner } from '../inventory/subject';
import { OwnerCase, SubjectCase } from './case';
import { readDeletion } from './deletion';
import { Judgement } from './machine';
import { LifecycleState } from './types';
import { Message } from '../messages';

const DELETION_STATES = {
  stuck: 'stuck-deleting',
  moving: 'deleting',
  unknown: 'unknown',
} as const;

function stateOf(
  subject: SubjectCase,
  owner: OwnerCase,
  judgement: Judgement,
): { state: LifecycleState; because?: Message } {
  if (owner.role === 'leaving') {
    const deletion = readDeletion(subject, owner);
    return {
      state: DELETION_STATES[deletion.state],
      because: deletion.because,
    };
  }
  return { state: judgement.state };
}

/** A subject's owners with a state of their own each, those that are gone last. */
export function ownersWithState(
  subject: SubjectCase,
  judgement: Judgement,
): SubjectOwner[] {
  return [
    ...subject.owners.map((owner): SubjectOwner => {
      const { kind, metadata } = owner.record;
      return {
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        exists: true,
        ...stateOf(subject, owner, judgement),
        ...(metadata.deletionTimestamp && {
          deletionTimestamp: metadata.deletionTimestamp,
        }),
        ...(metadata.specChangedAt && {
          specChangedAt: metadata.specChangedAt,
        }),
      };
    }),
    ...subject.missing.map(
      (owner): SubjectOwner => ({
        ...owner,
        exists: false,
        state: judgement.state,
      }),
    ),
  ];
}
