import { message } from '../../messages';
import { FindingRule } from './types';
import { deadWebhook } from './webhookDead';

/** F22: nobody can create a Service in the cluster, of whatever type. */
export const serviceWebhookDead: FindingRule = {
  code: 'service-webhook-dead',
  title: message('finding.service-webhook-dead'),
  failureModes: ['F22'],
  find({ subject }) {
    const { cluster, owners } = subject;
    const evidence = deadWebhook(subject);
    return cluster &&
      evidence &&
      owners.length > 0 &&
      cluster.controllers.webhooks.resources.includes('services')
      ? {
          messages: [
            message('finding.service-webhook-dead.is', {
              cluster: cluster.name,
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.service-webhook-dead.do'),
          evidence: [evidence],
        }
      : undefined;
  },
};
