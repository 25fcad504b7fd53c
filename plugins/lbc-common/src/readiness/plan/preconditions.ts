import { message } from '../../messages';
import type { PlanStep } from '../types';
import { openFindings, PlanContext, reads, step } from './step';

/** Checks that a phase of its own answers. */
const ELSEWHERE =
  /^LBC-(IAM-00[125]|CRD|GWAPI-00[12]|VALUES|FLAGS|GATES|WEBHOOK-002|HOP-001|ROLLOUT-004)/;

/** What must be settled first: each open finding that is to be done before. */
export function preconditions(context: PlanContext): PlanStep[] {
  return openFindings(context, /^(?!$)/)
    .filter(
      ({ code, when, status, blocking }) =>
        when === 'before' &&
        !ELSEWHERE.test(code) &&
        // What does not decide and was not seen is no work for anybody.
        !(status === 'unknown' && !blocking),
    )
    .map(finding => {
      const [remedy] = finding.remedy ?? [];
      return step(
        'preconditions',
        remedy?.message ?? message('plan.settle', { code: finding.code }),
        finding.message,
        {
          who: remedy?.who ?? 'platform',
          commands: (finding.commands ?? []).map(({ text }) => reads(text)),
          ...(finding.snippet && { snippet: finding.snippet }),
          findings: [finding.code],
        },
      );
    });
}
