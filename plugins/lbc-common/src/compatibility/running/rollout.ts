import type { DeploymentObject } from '../../inventory/objects';
import type { RunningController } from '../types';

type Rollout = NonNullable<RunningController['rollout']>;

/** Whether a Deployment's rollout is done, as `kubectl rollout status` tells. */
export function rolloutOf(deployment: DeploymentObject): Rollout {
  const { spec, status } = deployment;
  if (!status) {
    return 'unknown';
  }
  const progressing = status.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  if (
    progressing?.status === 'False' &&
    progressing.reason === 'ProgressDeadlineExceeded'
  ) {
    return 'stuck';
  }
  const wanted = spec?.replicas ?? 1;
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  return updatedReplicas >= wanted &&
    replicas <= updatedReplicas &&
    availableReplicas >= wanted
    ? 'done'
    : 'rolling';
}

/** How Pods are replaced, as `RollingUpdate (maxSurge 25%, maxUnavailable 1)`. */
export function strategyOf(deployment: DeploymentObject): string | undefined {
  const { strategy } = deployment.spec ?? {};
  if (strategy?.type === undefined) {
    return undefined;
  }
  const limits = Object.entries(strategy.rollingUpdate ?? {}).map(
    ([name, value]) => `${name} ${value}`,
  );
  return limits.length > 0
    ? `${strategy.type} (${limits.sort().join(', ')})`
    : strategy.type;
}
