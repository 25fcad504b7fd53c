import { message } from '../../messages';
import { objectOf } from './parts';
import { FindingRule } from './types';

/** F23: the load balancer was deleted in AWS; its owner does not know yet. */
export const deletedInAws: FindingRule = {
  code: 'deleted-in-aws',
  title: message('finding.deleted-in-aws'),
  failureModes: ['F23', 'O5'],
  find({ subject, judgement, facets }) {
    const [owner] = subject.owners;
    return judgement.state === 'stranded' && owner
      ? {
          messages: [judgement.because, message('finding.deleted-in-aws.is')],
          who: 'platform',
          whatToDo:
            facets.attended === 'controller'
              ? message('do.touch-owner', objectOf(owner))
              : message('do.start-controller', {
                  cluster: subject.cluster?.name ?? '?',
                }),
          evidence: judgement.evidence,
        }
      : undefined;
  },
};
