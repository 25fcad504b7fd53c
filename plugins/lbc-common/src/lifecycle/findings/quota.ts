import { message } from '../../messages';
import { QUOTA_REACHED } from '../refusals';
import { failureThat } from './parts';
import { FindingRule } from './types';

/** F15: AWS refuses because of a quota; the deletion hangs on it, too. */
export const quota: FindingRule = {
  code: 'quota',
  title: message('finding.quota'),
  failureModes: ['F15'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, QUOTA_REACHED);
    return failure
      ? {
          messages: [
            message('finding.quota.is', { quota: failure.match[1] }),
            ...(subject.owners.length > 1
              ? [message('then.group-frozen')]
              : []),
          ],
          who: 'platform',
          whatToDo: message('finding.quota.do'),
          evidence: [failure.evidence],
        }
      : undefined;
  },
};
