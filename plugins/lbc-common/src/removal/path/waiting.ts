import { message } from '../../messages';
import { aws } from './commands';
import { countCommands, groupCommands } from './gates/aws';
import { AwsLoadBalancer } from '../../inventory/aws';
import { PathContext } from './input';
import { Tagged } from './tagged';
import { RemovalPath, RemovalSource } from './types';

/** So many ARNs DescribeLoadBalancers takes at once. */
const MOST_ARNS = 20;

function source(
  target: string,
  observedAt: string | undefined,
  everySeconds: number,
): RemovalSource {
  return {
    target,
    ...(observedAt !== undefined && {
      observedAt,
      nextAt: new Date(
        Date.parse(observedAt) + everySeconds * 1000,
      ).toISOString(),
    }),
  };
}

/** How a person sees that AWS is empty, and when the portal looks again. */
export function waitingOf(
  context: PathContext,
  { items }: Tagged<AwsLoadBalancer>,
): RemovalPath['waiting'] {
  const { cluster, scopes, cadence } = context;
  const byRegion = new Map<string, string[]>();
  for (const { scope, item } of items) {
    const arns = byRegion.get(scope.region) ?? [];
    byRegion.set(scope.region, [...arns, item.arn]);
  }
  return {
    message: message('removal-step.wait-how'),
    sources: [
      source(
        `cluster:${cluster.cluster}`,
        cluster.kinds.ingresses?.observedAt,
        cadence.kubernetesSeconds,
      ),
      ...scopes.map(({ accountId, region, kinds }) =>
        source(
          `scope:${accountId}/${region}`,
          kinds.loadBalancers?.observedAt,
          cadence.awsSeconds,
        ),
      ),
    ],
    commands: [
      // Tagging still returns for a while what is gone: Describe decides.
      ...[...byRegion].map(([region, arns]) =>
        aws(
          region,
          message('removal-command.describe', {
            count: Math.min(arns.length, MOST_ARNS),
          }),
          'elbv2',
          'describe-load-balancers',
          '--load-balancer-arns',
          ...arns.slice(0, MOST_ARNS),
          '--query',
          'LoadBalancers[].[LoadBalancerName,State.Code]',
        ),
      ),
      ...countCommands(context, 'loadbalancer'),
      ...countCommands(context, 'targetgroup'),
      ...groupCommands(context),
    ],
  };
}
