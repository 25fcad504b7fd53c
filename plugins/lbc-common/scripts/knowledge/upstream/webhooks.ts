import type { ReleaseWebhook } from '../../../src/knowledge/types';
import type { Clone } from './Clone';
import { CHART } from './crds';
import {
  documentsOf,
  Json,
  objectAt,
  objectsIn,
  textsIn,
  withoutTemplates,
} from './yaml';

export const WEBHOOK_FOLDER = 'config/webhook';
const MANIFESTS = ['manifests.yaml', 'manifests.v1beta1.yaml'];
const KINDS = {
  MutatingWebhookConfiguration: 'Mutating',
  ValidatingWebhookConfiguration: 'Validating',
} as const;

/** Webhooks of the manifests, with the policy that the chart gives them. */
export function webhooksOf(clone: Clone, tag: string): ReleaseWebhook[] {
  const manifest = MANIFESTS.map(file =>
    clone.text(tag, `${WEBHOOK_FOLDER}/${file}`),
  ).find(text => text !== undefined);
  const chart = chartPolicies(
    clone.text(tag, `${CHART}/templates/webhook.yaml`) ?? '',
  );
  return documentsOf(manifest ?? '').flatMap(document => {
    const type = typeOf(document);
    return type
      ? objectsIn(document.webhooks).map(webhook => {
          const policy = chart.get(String(webhook.name));
          return {
            ...webhookOf(webhook, type),
            ...(policy !== undefined && { chartFailurePolicy: policy }),
          };
        })
      : [];
  });
}

function typeOf({ kind }: Json): ReleaseWebhook['type'] | undefined {
  return kind === 'MutatingWebhookConfiguration' ||
    kind === 'ValidatingWebhookConfiguration'
    ? KINDS[kind]
    : undefined;
}

function webhookOf(
  webhook: Json,
  type: ReleaseWebhook['type'],
): Omit<ReleaseWebhook, 'chartFailurePolicy'> {
  const rules = objectsIn(webhook.rules);
  const service = objectAt(objectAt(webhook, 'clientConfig'), 'service');
  return {
    name: String(webhook.name),
    type,
    path: String(service.path),
    resources: rules.flatMap(rule => textsIn(rule.resources)),
    operations: [...new Set(rules.flatMap(rule => textsIn(rule.operations)))],
    failurePolicy: String(webhook.failurePolicy),
  };
}

/** By name: the template is no YAML, and a webhook is one item of its lists. */
function chartPolicies(template: string): Map<string, string> {
  const text = withoutTemplates(template, each => `{{ ${each} }}`);
  const policies = new Map<string, string>();
  for (const item of text.split(/^- /m).slice(1)) {
    const name = /^ {2}name: (\S+)/m.exec(item)?.[1];
    const policy = /^ {2}failurePolicy: (.+)$/m.exec(item)?.[1];
    if (name && policy) {
      policies.set(name, policy.trim());
    }
  }
  return policies;
}
