import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { isAtLeast } from './parts/jump';
import { notApplicable, pass, unknown } from './parts/results';

/** Whether an earlier upgrade made a new CA: nobody keeps that, so it is asked. */
export const check: ReadinessCheck = {
  code: 'LBC-WEBHOOK-004',
  title: message('check.webhook-ca-before'),
  reads: ['kubernetes:mutatingWebhookConfigurations'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run(input) {
    if (!input.running.chart) {
      return [notApplicable(message('readiness.no-chart'))];
    }
    // Charts 1.4.0 to 1.17.1 keep the certificate by default.
    return !isAtLeast(input, 'v3.0.0')
      ? [pass(message('readiness.ca-kept-before'))]
      : [unknown(message('readiness.ca-before-unknown'))];
  },
};
