import { message } from '../../messages';
import { holders } from './parts';
import { FindingRule } from './types';

const ATTRIBUTE = 'deletion_protection.enabled';

/** F12: protected in AWS, where no annotation asks for it: it will not hold. */
export const protectedInAws: FindingRule = {
  code: 'protected-in-aws-only',
  title: message('finding.protected-in-aws-only'),
  failureModes: ['F12'],
  find({ subject }) {
    const { identity, detail, loadBalancer } = subject;
    const owners = holders(subject);
    // What a LoadBalancerConfiguration asks for is not looked at here.
    if (
      !loadBalancer ||
      identity?.generation !== 'lbc' ||
      identity.family === 'gateway' ||
      owners.length === 0 ||
      owners.some(({ record }) => record.protectedByAnnotation)
    ) {
      return undefined;
    }
    const read = detail?.detail;
    return read?.loadBalancerAttributes?.[ATTRIBUTE] === 'true'
      ? {
          messages: [message('finding.protected-in-aws-only.is')],
          who: 'you',
          whatToDo: message('finding.protected-in-aws-only.do', {
            attribute: ATTRIBUTE,
          }),
          evidence: [
            {
              message: message('finding.protected-in-aws-only.seen', {
                name: loadBalancer.name,
                attribute: ATTRIBUTE,
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
