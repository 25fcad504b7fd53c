import { message } from '../../messages';
import { OwnerCase, SubjectCase } from '../case';
import { ownerEvidence } from './parts';
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
          whatToDo: message('do.recreate-class'),
          evidence: [ownerEvidence(subject, owner, reason, 'blocks')],
        }
      : undefined;
  },
};
