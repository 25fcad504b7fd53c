import {
  DescribeLoadBalancerAttributesCommand,
  DescribeTagsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AwsListener,
  AwsSecurityGroup,
  AwsTargetGroupDetail,
  message,
  StackDetail,
  Tags,
} from '@lbc-backstage/plugin-lbc-common';
import { DetailProgress, LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { ScopeCaller } from '../inventory';
import { tagListSchema } from '../inventory/schemas';
import { DetailReader } from './DetailReader';
import { callsOfListener, readListener, readListeners } from './listeners';
import { attributeSchema } from './schemas';
import { readSecurityGroups } from './securityGroups';
import {
  CALLS_OF_TARGET_GROUP,
  readTargetGroup,
  readTargetGroups,
} from './targetGroups';

const TAGS_OF_A_CALL = 20;
/** What a stack of the usual size may take. */
const CALLS_OF_A_STACK = 40;

const tagsSchema = z.object({
  ResourceArn: z.string(),
  Tags: tagListSchema.optional(),
});

/** Options of {@link readStack}. */
export interface ReadStackOptions {
  caller: ScopeCaller;
  clock: LbcClock;
  loadBalancerArn: string;
  /** Of the load balancer; read where EC2 is switched on. */
  securityGroupIds?: readonly string[];
  onProgress?: (progress: DetailProgress) => void;
}

/**
 * Reads all of one load balancer: attributes, listeners, rules, target groups,
 * health and tags, each operation once an ARN. The load balancer itself is in
 * the inventory already. What fails is told in `notRead`; only an abort throws.
 */
export async function readStack(
  options: ReadStackOptions,
): Promise<StackDetail> {
  const { caller, clock, loadBalancerArn, onProgress } = options;
  const observedAt = new Date(clock.now()).toISOString();
  const reader = DetailReader.create({ caller, onProgress });
  reader.expect(3);
  const attributes = await readAttributes(reader, loadBalancerArn);
  const listed = await readListeners(reader, loadBalancerArn);
  const groups = await readTargetGroups(reader, loadBalancerArn);
  reader.expect(
    (listed ?? []).reduce((sum, each) => sum + callsOfListener(each), 0) +
      (groups ?? []).length * CALLS_OF_TARGET_GROUP,
  );
  const listeners: AwsListener[] = [];
  for (const listener of listed ?? []) {
    listeners.push(await readListener(reader, listener));
  }
  const targetGroups: AwsTargetGroupDetail[] = [];
  for (const targetGroup of groups ?? []) {
    targetGroups.push(await readTargetGroup(reader, { targetGroup, clock }));
  }
  const tags = await readTags(reader, [
    loadBalancerArn,
    ...targetGroups.map(each => each.targetGroup.arn),
    ...listeners.map(({ arn }) => arn),
    ...listeners.flatMap(({ rules = [] }) => rules.map(({ arn }) => arn)),
  ]);
  const securityGroups = await readGroups(reader, options);
  return {
    loadBalancerArn,
    observedAt,
    ...(attributes && { loadBalancerAttributes: attributes }),
    ...(listed && { listeners }),
    ...(groups && { targetGroups }),
    ...(tags && { tags }),
    ...(securityGroups && { securityGroups }),
    notRead: reader.notRead,
  };
}

/** Security groups are a help and no more: they keep within the calls of a stack. */
async function readGroups(
  reader: DetailReader,
  { securityGroupIds = [] }: ReadStackOptions,
): Promise<AwsSecurityGroup[] | undefined> {
  if (securityGroupIds.length === 0) {
    return undefined;
  }
  if (reader.partsDone >= CALLS_OF_A_STACK) {
    reader.leaveOut(
      'ec2:DescribeSecurityGroups',
      message('source.detail-calls', { calls: CALLS_OF_A_STACK }),
    );
    return undefined;
  }
  reader.expect(1);
  return readSecurityGroups(reader, securityGroupIds);
}

async function readAttributes(
  reader: DetailReader,
  loadBalancerArn: string,
): Promise<Record<string, string> | undefined> {
  const { clients, sendOptions } = reader.caller;
  const attributes = await reader.answer({
    operation: 'DescribeLoadBalancerAttributes',
    send: () =>
      clients.elbv2.send(
        new DescribeLoadBalancerAttributesCommand({
          LoadBalancerArn: loadBalancerArn,
        }),
        sendOptions,
      ),
    listOf: answer => answer.Attributes,
    schema: attributeSchema,
  });
  return attributes && Object.fromEntries(attributes);
}

/** Tags in twenties; those of a twenty that failed are missing. */
async function readTags(
  reader: DetailReader,
  arns: readonly string[],
): Promise<Record<string, Tags> | undefined> {
  const { clients, sendOptions } = reader.caller;
  const tags: Array<readonly [string, Tags]> = [];
  let read = false;
  reader.expect(Math.ceil(arns.length / TAGS_OF_A_CALL));
  for (let start = 0; start < arns.length; start += TAGS_OF_A_CALL) {
    const found = await reader.answer({
      operation: 'DescribeTags',
      send: () =>
        clients.elbv2.send(
          new DescribeTagsCommand({
            ResourceArns: arns.slice(start, start + TAGS_OF_A_CALL),
          }),
          sendOptions,
        ),
      listOf: answer => answer.TagDescriptions,
      schema: tagsSchema,
    });
    read ||= found !== undefined;
    for (const { ResourceArn, Tags: of = {} } of found ?? []) {
      tags.push([ResourceArn, of]);
    }
  }
  return read ? Object.fromEntries(tags) : undefined;
}
