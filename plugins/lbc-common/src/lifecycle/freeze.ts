import { sameStack } from '../identity/claims';
import { OwnerCase, SubjectCase } from './case';
import { Message } from '../messages';

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
