import { webhooksAxis } from '../../compatibility/axes/webhooks';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asNow, resultsOf } from './parts/axes';

/** Codes that say whether webhooks answer, whichever release they are of. */
const ANSWERS = /^webhooks-(dead|answer|not-seen)$|^webhook-ca-/;

/** Whether the webhooks answer now: dead ones refuse every write, the upgrade's too. */
export const check: ReadinessCheck = {
  code: 'LBC-WEBHOOK-001',
  title: message('check.webhooks-answer'),
  reads: [
    'kubernetes:mutatingWebhookConfigurations',
    'kubernetes:validatingWebhookConfigurations',
    'kubernetes:endpointSlices',
  ],
  blocking: true,
  when: 'before',
  run: input =>
    resultsOf(webhooksAxis(asNow(input)), ({ code, status }) =>
      ANSWERS.test(code) ? status : undefined,
    ),
};
