import { JsonObject, JsonValue, WorldStep } from 'lbc-sandbox';
import { StackDetail } from '@lbc-backstage/plugin-lbc-common';
import { detailsOf } from './detail';

function obj(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function list(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(obj) : [];
}

/**
 * What a detail job would read of each load balancer of a recorded step, made
 * of AWS' answers. An operation that was not recorded was not read.
 */
export function detailsOfStep(step: WorldStep): StackDetail[] {
  const file = (service: string, operation: string) =>
    obj(step.aws.get(`${service}/${operation}`));
  const elb = (operation: string) => file('elbv2', operation);
  const tags = new Map(
    list(elb('DescribeTags').TagDescriptions).map(each => [
      String(each.ResourceArn),
      each.Tags,
    ]),
  );
  const of = (operation: string, arn: JsonValue | undefined, field: string) =>
    obj(elb(operation)[String(arn)])[field];
  const withTags = (item: JsonObject, arn: JsonValue | undefined) => ({
    ...item,
    Tags: tags.get(String(arn)),
  });
  const listenersOf = obj(elb('DescribeListeners'));
  const listeners = Object.values(listenersOf).flatMap(answer =>
    list(obj(answer).Listeners ?? answer),
  );
  return detailsOf(
    {
      loadBalancers: list(elb('DescribeLoadBalancers').LoadBalancers).map(
        item => ({
          ...withTags(item, item.LoadBalancerArn),
          Attributes: of(
            'DescribeLoadBalancerAttributes',
            item.LoadBalancerArn,
            'Attributes',
          ),
        }),
      ),
      listeners: listeners.map(item => ({
        ...withTags(item, item.ListenerArn),
        Attributes: of(
          'DescribeListenerAttributes',
          item.ListenerArn,
          'Attributes',
        ),
        Rules: list(of('DescribeRules', item.ListenerArn, 'Rules')).map(rule =>
          withTags(rule, rule.RuleArn),
        ),
      })),
      targetGroups: list(elb('DescribeTargetGroups').TargetGroups).map(
        item => ({
          ...withTags(item, item.TargetGroupArn),
          Attributes: of(
            'DescribeTargetGroupAttributes',
            item.TargetGroupArn,
            'Attributes',
          ),
        }),
      ),
      securityGroups: list(
        file('ec2', 'DescribeSecurityGroups').SecurityGroups,
      ),
    },
    step.recordedAt,
  );
}
