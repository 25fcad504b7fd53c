import { message } from '../../messages';
import { ownerEvidence } from './parts';
import { FindingRule } from './types';

/** F33: a Gateway with the controller's finalizer, whose class is not there. */
export const gatewayClassMissing: FindingRule = {
  code: 'gateway-class-missing',
  title: message('finding.gateway-class-missing'),
  failureModes: ['F33'],
  remedies: true,
  find({ subject }) {
    const owner = subject.owners.find(
      ({ record: { kind, claim } }) =>
        kind === 'Gateway' && claim.status === 'class-missing',
    );
    const reason = owner?.record.claim.reason;
    return owner && reason
      ? {
          messages: [reason, message('finding.gateway-class-missing.is')],
          who: 'platform',
          whatToDo: message('finding.gateway-class-missing.do'),
          evidence: [ownerEvidence(subject, owner, reason, 'blocks')],
        }
      : undefined;
  },
};
