import { WebhookConfigurationObject } from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome, combine } from '../lists';
import { MAX_CONTROLLERS } from './controllers';
import { dependent } from './dependent';
import { Place } from './memory';
import { KindStep } from './step';

const CONTROLLER_DOMAIN = '.k8s.aws';
const CONTROLLER_NAME = 'aws-load-balancer-webhook';

export const mutatingWebhooksStep = configurations(
  'mutatingWebhookConfigurations',
);
export const validatingWebhooksStep = configurations(
  'validatingWebhookConfigurations',
);

/** Who stands behind the Services that the controller's webhooks call. */
export const endpointSlicesStep: KindStep<'endpointSlices'> = {
  kind: 'endpointSlices',
  read: ({ reader, memory }) =>
    dependent({
      kind: 'endpointSlices',
      on: ['mutatingWebhookConfigurations', 'validatingWebhookConfigurations'],
      memory,
      async read() {
        const outcomes = [];
        for (const { namespace, name } of memory.webhookServices) {
          outcomes.push(
            await reader.list('endpointSlices', {
              namespace,
              query: { labelSelector: `kubernetes.io/service-name=${name}` },
            }),
          );
        }
        return combine('endpointSlices', outcomes);
      },
    }),
};

function configurations<
  K extends 'mutatingWebhookConfigurations' | 'validatingWebhookConfigurations',
>(kind: K): KindStep<K> {
  return {
    kind,
    async read({ reader, memory }) {
      const outcome: ListOutcome<WebhookConfigurationObject> =
        await reader.list(kind);
      const known = memory.webhookServices;
      const services = [...outcome.items]
        .flatMap(servicesOf)
        .filter(
          (service, index, all) =>
            ![...known, ...all.slice(0, index)].some(each =>
              samePlace(each, service),
            ),
        );
      memory.webhookServices = [...known, ...services].slice(
        0,
        MAX_CONTROLLERS,
      );
      return outcome;
    },
  };
}

/** Services of a configuration that is the controller's, by any of its names. */
function servicesOf({
  metadata,
  webhooks = [],
}: WebhookConfigurationObject): Place[] {
  return webhooks.flatMap(({ name, clientConfig }) => {
    const service = clientConfig?.service;
    const isControllers =
      name.endsWith(CONTROLLER_DOMAIN) ||
      metadata.name.includes(CONTROLLER_NAME) ||
      service?.name.includes(CONTROLLER_NAME);
    return service && isControllers
      ? [{ namespace: service.namespace, name: service.name }]
      : [];
  });
}

function samePlace(a: Place, b: Place): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}
