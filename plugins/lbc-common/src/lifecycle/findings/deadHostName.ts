import { message } from '../../messages';
import { staying } from '../case';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/**
 * O24: a controller deletes the load balancer of an Ingress that left its
 * scope, and leaves the name in the status. Once that happened the Ingress is
 * no owner any more and no subject: it is said before.
 */
export const deadHostName: FindingRule = {
  code: 'dead-host-name',
  title: message('finding.dead-host-name'),
  failureModes: ['O24'],
  find({ subject }) {
    const owner = subject.owners.find(
      ({ role, namesIt, record: { kind, claim, metadata } }) =>
        kind === 'Ingress' &&
        role === 'leaving' &&
        namesIt &&
        !metadata.deletionTimestamp &&
        claim.status !== 'claimed',
    );
    const hostname = subject.loadBalancer?.dnsName.toLowerCase();
    if (!owner || hostname === undefined || staying(subject).length > 0) {
      return undefined;
    }
    const params = { ...objectOf(owner), hostname };
    return {
      messages: [message('finding.dead-host-name.is', params)],
      who: 'you',
      whatToDo: message('finding.dead-host-name.do', { hostname }),
      evidence: [
        ownerEvidence(
          subject,
          owner,
          message('finding.dead-host-name.seen', params),
        ),
      ],
    };
  },
};
