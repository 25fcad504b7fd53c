import { message } from '../../messages';
import { failureThat } from './parts';
import { FindingRule } from './types';

const CERTIFICATE =
  /CertificateNotFound|no certificate found for host|UnsupportedCertificate|certificate .*not found/i;

/** O27: HTTPS is asked for without a certificate that AWS has. */
export const certificateMissing: FindingRule = {
  code: 'certificate-missing',
  title: message('finding.certificate-missing'),
  failureModes: ['O27'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, CERTIFICATE);
    return failure
      ? {
          messages: [
            message('finding.certificate-missing.is'),
            ...(subject.loadBalancer
              ? [message('finding.certificate-missing.then')]
              : []),
          ],
          who: 'you',
          whatToDo: message('finding.certificate-missing.do'),
          evidence: [failure.evidence],
        }
      : undefined;
  },
};
