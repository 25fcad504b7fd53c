import { ServiceObject } from '../../../inventory/objects';
import { BuildContext } from '../context';
import { buildNlbListeners } from './listeners';
import { buildNlb } from './loadBalancer';
import { serviceReader } from './reader';

/** `defaultModelBuildTask.buildModel` of `pkg/service/model_builder.go` at v3.5.0. */
export function buildServiceModel(
  context: BuildContext,
  service: ServiceObject,
): void {
  const reader = serviceReader(service);
  const { loadBalancer, securityGroups } = buildNlb(context, service, reader);
  context.model.loadBalancers.LoadBalancer = loadBalancer;
  buildNlbListeners({
    context,
    service,
    reader,
    securityGroups,
    isDualstack: loadBalancer.ipAddressType === 'dualstack',
  });
}
