import { message } from '../../../messages';
import { kubectl } from '../commands';
import { PathContext } from '../input';
import { RemovalGate } from '../types';

const LABEL = 'elbv2.k8s.aws/pod-readiness-gate-inject';

/**
 * Pods that wait for a readiness gate of the controller never become ready
 * without it. Pods of the whole cluster are not read, so nobody counts them.
 */
export function readinessGatesGate({ cluster }: PathContext): RemovalGate {
  const { namespaces } = cluster.kinds;
  const asking = (namespaces?.items ?? [])
    .filter(({ metadata }) => metadata.labels?.[LABEL] === 'enabled')
    .map(({ metadata }) => metadata.name);
  return {
    id: 'readiness-gates',
    status: 'unknown',
    decides: false,
    because: message('removal-gate.readiness-gates', {
      namespaces: asking.length,
    }),
    items: asking.sort().map(name => `Namespace ${name}`),
    notSeen: [message('removal-gate.pods-not-read')],
    commands: [
      kubectl(
        message('removal-command.readiness-gates'),
        'get',
        'pods',
        '-A',
        '-o',
        'jsonpath={range .items[?(@.spec.readinessGates)]}{.metadata.namespace}/{.metadata.name} {.spec.readinessGates[*].conditionType} {.status.conditions[?(@.type=="Ready")].status}{"\\n"}{end}',
      ),
    ],
    ...(namespaces?.observedAt && { observedAt: namespaces.observedAt }),
  };
}
