import { Reference } from '../../facts';
import { ExpectedNetworkingRule } from '../types';

/** TCP from the backend group, a rule a port (Ingress and ALB Gateway). */
export function bindingNetworking(options: {
  backend: Reference | string | undefined;
  anyPort: boolean;
  ports: ReadonlyArray<number | string>;
}): ExpectedNetworkingRule[] | undefined {
  const { backend, anyPort, ports } = options;
  if (backend === undefined) {
    return undefined;
  }
  const from = [backend];
  return anyPort
    ? [{ from, ports: [{ protocol: 'TCP' }] }]
    : ports.map(port => ({ from, ports: [{ protocol: 'TCP', port }] }));
}
