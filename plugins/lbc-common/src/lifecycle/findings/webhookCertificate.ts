import { message } from '../../messages';
import { CERTIFICATE_REFUSED } from '../refusals';
import { failureThat } from './parts';
import { FindingRule } from './types';

/**
 * F21, O22: the API server does not trust the webhook's certificate. Secrets
 * are never read, so only what the controller itself was refused tells.
 */
export const webhookCertificate: FindingRule = {
  code: 'webhook-certificate',
  title: message('finding.webhook-certificate'),
  failureModes: ['F21', 'O22'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, CERTIFICATE_REFUSED);
    return failure
      ? {
          messages: [
            message('finding.webhook-certificate.is', {
              webhook: failure.match[1],
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.webhook-certificate.do'),
          evidence: [failure.evidence],
        }
      : undefined;
  },
};
