import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AwsTargetGroup,
  AwsTargetGroupDetail,
} from '@lbc-backstage/plugin-lbc-common';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { targetGroupSchema, targetHealthSchema } from '../inventory/schemas';
import { DetailReader } from './DetailReader';
import { attributeSchema } from './schemas';

/** What {@link readTargetGroup} takes. */
export const CALLS_OF_TARGET_GROUP = 2;

/** The target groups of a load balancer, as AWS lists them. */
export async function readTargetGroups(
  reader: DetailReader,
  loadBalancerArn: string,
): Promise<AwsTargetGroup[] | undefined> {
  const { clients, sendOptions } = reader.caller;
  return reader.list({
    operation: 'DescribeTargetGroups',
    pages: () =>
      paginateDescribeTargetGroups(
        { client: clients.elbv2 },
        { LoadBalancerArn: loadBalancerArn },
        sendOptions,
      ),
    tokenOf: page => page.NextMarker,
    listOf: page => page.TargetGroups,
    schema: targetGroupSchema,
  });
}

/** A target group with its attributes and the health of its targets. */
export async function readTargetGroup(
  reader: DetailReader,
  options: { targetGroup: AwsTargetGroup; clock: LbcClock },
): Promise<AwsTargetGroupDetail> {
  const { targetGroup, clock } = options;
  const { clients, sendOptions } = reader.caller;
  const attributes = await reader.answer({
    operation: 'DescribeTargetGroupAttributes',
    send: () =>
      clients.elbv2.send(
        new DescribeTargetGroupAttributesCommand({
          TargetGroupArn: targetGroup.arn,
        }),
        sendOptions,
      ),
    listOf: answer => answer.Attributes,
    schema: attributeSchema,
  });
  const observedAt = new Date(clock.now()).toISOString();
  const targets = await reader.answer({
    operation: 'DescribeTargetHealth',
    send: () =>
      clients.elbv2.send(
        new DescribeTargetHealthCommand({ TargetGroupArn: targetGroup.arn }),
        sendOptions,
      ),
    listOf: answer => answer.TargetHealthDescriptions,
    schema: targetHealthSchema,
  });
  return {
    targetGroup,
    ...(attributes && { attributes: Object.fromEntries(attributes) }),
    ...(targets && {
      health: { targetGroupArn: targetGroup.arn, observedAt, targets },
    }),
  };
}
