import { message } from '../../messages';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/**
 * F30: the controller serves it and has written its status, and its finalizer
 * is not there. It sets that before it makes anything, so somebody else took
 * it off. Without it a deletion leaves everything behind.
 */
export const finalizerStripped: FindingRule = {
  code: 'finalizer-stripped',
  title: message('finding.finalizer-stripped'),
  failureModes: ['F30'],
  find({ subject }) {
    const { bound, identity, cluster } = subject;
    if (
      !bound ||
      identity?.generation !== 'lbc' ||
      cluster?.controllers.liveness !== 'alive'
    ) {
      return undefined;
    }
    const owner = subject.owners.find(
      ({ role, namesIt, record }) =>
        role === 'member' &&
        namesIt &&
        record.claim.status === 'claimed' &&
        record.claim.by === 'controller' &&
        record.finalizers.length === 0,
    );
    return owner
      ? {
          messages: [message('finding.finalizer-stripped.is', objectOf(owner))],
          who: 'you',
          whatToDo: message('finding.finalizer-stripped.do', objectOf(owner)),
          evidence: [
            ownerEvidence(
              subject,
              owner,
              message('finding.finalizer-stripped.seen', objectOf(owner)),
            ),
          ],
        }
      : undefined;
  },
};
