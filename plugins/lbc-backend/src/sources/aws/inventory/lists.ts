import {
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AwsLoadBalancer,
  AwsTargetGroup,
  Coverage,
  Message,
} from '@lbc-backstage/plugin-lbc-common';
import { AwsFailure } from '../failures';
import { ResourceCollector } from './ResourceCollector';
import { ScopeCaller } from './ScopeCaller';
import { loadBalancerSchema, targetGroupSchema } from './schemas';

/** As many as AWS gives in a page. */
const PAGE_SIZE = 400;

/** What a list, or the tags of one, came to. */
export interface AwsOutcome<T> {
  coverage: Coverage;
  reason?: Message;
  items: T[];
}

/** Everything that DescribeLoadBalancers knows. */
export async function readLoadBalancers(
  caller: ScopeCaller,
): Promise<AwsOutcome<AwsLoadBalancer>> {
  const operation = 'elasticloadbalancing:DescribeLoadBalancers';
  const collector = new ResourceCollector({
    schema: loadBalancerSchema,
    operation,
    scopeId: caller.scope.id,
  });
  const failure = await caller.readPages({
    service: 'elbv2',
    operation,
    pages: paginateDescribeLoadBalancers(
      { client: caller.clients.elbv2, pageSize: PAGE_SIZE },
      {},
      caller.sendOptions,
    ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.LoadBalancers,
    take: list => collector.add(list),
  });
  return outcomeOf(collector, failure);
}

/** Everything that DescribeTargetGroups knows. */
export async function readTargetGroups(
  caller: ScopeCaller,
): Promise<AwsOutcome<AwsTargetGroup>> {
  const operation = 'elasticloadbalancing:DescribeTargetGroups';
  const collector = new ResourceCollector({
    schema: targetGroupSchema,
    operation,
    scopeId: caller.scope.id,
  });
  const failure = await caller.readPages({
    service: 'elbv2',
    operation,
    pages: paginateDescribeTargetGroups(
      { client: caller.clients.elbv2, pageSize: PAGE_SIZE },
      {},
      caller.sendOptions,
    ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.TargetGroups,
    take: list => collector.add(list),
  });
  return outcomeOf(collector, failure);
}

/** A list that broke off has no items: it must not take the place of a whole one. */
export function outcomeOf<T extends { arn: string }>(
  collector: ResourceCollector<T>,
  failure: AwsFailure | undefined,
): AwsOutcome<T> {
  if (failure) {
    return { ...failure, items: [] };
  }
  const problem = collector.problem();
  if (problem?.everything) {
    return { coverage: 'failed', reason: problem.reason, items: [] };
  }
  return {
    coverage: problem ? 'partial' : 'complete',
    reason: problem?.reason,
    items: collector.items,
  };
}
