import { message } from '../../messages';
import { holders, objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** O29: a route leads to a Service that is not there: 503, and no failure. */
export const backendMissing: FindingRule = {
  code: 'backend-missing',
  title: message('finding.backend-missing'),
  failureModes: ['O29', 'F5'],
  find({ subject }) {
    // A list that lacks whole namespaces proves nothing either.
    if (!subject.cluster?.families.service.complete) {
      return undefined;
    }
    for (const owner of holders(subject)) {
      const missing =
        owner.record.kind === 'Ingress' && owner.role === 'member'
          ? owner.record.backends.filter(({ service }) => !service)
          : [];
      if (missing.length > 0) {
        const said = message('finding.backend-missing.is', {
          ...objectOf(owner),
          services: missing
            .slice(0, 10)
            .map(({ namespace, name }) => `${namespace}/${name}`),
        });
        return {
          messages: [said],
          who: 'you',
          whatToDo: message('finding.backend-missing.do', objectOf(owner)),
          evidence: [ownerEvidence(subject, owner, said)],
        };
      }
    }
    return undefined;
  },
};
