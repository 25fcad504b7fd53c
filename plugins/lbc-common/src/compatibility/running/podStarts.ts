import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { RunningController } from '../types';
import { podsOf } from './podVersions';

/** When the Pods of a controller started, oldest first (ISO 8601). */
export function podStartsOf(
  { namespace, name }: RunningController,
  { kinds }: ClusterSnapshot,
): string[] {
  const deployment = kinds.deployments?.items.find(
    ({ metadata }) =>
      metadata.namespace === namespace && metadata.name === name,
  );
  return deployment
    ? podsOf(deployment, kinds.pods?.items ?? [])
        .flatMap(({ status }) => status?.startTime ?? [])
        .sort()
    : [];
}
