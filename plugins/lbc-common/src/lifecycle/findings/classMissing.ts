import { message } from '../../messages';
import { OwnerCase, SubjectCase } from '../case';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

function faceOf({ kind, scope }: SubjectCase, { record }: OwnerCase) {
  if (!record.metadata.deletionTimestamp) {
    return message('finding.class-missing.staying');
  }
  return kind === 'owner' &&
    scope?.snapshot.kinds.loadBalancers?.coverage === 'complete'
    ? message('finding.class-missing.empty')
    : message('finding.class-missing.leaving');
}

/** F4: an Ingress whose class, or whose class' parameters, are not there. */
export const classMissing: FindingRule = {
  code: 'class-missing',
  title: message('finding.class-missing'),
  failureModes: ['F4', 'O3'],
  remedies: true,
  find({ subject }) {
    const owner = subject.owners.find(
      ({ record: { kind, claim } }) =>
        kind === 'Ingress' &&
        claim.status === 'class-missing' &&
        claim.by === 'controller',
    );
    const reason = owner?.record.claim.reason;
    return owner && reason
      ? {
          messages: [reason, faceOf(subject, owner)],
          who: 'platform',
          whatToDo: owner.record.metadata.deletionTimestamp
            ? message('do.recreate-class')
            : message('do.fix-class', objectOf(owner)),
          evidence: [ownerEvidence(subject, owner, reason, 'blocks')],
        }
      : undefined;
  },
};
