import { Evidence } from '../../inventory/subject';
import { message } from '../../messages';
import { SubjectCase } from '../case';
import { FindingRule } from './types';

/** That a webhook of the controller's has no endpoint. */
export function deadWebhook({ cluster }: SubjectCase): Evidence | undefined {
  const { webhooks } = cluster?.controllers ?? {};
  return webhooks?.status === 'dead'
    ? {
        message: message('evidence.webhook-without-endpoints', {
          service: webhooks.services[0] ?? '',
          webhooks: webhooks.refusing,
        }),
        source: 'kubernetes',
        observedAt: webhooks.observedAt,
        role: 'blocks',
      }
    : undefined;
}

/** F1, O1: writes of the owner's kind are refused, and nobody answers. */
export const webhookDead: FindingRule = {
  code: 'webhook-dead',
  title: message('finding.webhook-dead'),
  failureModes: ['F1', 'O1'],
  find({ subject, facets }) {
    const evidence = deadWebhook(subject);
    return evidence && facets.writes === 'refused'
      ? {
          messages: [
            message('then.writes-refused', {
              resources: subject.cluster?.controllers.webhooks.resources ?? [],
            }),
            message('finding.webhook-dead.is'),
          ],
          who: 'platform',
          whatToDo: message('finding.webhook-dead.do'),
          evidence: [evidence],
        }
      : undefined;
  },
};
