import { AwsLoadBalancer } from '../../../inventory/aws';
import { OwnerRecord } from '../../../inventory/owners/types';
import { PathContext } from '../input';
import { Tagged } from '../tagged';
import { RemovalGate } from '../types';
import { awsGates } from './aws';
import { controllerGate } from './controller';
import { failingGate } from './failing';
import { ownerGates } from './owners';
import { readinessGatesGate } from './readinessGates';
import { targetBindingGate } from './targetBindings';
import { terminatingGate } from './terminating';

/** Everything that must be so before the controller may go. */
export function gatesOf(
  context: PathContext,
  given: {
    owners: readonly OwnerRecord[];
    loadBalancers: Tagged<AwsLoadBalancer>;
  },
): RemovalGate[] {
  const counted = [
    ...ownerGates(context, given.owners),
    targetBindingGate(context),
    terminatingGate(context),
    failingGate(context),
    ...awsGates(context, given.loadBalancers),
    readinessGatesGate(context),
  ];
  return [controllerGate(context, counted), ...counted];
}
