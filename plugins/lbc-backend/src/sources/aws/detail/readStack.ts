import {
  DescribeLoadBalancerAttributesCommand,
  DescribeTagsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AwsListener,
  AwsTargetGroupDetail,
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
import {
  CALLS_OF_TARGET_GROUP,
  readTargetGroup,
  readTargetGroups,
} from './targetGroups';

const TAGS_OF_A_CALL = 20;

const tagsSchema = z.object({
  ResourceArn: z.string(),
  Tags: tagListSchema.optional(),
});

/** Options of {@link readStack}. */
export interface ReadStackOptions {
  caller: ScopeCaller;
  clock: LbcClock;
  loadBalancerArn: string;
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
  return {
    loadBalancerArn,
    observedAt,
    ...(attributes && { loadBalancerAttributes: attributes }),
    ...(listed && { listeners }),
    ...(groups && { targetGroups }),
    ...(tags && { tags }),
    notRead: reader.notRead,
  };
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
