import { sameStack } from '../identity/claims';
import { ReconcileEvents } from '../inventory/owners/types';
import { Message } from '../messages';
import { OwnerCase, SubjectCase, staying } from './case';

/**
 * Why the controller cannot even load a member's group: a bad `group.order`, or
 * a missing class of an Ingress that holds the group's finalizer
 * (`pkg/ingress/group_loader.go` at v3.5.0). The whole group is frozen, and no
 * event says so (observed.md O21).
 */
export function loadErrorOf(
  { stack }: SubjectCase,
  { record, role }: OwnerCase,
): Message | undefined {
  if (role === 'member') {
    return record.loadError;
  }
  return role === 'class-missing' &&
    record.claim.status === 'class-missing' &&
    stack &&
    record.pendingStacks.some(pending => sameStack(pending, stack))
    ? record.claim.reason
    : undefined;
}

/** The member that freezes a group, and why. */
export function frozenBy(
  subject: SubjectCase,
): { owner: OwnerCase; reason: Message } | undefined {
  for (const owner of subject.owners) {
    const reason = loadErrorOf(subject, owner);
    if (reason) {
      return { owner, reason };
    }
  }
  return undefined;
}

const BY_KEY =
  /\bingress: ([a-z0-9][a-z0-9-]*\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/;
const PROTECTED = /cannot delete the ingress: ([a-z0-9][a-z0-9.-]*)/;

/** The member that a failure of a group's model names. */
export function memberNamedBy(
  { owners }: SubjectCase,
  { reason, text }: { reason: string; text: string },
): OwnerCase | undefined {
  if (reason !== 'FailedBuildModel') {
    return undefined;
  }
  const key = BY_KEY.exec(text)?.[1];
  const name = PROTECTED.exec(text)?.[1];
  return owners.find(
    ({ role, record: { kind, metadata } }) =>
      kind === 'Ingress' &&
      (`${metadata.namespace}/${metadata.name}` === key ||
        (role === 'leaving' && metadata.name === name)),
  );
}

/**
 * Why a group's model can't be built now: the controller tells the members that
 * stay, and names the bad one where it knows it. Nothing of the group is
 * deployed meanwhile, the way out of other members included
 * (`controllers/ingress/group_controller.go` at v3.5.0).
 */
export function notBuiltBy(subject: SubjectCase):
  | {
      owner: OwnerCase;
      failure: NonNullable<ReconcileEvents['failure']>;
    }
  | undefined {
  for (const owner of staying(subject)) {
    const { failure } = owner.record.events;
    if (
      owner.record.kind === 'Ingress' &&
      failure?.reason === 'FailedBuildModel'
    ) {
      const { reason, message: text } = failure;
      return {
        owner: memberNamedBy(subject, { reason, text }) ?? owner,
        failure,
      };
    }
  }
  return undefined;
}
