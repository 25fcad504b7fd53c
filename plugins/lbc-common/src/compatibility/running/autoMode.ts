import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { RunningController } from '../types';

const CRD = 'ingressclassparams.eks.amazonaws.com';

/**
 * The controller of EKS Auto Mode. AWS runs it outside the cluster, so that no
 * Deployment, no version and no flag can be seen: its own kinds tell of it.
 */
export function findAutoMode(
  cluster: ClusterSnapshot,
): RunningController | undefined {
  const { autoModeIngressClassParams, customResourceDefinitions } =
    cluster.kinds;
  const crd = customResourceDefinitions?.items.find(
    ({ metadata }) => metadata.name === CRD,
  );
  const observedAt = crd
    ? customResourceDefinitions?.observedAt
    : autoModeIngressClassParams?.observedAt;
  const isThere =
    crd !== undefined ||
    autoModeIngressClassParams?.coverage === 'complete' ||
    (autoModeIngressClassParams?.items.length ?? 0) > 0;
  return isThere
    ? {
        cluster: cluster.cluster,
        kind: 'eks-auto-mode',
        versions: [],
        liveness: 'unknown',
        flags: {},
        observedAt: observedAt ?? '',
      }
    : undefined;
}
