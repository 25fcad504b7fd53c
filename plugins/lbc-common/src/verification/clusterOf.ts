import { provesAbsence } from '../inventory/coverage';
import {
  flagsOf,
  controllerContainer,
  versionOf,
} from '../inventory/controllers/flags';
import { readLock } from '../inventory/controllers/lease';
import type { WebhookConfigurationObject } from '../inventory/objects';
import type { ClusterSnapshot } from '../inventory/snapshot';
import { hashOfSpec } from './gather';
import type {
  BaselineCluster,
  BaselineCrd,
  BaselineLeader,
  BaselineWebhook,
} from './types';

const CRD_GROUPS = new Set([
  'elbv2.k8s.aws',
  'gateway.k8s.aws',
  'aga.k8s.aws',
  'gateway.networking.k8s.io',
]);

/** Names of the controller's webhooks. */
const OUR_WEBHOOKS = /\.(elbv2|aga|gateway)\.k8s\.aws$/;

/** Long enough for a leader that is there to renew its Lease. */
const LEASE_WAIT_SECONDS = 120;

function crdsOf(snapshot: ClusterSnapshot): Record<string, BaselineCrd> {
  const items = snapshot.kinds.customResourceDefinitions?.items ?? [];
  return Object.fromEntries(
    items
      .filter(({ spec }) => CRD_GROUPS.has(spec?.group ?? ''))
      .map(({ metadata, spec, status }) => [
        metadata.name,
        {
          versions: Object.fromEntries(
            (spec?.versions ?? []).map(({ name, served, storage, fields }) => [
              name,
              {
                served: served ?? false,
                storage: storage ?? false,
                ...(fields && { fields }),
              },
            ]),
          ),
          storedVersions: status?.storedVersions ?? [],
        },
      ]),
  );
}

function webhooksOf(
  configurations: readonly WebhookConfigurationObject[],
): Record<string, BaselineWebhook> {
  return Object.fromEntries(
    configurations
      .flatMap(({ webhooks }) => webhooks ?? [])
      .filter(({ name }) => OUR_WEBHOOKS.test(name))
      .map(hook => [
        hook.name,
        {
          failurePolicy: hook.failurePolicy ?? 'Fail',
          ...(hook.clientConfig?.caBundleHash && {
            caBundleHash: hook.clientConfig.caBundleHash,
          }),
          admissionReviewVersions: hook.admissionReviewVersions ?? [],
          rules: (hook.rules ?? []).map(
            ({ apiGroups = [], resources = [], operations = [] }) =>
              `${[...operations].sort().join('/')} ${[...resources]
                .sort()
                .join('/')} (${[...apiGroups].sort().join('/')})`,
          ),
        },
      ]),
  );
}

function leaderOf(
  snapshot: ClusterSnapshot,
  names: readonly string[],
): BaselineLeader | undefined {
  const lock = readLock({
    cluster: snapshot,
    names,
    waitSeconds: LEASE_WAIT_SECONDS,
  });
  if (lock.status === 'unread') {
    return undefined;
  }
  const lease = snapshot.kinds.leases?.items.find(
    ({ spec }) =>
      lock.holder !== undefined && spec?.holderIdentity === lock.holder,
  );
  return {
    ...(lock.holder && { holder: lock.holder }),
    ...(lease?.spec?.acquireTime && { since: lease.spec.acquireTime }),
    fresh: lock.status === 'fresh',
  };
}

/**
 * What a baseline keeps of the cluster itself.
 * @public
 */
export function baselineClusterOf(
  snapshot: ClusterSnapshot,
  observedAt: string,
): BaselineCluster {
  const { kinds } = snapshot;
  const found = (kinds.deployments?.items ?? []).flatMap(deployment => {
    const container = controllerContainer(deployment);
    return container ? [{ deployment, container }] : [];
  });
  const flags = found.map(({ container }) => flagsOf(container));
  const leader = leaderOf(
    snapshot,
    flags.flatMap(each => each['leader-election-id'] ?? []),
  );
  const {
    customResourceDefinitions: crds,
    mutatingWebhookConfigurations: mutating,
    validatingWebhookConfigurations: validating,
    ingressClasses,
    ingressClassParams,
  } = kinds;
  return {
    observedAt,
    controllers: found.map(({ deployment, container }) => {
      const version = versionOf(container.image);
      return {
        namespace: deployment.metadata.namespace,
        name: deployment.metadata.name,
        ...(version && { version }),
        image: container.image,
      };
    }),
    externalTags: flags.flatMap(each =>
      (each['external-managed-tags'] ?? '').split(',').filter(Boolean),
    ),
    ...(leader && { leader }),
    ...(provesAbsence(crds) && { crds: crdsOf(snapshot) }),
    ...(provesAbsence(mutating) &&
      provesAbsence(validating) && {
        webhooks: webhooksOf([...mutating.items, ...validating.items]),
      }),
    ...(provesAbsence(ingressClasses) &&
      provesAbsence(ingressClassParams) && {
        classes: Object.fromEntries(
          [
            ...ingressClasses.items.map(
              item => ['IngressClass', item] as const,
            ),
            ...ingressClassParams.items.map(
              item => ['IngressClassParams', item] as const,
            ),
          ].map(([kind, item]) => [
            `${kind}/${item.metadata.name}`,
            { uid: item.metadata.uid, specHash: hashOfSpec(item) },
          ]),
        ),
      }),
  };
}
