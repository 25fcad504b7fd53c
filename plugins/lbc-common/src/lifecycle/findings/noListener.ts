import { message } from '../../messages';
import { holders } from './parts';
import { FindingRule } from './types';

/** O27: AWS has the load balancer, and it has no listener. */
export const noListener: FindingRule = {
  code: 'no-listener',
  title: message('finding.no-listener'),
  failureModes: ['O27', 'O11'],
  find({ subject }) {
    const { loadBalancer, detail } = subject;
    const read = detail?.detail;
    return loadBalancer &&
      read?.listeners?.length === 0 &&
      holders(subject).length > 0
      ? {
          messages: [message('finding.no-listener.is')],
          who: 'you',
          whatToDo: message('finding.no-listener.do'),
          evidence: [
            {
              message: message('finding.no-listener.seen', {
                name: loadBalancer.name,
              }),
              source: 'aws',
              observedAt: read.observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
