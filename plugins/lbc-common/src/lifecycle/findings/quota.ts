import { message } from '../../messages';
import { failureThat } from './parts';
import { FindingRule } from './types';

/** How AWS names what there is too much of. */
const QUOTA =
  /\b(TooMany\w+|\w*LimitExceeded|\w*QuotaExceeded\w*|ServiceQuotaExceeded\w*)\b/;
/** Too many calls a second are no quota of things. */
const THROTTLED = /^(TooManyRequests|RequestLimitExceeded)/;

/** F15: AWS refuses because of a quota; the deletion hangs on it, too. */
export const quota: FindingRule = {
  code: 'quota',
  title: message('finding.quota'),
  failureModes: ['F15'],
  find({ subject }) {
    const failure = failureThat(subject, QUOTA);
    return failure && !THROTTLED.test(failure.match[1])
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
