import { sameStack } from '../../identity/claims';
import { message } from '../../messages';
import { staying } from '../case';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** F17: an Ingress that belongs to another group now than this load balancer's. */
export const movedBetweenGroups: FindingRule = {
  code: 'moved-between-groups',
  title: message('finding.moved-between-groups'),
  failureModes: ['F17'],
  find({ subject }) {
    const { stack, loadBalancer } = subject;
    // A group that keeps a member keeps its load balancer.
    if (
      !loadBalancer ||
      stack?.family !== 'ingress' ||
      !subject.bound ||
      staying(subject).length > 0
    ) {
      return undefined;
    }
    const owner = subject.owners.find(
      ({ record: { kind, claim, metadata } }) =>
        kind === 'Ingress' &&
        !metadata.deletionTimestamp &&
        claim.status === 'claimed' &&
        claim.by === 'controller' &&
        claim.stack &&
        !sameStack(claim.stack, stack),
    );
    if (!owner) {
      return undefined;
    }
    const params = {
      ...objectOf(owner),
      before: stack.value,
      after: owner.record.claim.stack?.value ?? '?',
    };
    const held = owner.role === 'leaving';
    return {
      messages: [
        message('finding.moved-between-groups.is', params),
        message(
          held
            ? 'finding.moved-between-groups.held'
            : 'finding.moved-between-groups.left',
        ),
      ],
      who: held ? 'nobody' : 'platform',
      ...(!held && { whatToDo: message('do.clean-up-old') }),
      evidence: [
        ownerEvidence(
          subject,
          owner,
          message('finding.moved-between-groups.is', params),
        ),
      ],
    };
  },
};
