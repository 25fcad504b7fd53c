import { z } from 'zod';
import { ClusterClient, ClusterRequestError } from '../client';
import { ServedResources, ServedVersion } from './types';

const versionsSchema = z.object({
  kind: z.literal('APIVersions'),
  versions: z.array(z.string()),
});

const groupsSchema = z.object({
  kind: z.literal('APIGroupList'),
  groups: z.array(
    z.object({
      name: z.string(),
      versions: z.array(z.object({ version: z.string() })),
    }),
  ),
});

const resourcesSchema = z.object({
  kind: z.literal('APIResourceList'),
  resources: z.array(z.object({ name: z.string() })),
});

/** Which versions the groups have, from `/api` and `/apis` as older servers answer. */
export function parseGroupVersions(
  core: unknown,
  groups: unknown,
): Map<string, string[]> | undefined {
  const versions = versionsSchema.safeParse(core).data;
  const list = groupsSchema.safeParse(groups).data;
  if (!versions || !list) {
    return undefined;
  }
  return new Map([
    ['', versions.versions] as const,
    ...list.groups.map(
      group => [group.name, group.versions.map(each => each.version)] as const,
    ),
  ]);
}

/** Asks each group and version that matters for its resources. */
export async function readClassic(options: {
  client: Pick<ClusterClient, 'get'>;
  groupVersions: Map<string, string[]>;
  /** The groups that matter. */
  wanted: ReadonlySet<string>;
}): Promise<ServedResources> {
  const { client, groupVersions, wanted } = options;
  const served: ServedResources = {
    groups: new Map(),
    uncertainGroups: new Set(),
  };
  for (const [group, versions] of groupVersions) {
    if (wanted.has(group)) {
      const found = new Map<string, ServedVersion>();
      served.groups.set(group, found);
      for (const version of versions) {
        const plurals = await pluralsOf(client, group, version);
        if (plurals) {
          found.set(version, { plurals, stale: false });
        } else {
          served.uncertainGroups.add(group);
        }
      }
    }
  }
  return served;
}

async function pluralsOf(
  client: Pick<ClusterClient, 'get'>,
  group: string,
  version: string,
): Promise<Set<string> | undefined> {
  try {
    const { body } = await client.get({
      path: group ? `/apis/${group}/${version}` : `/api/${version}`,
      resource: 'discovery',
    });
    const list = resourcesSchema.safeParse(body).data;
    return list && new Set(list.resources.map(({ name }) => name));
  } catch (error) {
    if (error instanceof ClusterRequestError) {
      return undefined;
    }
    throw error;
  }
}
