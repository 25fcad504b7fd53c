import { CleanUpStep } from '../types';
import { StepContext } from './context';
import { loadBalancerStep } from './loadBalancer';
import { look } from './look';
import { protection } from './protection';
import { references } from './references';
import { securityGroupStep } from './securityGroup';
import { targetGroupStep } from './targetGroup';

export { afterwardsOf, groupAfterwardsOf } from './afterwards';
export type { StepBase, StepContext } from './context';
export { securityGroupStep } from './securityGroup';

/** Every step in AWS' order: what refers, the load balancer, its target groups, its security groups. */
export function stepsOf(context: StepContext): CleanUpStep[] {
  const { subject, removal } = context;
  return [
    look(context),
    references(context),
    ...protection(context),
    loadBalancerStep(context),
    ...subject.targetGroups.map(group => targetGroupStep(context, group)),
    ...removal.securityGroups.map(id => securityGroupStep(context, id)),
  ];
}
