import { LoadBalancerPlan, ScopePlan, StackPlan } from './plan';
import { Ids } from './random';

/** The ARN of something of ELBv2. */
export function elbArn(scope: ScopePlan, resource: string): string {
  return `arn:aws:elasticloadbalancing:${scope.region}:${scope.accountId}:${resource}`;
}

/** A load balancer with its ARN and DNS name, as AWS makes them. */
export function loadBalancer(options: {
  ids: Ids;
  scope: ScopePlan;
  type: LoadBalancerPlan['type'];
  name: string;
  scheme: StackPlan['scheme'];
  createdAt: number;
}): LoadBalancerPlan {
  const { ids, scope, type, name, scheme, createdAt } = options;
  const id = ids.hex(16, scope.accountId, scope.region, name);
  const kind = type === 'application' ? 'app' : 'net';
  const internal = scheme === 'internal' ? 'internal-' : '';
  return {
    type,
    name,
    id,
    arn: elbArn(scope, `loadbalancer/${kind}/${name}/${id}`),
    dnsName:
      type === 'application'
        ? `${internal}${name}-${ids.digits(10, name, id)}.${
            scope.region
          }.elb.amazonaws.com`
        : `${name}-${id}.elb.${scope.region}.amazonaws.com`,
    createdAt,
  };
}

/** A target group with its ARN. */
export function targetGroup(options: {
  ids: Ids;
  scope: ScopePlan;
  name: string;
}): { name: string; id: string; arn: string } {
  const { ids, scope, name } = options;
  const id = ids.hex(16, scope.accountId, scope.region, 'targetgroup', name);
  return { name, id, arn: elbArn(scope, `targetgroup/${name}/${id}`) };
}
