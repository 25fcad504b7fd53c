import { message } from '../../messages';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** F13, O18: a deletion that the owner's own annotation forbids. */
export const deletionProtection: FindingRule = {
  code: 'deletion-protection',
  title: message('finding.deletion-protection'),
  failureModes: ['F13', 'O18'],
  find({ subject }) {
    const owner = subject.owners.find(
      ({ record }) =>
        record.metadata.deletionTimestamp && record.protectedByAnnotation,
    );
    const annotation = owner?.record.protectedByAnnotation;
    if (!owner || !annotation) {
      return undefined;
    }
    const said = message('blocker.deletion-protection', {
      ...objectOf(owner),
      annotation,
    });
    return {
      messages: [said, message('finding.deletion-protection.is')],
      who: 'you',
      whatToDo: message('do.protection-off', {
        ...objectOf(owner),
        annotation,
      }),
      evidence: [ownerEvidence(subject, owner, said, 'blocks')],
    };
  },
};
