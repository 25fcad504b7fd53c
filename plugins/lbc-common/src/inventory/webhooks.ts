import { provesAbsence } from './coverage';
import { WebhookConfigurationObject } from './objects';
import { ClusterSnapshot } from './snapshot';

/** Whether the controller's webhooks answer, and which writes they refuse. */
export interface WebhookReading {
  /**
   * `none`: no webhook of the controller is configured. `dead`: one with
   * failurePolicy Fail has no ready endpoint, so writes of its kinds are refused.
   */
  status: 'none' | 'answering' | 'dead' | 'unknown';
  /** Names of the webhooks that refuse. */
  refusing: string[];
  /** Resources whose writes are refused, such as `ingresses`. */
  resources: string[];
  /** `<namespace>/<name>` of their Services. */
  services: string[];
  observedAt?: string;
}

/** Names of the controller's webhooks (facts/tags-and-identity.md §8). */
const OURS = /\.(elbv2|aga)\.k8s\.aws$/;

function hooksOf(configurations: readonly WebhookConfigurationObject[]) {
  return configurations
    .flatMap(({ webhooks }) => webhooks ?? [])
    .filter(({ name }) => OURS.test(name));
}

/** Reads the controller's webhooks and the endpoints of their Services. */
export function readWebhooks(cluster: ClusterSnapshot): WebhookReading {
  const {
    mutatingWebhookConfigurations: mutating,
    validatingWebhookConfigurations: validating,
    endpointSlices,
  } = cluster.kinds;
  const hooks = [
    ...hooksOf(mutating?.items ?? []),
    ...hooksOf(validating?.items ?? []),
  ];
  const empty = { refusing: [], resources: [], services: [] };
  const current =
    mutating?.coverage === 'complete' && validating?.coverage === 'complete';
  if (hooks.length === 0) {
    return { status: current ? 'none' : 'unknown', ...empty };
  }
  const ready = new Set(
    (endpointSlices?.items ?? [])
      .filter(({ endpoints }) =>
        (endpoints ?? []).some(
          ({ addresses = [], conditions }) =>
            addresses.length > 0 && conditions?.ready !== false,
        ),
      )
      .map(
        ({ metadata }) =>
          `${metadata.namespace}/${
            metadata.labels?.['kubernetes.io/service-name'] ?? ''
          }`,
      ),
  );
  const services = [
    ...new Set(
      hooks.flatMap(({ clientConfig }) =>
        clientConfig?.service
          ? [`${clientConfig.service.namespace}/${clientConfig.service.name}`]
          : [],
      ),
    ),
  ];
  const observedAt = endpointSlices?.observedAt;
  if (services.some(service => ready.has(service))) {
    return { status: 'answering', ...empty, services, observedAt };
  }
  if (!current || !provesAbsence(endpointSlices) || services.length === 0) {
    return { status: 'unknown', ...empty, services };
  }
  const refusing = hooks.filter(
    ({ failurePolicy }) => (failurePolicy ?? 'Fail') === 'Fail',
  );
  return {
    status: refusing.length > 0 ? 'dead' : 'answering',
    refusing: refusing.map(({ name }) => name),
    resources: [
      ...new Set(
        refusing.flatMap(({ rules = [] }) =>
          rules.flatMap(({ resources = [] }) => resources),
        ),
      ),
    ],
    services,
    observedAt,
  };
}
