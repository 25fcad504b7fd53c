import { z } from 'zod';
import { ServedResources } from './types';

const discoveryList = z.object({
  kind: z.literal('APIGroupDiscoveryList'),
  items: z.array(
    z.object({
      // The core group's name is left out.
      metadata: z.object({ name: z.string().optional() }).nullish(),
      versions: z
        .array(
          z.object({
            version: z.string(),
            freshness: z.string().optional(),
            resources: z.array(z.object({ resource: z.string() })).nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

/** Reads an aggregated answer; `undefined` for another form. */
export function parseAggregated(body: unknown): ServedResources | undefined {
  const list = discoveryList.safeParse(body).data;
  if (!list) {
    return undefined;
  }
  return {
    uncertainGroups: new Set(),
    groups: new Map(
      list.items.map(({ metadata, versions }) => [
        metadata?.name ?? '',
        new Map(
          (versions ?? []).map(({ version, freshness, resources }) => [
            version,
            {
              plurals: new Set(
                (resources ?? []).map(({ resource }) => resource),
              ),
              stale: freshness === 'Stale',
            },
          ]),
        ),
      ]),
    ),
  };
}
