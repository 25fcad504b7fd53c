import { JsonObject, JsonValue, asObjects, asString, at } from '../json';
import { loadClusterFiles } from '../worlds';
import { ApiGroup } from './apiGroups';

/** What the discovery answers are made from. */
export interface DiscoveryOptions {
  groups: ApiGroup[];
  /** A recorded answer of this step, by API path. */
  recorded: (path: string) => JsonValue | undefined;
}

/** `/api`: the versions of the core group. */
export function coreVersions(serverAddress: string): JsonObject {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
  };
}

/** `/apis`: the groups. */
export function groupList(groups: ApiGroup[]): JsonObject {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.filter(group => group.name !== '').map(groupEntry),
  };
}

/** `/apis/<group>`. */
export function groupAnswer(group: ApiGroup): JsonObject {
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(group) };
}

function groupEntry({ name, versions }: ApiGroup): JsonObject {
  const entries = versions.map(({ version }) => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: entries, preferredVersion: entries[0] };
}

/** `/api` and `/apis` as aggregated discovery. */
export function aggregated(groups: ApiGroup[], core: boolean): JsonObject {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups
      .filter(group => (group.name === '') === core)
      .map(group => group.discovery),
  };
}

/**
 * `/api/v1` and `/apis/<group>/<version>`: as recorded in the step, as
 * recorded once for all, or made from the aggregated form, which says the same.
 */
export function resourceList(
  { groups, recorded }: DiscoveryOptions,
  { group, version }: { group: string; version: string },
): JsonValue | undefined {
  const known = groups.find(each => each.name === group);
  const served = asObjects(at(known?.discovery, 'versions')).find(
    each => each.version === version,
  );
  if (!known || !served) {
    return undefined;
  }
  const path = group ? `apis/${group}/${version}` : `api/${version}`;
  const classic = `discovery/classic/${path.replace(/\//g, '-')}`;
  return (
    recorded(path) ??
    (known.custom ? undefined : loadClusterFiles().get(classic)) ??
    classicList(group ? `${group}/${version}` : version, served)
  );
}

function classicList(groupVersion: string, served: JsonObject): JsonObject {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: asObjects(served.resources).flatMap(resource => {
      const namespaced = resource.scope === 'Namespaced';
      const name = asString(resource.resource);
      const entry: JsonObject = {
        name,
        singularName: resource.singularResource ?? '',
        namespaced,
        kind: at(resource, 'responseKind', 'kind'),
        verbs: resource.verbs,
        shortNames: resource.shortNames,
        categories: resource.categories,
      };
      const subresources = asObjects(resource.subresources).map(
        (subresource): JsonObject => ({
          name: `${name}/${asString(subresource.subresource)}`,
          singularName: '',
          namespaced,
          kind: at(subresource, 'responseKind', 'kind'),
          verbs: subresource.verbs,
        }),
      );
      return [entry, ...subresources];
    }),
  };
}
