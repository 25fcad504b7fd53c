import { JsonObject, asObjects } from '../../../json';
import { OperationContext, OperationGroup } from '../../AwsService';
import { ElbResource, notFound, required } from './arns';

export const attributeOperations: OperationGroup = {
  DescribeLoadBalancerAttributes: context =>
    attributes(context, 'LoadBalancerArn', 'loadbalancer'),
  DescribeTargetGroupAttributes: context =>
    attributes(context, 'TargetGroupArn', 'targetgroup'),
  DescribeListenerAttributes: context =>
    attributes(context, 'ListenerArn', 'listener'),
  DescribeAccountLimits: ({ scope }) => ({
    Limits: scope.list('elbv2/DescribeAccountLimits', 'Limits'),
  }),
};

function attributes(
  { operation, params, scope, faults, call }: OperationContext,
  parameter: string,
  resource: ElbResource,
): JsonObject {
  const arn = required(params, parameter);
  const found = scope.keyed(`elbv2/${operation}`, arn);
  if (!found) {
    throw notFound(resource, [arn]);
  }
  return { Attributes: faults.items(call, asObjects(found.Attributes)) };
}
