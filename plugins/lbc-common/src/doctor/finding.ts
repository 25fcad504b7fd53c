import type { Message } from '../messages';
import { message } from '../messages';
import type { HiddenWithout } from '../rights';
import type { DoctorFinding, DoctorSeverity, DoctorSnippet } from './types';

/** A finding; what it does not say is empty. */
export function finding(
  code: string,
  severity: DoctorSeverity,
  said: Pick<DoctorFinding, 'message' | 'remedy'> & Partial<DoctorFinding>,
): DoctorFinding {
  return { snippets: [], commands: [], ...said, code, severity };
}

/** What becomes unknown without a right. */
export function hidden(by: HiddenWithout): Message {
  return message(`rights.hides-${by}`);
}

/** What leaves a cluster out. */
export function excludeSnippet(cluster: string): DoctorSnippet {
  return {
    purpose: message('doctor.snippet-exclude', { cluster }),
    language: 'yaml',
    text: [
      'lbc:',
      '  clusters:',
      '    exclude:',
      `      - ${JSON.stringify(cluster)}`,
    ].join('\n'),
  };
}
