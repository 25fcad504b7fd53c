import type { ReadinessInput } from '../../input';

const LABEL = 'elbv2.k8s.aws/pod-readiness-gate-inject';

/** Namespaces of which Pods get a readiness gate of the controller's. */
export function injectedNamespaces({ cluster }: ReadinessInput): string[] {
  return (cluster.kinds.namespaces?.items ?? [])
    .filter(({ metadata }) => metadata.labels?.[LABEL] === 'enabled')
    .map(({ metadata }) => metadata.name)
    .sort();
}
