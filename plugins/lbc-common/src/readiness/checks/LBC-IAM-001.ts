import { statementText } from '../../compatibility/iam/shortfall';
import { requiredActions } from '../../compatibility/iam/required';
import { parseArn } from '../../identity/arn';
import { message } from '../../messages';
import type { ReadinessCheck, ReadinessInput, ReadinessResult } from '../input';
import { iamOf, resultsOf } from './parts/axes';
import { notApplicable } from './parts/results';

const OTHERS =
  /^iam-(assumed-|too-broad$|role-left$|trust-(any-service-account|instances)$|feature-action-missing$)/;

/** What the role lacks of the policy that the target asks for. */
export const check: ReadinessCheck = {
  code: 'LBC-IAM-001',
  title: message('check.iam'),
  reads: ['iam', 'kubernetes:serviceAccounts', 'knowledge'],
  blocking: true,
  when: 'before',
  run(input) {
    const axis = iamOf(input);
    if (axis.status === 'not-applicable') {
      return [notApplicable(axis.because)];
    }
    const found = resultsOf(axis, ({ code, status }) =>
      OTHERS.test(code) ? undefined : status,
    );
    return found.map(result =>
      result.message.code === 'iam.action-missing'
        ? withStatement(result, input)
        : result,
    );
  },
};

/** The statement that would allow what is missing, as upstream writes it. */
function withStatement(
  result: ReadinessResult,
  { to, running }: ReadinessInput,
): ReadinessResult {
  const { params = {} } = result.message;
  const missing = Object.values(params).flatMap(value =>
    Array.isArray(value) ? value.map(String) : [String(value)],
  );
  const partition =
    parseArn(running.identity?.roleArn ?? '')?.partition ?? 'aws';
  const asked =
    to && requiredActions({ release: to, partition, controller: running });
  const lacking = (asked ?? [])
    .map(({ required }) => required)
    .filter(({ action }) => missing.includes(action));
  return lacking.length > 0
    ? {
        ...result,
        snippet: { language: 'json', text: statementText(lacking) },
      }
    : result;
}
