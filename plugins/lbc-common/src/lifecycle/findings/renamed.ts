import { message } from '../../messages';
import { SubjectCase } from '../case';
import { awsEvidence } from './parts';
import { FindingRule } from './types';

/** The cluster tags of this load balancer and of its successor, if they differ. */
export function renameOf({ successor, scope, identity }: SubjectCase) {
  const before = identity?.clusterTag;
  const after =
    successor && scope?.loadBalancers.get(successor.arn)?.identity?.clusterTag;
  return before !== undefined && after !== undefined && before !== after
    ? { before, after }
    : undefined;
}

/** F7: the controller's cluster name changed, and this is of the old name. */
export const renamed: FindingRule = {
  code: 'renamed',
  title: message('finding.renamed'),
  failureModes: ['F7'],
  find({ subject, judgement }) {
    const rename = renameOf(subject);
    return rename && judgement.state === 'superseded'
      ? {
          messages: [message('finding.renamed.is', rename)],
          who: 'platform',
          whatToDo: message('do.move-dns'),
          evidence: [
            awsEvidence(
              subject,
              message('finding.renamed.seen', {
                ...rename,
                successor: subject.successor?.name ?? '?',
              }),
            ),
          ],
        }
      : undefined;
  },
};
