import { message } from '../../messages';
import { awsEvidence } from './parts';
import { FindingRule } from './types';

/** F31: made by version 1 up to 1.1.2: no current controller takes it over. */
export const versionOneLeft: FindingRule = {
  code: 'version-one-left',
  title: message('finding.version-one-left'),
  failureModes: ['F31'],
  find({ subject }) {
    const { identity, loadBalancer } = subject;
    return identity?.generation === 'alb-ingress-v1' &&
      identity.row === 8 &&
      loadBalancer
      ? {
          messages: [
            message('finding.version-one-left.is', {
              stack: identity.stack ?? '?',
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.version-one-left.do'),
          evidence: [
            awsEvidence(
              subject,
              message('finding.version-one-left.seen', {
                name: loadBalancer.name,
              }),
            ),
          ],
        }
      : undefined;
  },
};
