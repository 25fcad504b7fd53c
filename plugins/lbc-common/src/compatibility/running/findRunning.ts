import { controllerContainer, flagsOf } from '../../inventory/controllers';
import type { DeploymentObject } from '../../inventory/objects';
import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { Controller } from '../../inventory/subject';
import type { RunningController, RunningVersion } from '../types';
import { findAutoMode } from './autoMode';
import { disruptionBudgetOf } from './disruptionBudget';
import { identityOf } from './identity';
import { lockOf } from './lock';
import { podsOf, versionOfDeployment, versionsOfPods } from './podVersions';
import { rolloutOf, strategyOf } from './rollout';

const CHART = /^(.+)-(\d+\.\d+\.\d+\S*)$/;

/**
 * What runs in a cluster: every Deployment of the controller, and EKS Auto
 * Mode, which has none. Gates in effect are added where the release is known.
 *
 * @param options.controllers - as correlate judged them: whether they live is
 * its to say.
 */
export function findRunning(options: {
  cluster: ClusterSnapshot;
  controllers: readonly Controller[];
}): RunningController[] {
  const { cluster, controllers } = options;
  const { deployments } = cluster.kinds;
  const found = (deployments?.items ?? []).flatMap(deployment =>
    controllerContainer(deployment)
      ? [
          ofDeployment({
            cluster,
            deployment,
            observedAt: deployments?.observedAt ?? '',
            liveness:
              controllers.find(
                ({ namespace, name }) =>
                  namespace === deployment.metadata.namespace &&
                  name === deployment.metadata.name,
              )?.liveness ?? 'unknown',
          }),
        ]
      : [],
  );
  const autoMode = findAutoMode(cluster);
  return autoMode ? [...found, autoMode] : found;
}

function ofDeployment(options: {
  cluster: ClusterSnapshot;
  deployment: DeploymentObject;
  liveness: RunningController['liveness'];
  observedAt: string;
}): RunningController {
  const { cluster, deployment, liveness, observedAt } = options;
  const { metadata, spec, status } = deployment;
  const { pods: podKind, podDisruptionBudgets } = cluster.kinds;
  const container = controllerContainer(deployment) ?? { name: '', image: '' };
  const pods = podsOf(deployment, podKind?.items ?? []);
  const flags = flagsOf(container);
  const serviceAccount = spec?.template?.spec?.serviceAccountName || 'default';
  const { version, versions } = whatRuns(
    deployment,
    versionsOfPods(deployment, pods),
  );
  const chart = chartOf(deployment);
  const strategy = strategyOf(deployment);
  const podDisruptionBudget = disruptionBudgetOf(
    deployment,
    podDisruptionBudgets?.items ?? [],
  );
  return {
    cluster: cluster.cluster,
    kind: 'deployment',
    namespace: metadata.namespace,
    name: metadata.name,
    ...(version !== undefined && { version }),
    versions,
    ...(chart && { chart }),
    liveness,
    replicas: {
      wanted: spec?.replicas ?? 1,
      ready: status?.readyReplicas ?? 0,
      ...(status?.updatedReplicas !== undefined && {
        updated: status.updatedReplicas,
      }),
    },
    rollout: rolloutOf(deployment),
    ...(strategy !== undefined && { strategy }),
    ...(podDisruptionBudget !== undefined && { podDisruptionBudget }),
    lock: lockOf(version),
    flags,
    ...text('clusterName', flags['cluster-name']),
    ...text('region', flags['aws-region'] || envOf(container, 'AWS_REGION')),
    ...text('vpcId', flags['aws-vpc-id']),
    ...text('watchNamespace', flags['watch-namespace']),
    serviceAccount,
    identity: identityOf({
      cluster,
      namespace: metadata.namespace,
      serviceAccount,
      container,
      pods,
    }),
    observedAt,
  };
}

/**
 * The version that really runs: what ready Pods say, where none of them is of
 * the image that the Deployment asks for, as in a rollout that is stuck.
 */
function whatRuns(
  deployment: DeploymentObject,
  pods: ReturnType<typeof versionsOfPods>,
): { version?: string; versions: RunningVersion[] } {
  const asked = versionOfDeployment(deployment);
  const { versions, ready } = pods;
  if (versions.length === 0) {
    return { ...only(asked), versions: [asked] };
  }
  const old =
    ready.length === 1 && ready[0].image !== asked.image ? ready[0] : asked;
  return { ...only(old), versions };
}

function only({ version }: RunningVersion): { version?: string } {
  return version === undefined ? {} : { version };
}

function chartOf({
  metadata,
}: DeploymentObject): RunningController['chart'] | undefined {
  const { labels = {} } = metadata;
  const match = CHART.exec(labels['helm.sh/chart'] ?? '');
  if (!match) {
    return undefined;
  }
  const appVersion = labels['app.kubernetes.io/version'];
  return {
    name: match[1],
    version: match[2],
    ...(appVersion !== undefined && { appVersion }),
  };
}

function envOf(
  { env = [] }: { env?: Array<{ name: string; value?: string }> },
  wanted: string,
): string | undefined {
  return env.find(({ name }) => name === wanted)?.value;
}

/** A flag that is not set, or set to nothing, says nothing. */
function text<K extends string>(
  key: K,
  value: string | undefined,
): Partial<Record<K, string>> {
  return value ? ({ [key]: value } as Record<K, string>) : {};
}
