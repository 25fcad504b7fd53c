import { message } from '../../messages';
import { FRONTEND_NLB } from '../expected/ingress/frontendNlb';
import { ExpectedModel } from '../expected/types';
import { compareBindings } from './bindings';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareListeners } from './listeners';
import { compareLoadBalancer } from './loadBalancer';
import { compareSecurityGroups } from './securityGroups';
import { compareTargetGroups, groupsOf } from './targetGroups';
import { CompareStackOptions, DriftResult } from './types';

/** Which load balancer of the model it is: by its tag, or by its type. */
function resourceIdOf(
  model: ExpectedModel,
  { detail, loadBalancer }: CompareStackOptions,
): string {
  const tagged = detail.tags?.[detail.loadBalancerArn]?.[model.resourceTagKey];
  if (tagged !== undefined && Object.hasOwn(model.loadBalancers, tagged)) {
    return tagged;
  }
  const { type } = loadBalancer ?? detail.loadBalancer ?? {};
  return type === 'network' && Object.hasOwn(model.loadBalancers, FRONTEND_NLB)
    ? FRONTEND_NLB
    : 'LoadBalancer';
}

/**
 * What AWS has against what the controller builds. Only what the spec asks is
 * compared: attributes that it names, and security groups that the controller
 * made; a Service that names no scheme keeps its own.
 * @public
 */
export function compareStack(options: CompareStackOptions): DriftResult {
  const { expected, detail, reconcile } = options;
  if (expected.status === 'refused') {
    return {
      facet: 'not-examined',
      findings: [],
      notExamined: [message('drift.not-modelled.refused'), expected.reason],
      compared: 0,
    };
  }
  const comparison = Comparison.create(reconcile);
  if (expected.status === 'not-modelled') {
    comparison.notModelled(expected.reason);
    return comparison.result();
  }
  const { model } = expected;
  const lookup = StackLookup.create(model, detail);
  const resourceId = resourceIdOf(model, options);
  const loadBalancer = detail.loadBalancer ?? options.loadBalancer;
  const shared = { comparison, model, lookup, detail, resourceId };
  compareLoadBalancer({ ...shared, loadBalancer });
  compareListeners(shared);
  compareTargetGroups(shared);
  compareBindings({
    comparison,
    model,
    lookup,
    groups: groupsOf(model, resourceId),
    bindings: options.bindings,
  });
  if (resourceId !== FRONTEND_NLB) {
    compareSecurityGroups({ comparison, model, lookup, detail });
  }
  return comparison.result();
}
