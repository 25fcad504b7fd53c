import { paginateGetResources } from '@aws-sdk/client-resource-groups-tagging-api';
import { Tags, message } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { AwsFailure } from '../failures';
import { ScopeCaller } from './ScopeCaller';
import { tagListSchema } from './schemas';

const OPERATION = 'tag:GetResources';
/** As many as AWS gives in a page. */
const PAGE_SIZE = 100;

/** The types of resources as the tagging API names them. */
export type TaggedType =
  | 'elasticloadbalancing:loadbalancer'
  | 'elasticloadbalancing:targetgroup';

const mappingSchema = z.object({
  ResourceARN: z.string(),
  Tags: tagListSchema.optional(),
});

/**
 * Reads tags of all resources of a type, whatever tags they have. What is not
 * among `confirmed` is left out: the API also knows what is gone, and classic
 * load balancers.
 */
export async function getResources(options: {
  caller: ScopeCaller;
  type: TaggedType;
  confirmed: ReadonlySet<string>;
  tags: Map<string, Tags>;
}): Promise<AwsFailure | undefined> {
  const { caller, type, confirmed, tags } = options;
  const seen = new Set<string>();
  return caller.readPages({
    service: 'tagging',
    operation: OPERATION,
    pages: paginateGetResources(
      { client: caller.clients.tagging, pageSize: PAGE_SIZE },
      { ResourceTypeFilters: [type] },
      caller.sendOptions,
    ),
    tokenOf: page => page.PaginationToken,
    listOf: page => page.ResourceTagMappingList,
    take: mappings => {
      const before = seen.size;
      for (const raw of mappings) {
        const mapping = mappingSchema.safeParse(raw).data;
        if (mapping) {
          seen.add(mapping.ResourceARN);
          if (confirmed.has(mapping.ResourceARN)) {
            tags.set(mapping.ResourceARN, mapping.Tags ?? {});
          }
        }
      }
      return before > 0 && mappings.length > 0 && seen.size === before
        ? {
            coverage: 'failed',
            reason: message('source.aws-page-repeated', {
              operation: OPERATION,
            }),
          }
        : undefined;
    },
  });
}
