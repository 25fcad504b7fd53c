import { DescribeTagsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Tags } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { AwsFailure, nameOf } from '../failures';
import { ScopeCaller, noList } from './ScopeCaller';
import { Taggable } from './TagCache';
import { tagListSchema } from './schemas';

const OPERATION = 'elasticloadbalancing:DescribeTags';
const BATCH_SIZE = 20;

const NOT_FOUND = new Set([
  'LoadBalancerNotFound',
  'LoadBalancerNotFoundException',
  'TargetGroupNotFound',
  'TargetGroupNotFoundException',
]);

const descriptionSchema = z.object({
  ResourceArn: z.string(),
  Tags: tagListSchema.optional(),
});

/** Reads tags in twenties, until all are read or a call fails. */
export async function describeTags(
  caller: ScopeCaller,
  resources: readonly Taggable[],
): Promise<{ tags: Map<Taggable, Tags>; failure?: AwsFailure }> {
  const tags = new Map<Taggable, Tags>();
  for (let start = 0; start < resources.length; start += BATCH_SIZE) {
    const batch = resources.slice(start, start + BATCH_SIZE);
    const failure = await describeBatch(caller, batch, tags);
    if (failure) {
      return { tags, failure };
    }
  }
  return { tags };
}

/** One that is gone spoils the whole batch, so halves are asked for. */
async function describeBatch(
  caller: ScopeCaller,
  batch: readonly Taggable[],
  tags: Map<Taggable, Tags>,
): Promise<AwsFailure | undefined> {
  const called = await caller.call('elbv2', OPERATION, () =>
    caller.clients.elbv2.send(
      new DescribeTagsCommand({ ResourceArns: batch.map(({ arn }) => arn) }),
      caller.sendOptions,
    ),
  );
  if ('answer' in called) {
    if (!called.answer.TagDescriptions) {
      return noList(OPERATION);
    }
    const byArn = new Map(batch.map(each => [each.arn, each]));
    for (const raw of called.answer.TagDescriptions) {
      const description = descriptionSchema.safeParse(raw).data;
      const resource = description && byArn.get(description.ResourceArn);
      if (description && resource) {
        tags.set(resource, description.Tags ?? {});
      }
    }
    return undefined;
  }
  if (!NOT_FOUND.has(nameOf(called.error))) {
    return called.failure;
  }
  if (batch.length === 1) {
    return undefined;
  }
  const half = Math.ceil(batch.length / 2);
  return (
    (await describeBatch(caller, batch.slice(0, half), tags)) ??
    (await describeBatch(caller, batch.slice(half), tags))
  );
}
