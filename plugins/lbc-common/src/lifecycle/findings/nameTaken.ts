import { message } from '../../messages';
import { failureThat } from './parts';
import { FindingRule } from './types';

const TAKEN =
  /DuplicateLoadBalancerName|load balancer with the same name '?([\w-]+)?/;

/** F7, F10, O17: the name is taken by one that the controller does not find. */
export const nameTaken: FindingRule = {
  code: 'name-taken',
  title: message('finding.name-taken'),
  failureModes: ['F7', 'F10', 'O17'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, TAKEN);
    return failure
      ? {
          messages: [message('finding.name-taken.is')],
          who: 'platform',
          whatToDo: message('finding.name-taken.do'),
          evidence: [failure.evidence],
        }
      : undefined;
  },
};
