import {
  AwsLoadBalancer,
  AwsResourceTags,
  AwsTargetGroup,
  Message,
  Tags,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { AwsFailure } from '../failures';
import { ScopeCaller } from './ScopeCaller';
import { TagCache, Taggable } from './TagCache';
import { describeTags } from './describeTags';
import { TaggedType, getResources } from './getResources';
import { AwsOutcome } from './lists';

/** What tags are read for. */
export interface DescribedResources {
  loadBalancers: AwsOutcome<AwsLoadBalancer>;
  targetGroups: AwsOutcome<AwsTargetGroup>;
}

/**
 * Reads the tags of everything that was described: from the tagging API, and
 * from DescribeTags what it lacks, or everything where it is denied.
 */
export async function readTags(options: {
  caller: ScopeCaller;
  cache: TagCache;
  described: DescribedResources;
}): Promise<AwsOutcome<AwsResourceTags>> {
  const { caller, cache } = options;
  const { loadBalancers, targetGroups } = options.described;
  const lists = [loadBalancers, targetGroups];
  if (lists.some(({ coverage }) => coverage === 'failed')) {
    // The lists of the last sweep stay, and so must the tags.
    return nothing('failed', message('source.aws-tags-without-lists'));
  }
  if (lists.every(({ coverage }) => coverage === 'denied')) {
    return nothing('denied', message('source.aws-tags-without-lists'));
  }
  const tags = new Map<string, Tags>();
  const failure = await fromTagging(caller, options.described, tags);
  if (failure?.coverage === 'failed') {
    return nothing('failed', failure.reason);
  }
  const lacking = [...loadBalancers.items, ...targetGroups.items].filter(
    ({ arn }) => !tags.has(arn),
  );
  const described = await fromElb({
    caller,
    lacking,
    // What is denied can't correct what was kept, so nothing is kept.
    cache: failure ? undefined : cache,
  });
  for (const [{ arn }, each] of described.tags) {
    tags.set(arn, each);
  }
  if (described.failure && failure) {
    return nothing(described.failure.coverage, described.failure.reason);
  }
  const unread = lacking.filter(({ arn }) => !tags.has(arn)).length;
  const reason =
    unread > 0
      ? unreadReason(unread, described.failure)
      : reasonOfLists(options.described);
  return {
    coverage: reason ? 'partial' : 'complete',
    reason,
    items: [...tags].map(([arn, each]) => ({ arn, tags: each })),
  };
}

async function fromTagging(
  caller: ScopeCaller,
  { loadBalancers, targetGroups }: DescribedResources,
  tags: Map<string, Tags>,
): Promise<AwsFailure | undefined> {
  const types: Array<[TaggedType, AwsOutcome<{ arn: string }>]> = [
    ['elasticloadbalancing:loadbalancer', loadBalancers],
    ['elasticloadbalancing:targetgroup', targetGroups],
  ];
  for (const [type, { coverage, items }] of types) {
    if (coverage !== 'denied') {
      const failure = await getResources({
        caller,
        type,
        confirmed: new Set(items.map(({ arn }) => arn)),
        tags,
      });
      if (failure) {
        return failure;
      }
    }
  }
  return undefined;
}

async function fromElb(options: {
  caller: ScopeCaller;
  lacking: readonly Taggable[];
  cache?: TagCache;
}): Promise<{ tags: Map<Taggable, Tags>; failure?: AwsFailure }> {
  const { caller, lacking, cache } = options;
  const scopeId = caller.scope.id;
  const known = new Map<Taggable, Tags>();
  for (const resource of lacking) {
    const tags = cache?.get(scopeId, resource);
    if (tags) {
      known.set(resource, tags);
    }
  }
  const asked = lacking.filter(resource => !known.has(resource));
  const { tags: described, failure } = await describeTags(caller, asked);
  cache?.replace(scopeId, { described, asked: lacking });
  return { tags: new Map([...known, ...described]), failure };
}

function unreadReason(count: number, failure: AwsFailure | undefined): Message {
  const detail = failure?.reason.params?.detail;
  return message('source.aws-tags-unread', {
    count,
    detail:
      (typeof detail === 'string' && detail) ||
      'AWS did not answer for them when asked',
  });
}

function reasonOfLists(described: DescribedResources): Message | undefined {
  const whole = Object.values(described).every(
    ({ coverage }) => coverage === 'complete',
  );
  return whole ? undefined : message('source.aws-tags-of-some');
}

function nothing(
  coverage: 'denied' | 'failed',
  reason: Message,
): AwsOutcome<AwsResourceTags> {
  return { coverage, reason, items: [] };
}
