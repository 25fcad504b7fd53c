import { PathContext } from '../input';
import { RemovalGate, RemovalLeftover } from '../types';
import { crds, webhooks } from './clusterObjects';
import { iamLeftovers } from './iam';
import { backendSecurityGroups } from './securityGroup';

/** What no uninstallation takes along, in the order in which it may go. */
export function leftoversOf(
  context: PathContext,
  gates: readonly RemovalGate[],
): RemovalLeftover[] {
  return [
    ...webhooks(context, gates),
    ...crds(context, gates),
    ...backendSecurityGroups(context, gates),
    ...iamLeftovers(context, gates),
  ];
}
