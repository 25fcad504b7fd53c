import {
  JsonObject,
  JsonValue,
  asArray,
  asObject,
  asObjects,
  asString,
  at,
} from '../json';
import { Files, loadClusterFiles } from '../worlds';

/** One kind as a cluster serves it under one version. */
export interface ResourceType {
  group: string;
  version: string;
  /** The plural, as in paths. */
  resource: string;
  kind: string;
  namespaced: boolean;
  verbs: string[];
  subresources: string[];
}

/** One API group with its versions, the preferred one first. */
export interface ApiGroup {
  name: string;
  /** As aggregated discovery shows it. */
  discovery: JsonObject;
  versions: Array<{ version: string; types: ResourceType[] }>;
  /** Whether definitions make the group, not the API server itself. */
  custom: boolean;
}

const VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

let builtin: ApiGroup[] | undefined;

/** The groups that the API server has of itself; the core group is named "". */
export function builtinGroups(): ApiGroup[] {
  if (!builtin) {
    const files = loadClusterFiles();
    const recorded = [
      ...asObjects(at(files.get('discovery/aggregated/api'), 'items')),
      ...asObjects(at(files.get('discovery/aggregated/apis'), 'items')),
    ];
    builtin = recorded
      // It was recorded with the controller's definitions installed; those
      // follow from each step's own.
      .filter(group => !isControllers(asString(at(group, 'metadata', 'name'))))
      .map(group => toApiGroup(group, false));
  }
  return builtin;
}

function isControllers(group: string): boolean {
  return group === 'k8s.aws' || group.endsWith('.k8s.aws');
}

/** The groups that a list of CustomResourceDefinitions makes. */
export function customGroups(definitions: JsonValue | undefined): ApiGroup[] {
  const groups = new Map<string, Map<string, JsonObject[]>>();
  for (const definition of asObjects(at(definitions, 'items'))) {
    const spec = asObject(definition.spec);
    const group = asString(spec.group);
    const versions = groups.get(group) ?? new Map<string, JsonObject[]>();
    groups.set(group, versions);
    for (const version of asObjects(spec.versions)) {
      if (version.served === true) {
        const name = asString(version.name);
        const resource = definedResource(spec, version, { group, name });
        versions.set(name, [...(versions.get(name) ?? []), resource]);
      }
    }
  }
  return [...groups]
    .filter(([, versions]) => versions.size > 0)
    .map(([name, versions]) => customGroup(name, versions));
}

/**
 * The groups of lists that were recorded although no definition is known for
 * them, e.g. in a recording without its definitions.
 */
export function groupsOfFiles(files: Files, known: ApiGroup[]): ApiGroup[] {
  const knownNames = new Set(known.map(group => group.name));
  const groups = new Map<string, Map<string, JsonObject[]>>();
  for (const path of files.keys()) {
    const match = /^apis\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match && !knownNames.has(match[1])) {
      const [, group, version, resource] = match;
      const versions = groups.get(group) ?? new Map<string, JsonObject[]>();
      groups.set(group, versions);
      versions.set(version, [
        ...(versions.get(version) ?? []),
        recordedResource(files.get(path), { group, version, resource }),
      ]);
    }
  }
  return [...groups].map(([name, versions]) => customGroup(name, versions));
}

function customGroup(
  name: string,
  versions: Map<string, JsonObject[]>,
): ApiGroup {
  const ordered = [...versions].sort(([a], [b]) => compareApiVersions(a, b));
  return toApiGroup(
    {
      metadata: { name },
      versions: ordered.map(([version, resources]) => ({
        version,
        resources: [...resources].sort((a, b) =>
          asString(a.resource) < asString(b.resource) ? -1 : 1,
        ),
        freshness: 'Current',
      })),
    },
    true,
  );
}

function definedResource(
  spec: JsonObject,
  version: JsonObject,
  { group, name }: { group: string; name: string },
): JsonObject {
  const names = asObject(spec.names);
  const responseKind = { group, version: name, kind: names.kind };
  const resource: JsonObject = {
    resource: names.plural,
    responseKind,
    scope: spec.scope,
    singularResource: names.singular,
    verbs: VERBS,
  };
  if (names.shortNames) {
    resource.shortNames = names.shortNames;
  }
  if (names.categories) {
    resource.categories = names.categories;
  }
  const subresources = Object.keys(asObject(version.subresources)).sort();
  if (subresources.length > 0) {
    resource.subresources = subresources.map(subresource => ({
      subresource,
      responseKind:
        subresource === 'scale'
          ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
          : responseKind,
      verbs: ['get', 'patch', 'update'],
    }));
  }
  return resource;
}

function recordedResource(
  list: JsonValue | undefined,
  {
    group,
    version,
    resource,
  }: Record<'group' | 'version' | 'resource', string>,
): JsonObject {
  const items = asObjects(at(list, 'items'));
  const clusterWide =
    items.length > 0 && at(items[0], 'metadata', 'namespace') === undefined;
  const kind = asString(at(list, 'kind')).replace(/List$/, '');
  return {
    resource,
    responseKind: { group, version, kind },
    scope: clusterWide ? 'Cluster' : 'Namespaced',
    singularResource: kind.toLowerCase(),
    verbs: VERBS,
  };
}

function toApiGroup(discovery: JsonObject, custom: boolean): ApiGroup {
  const name = asString(at(discovery, 'metadata', 'name'));
  return {
    name,
    discovery,
    custom,
    versions: asObjects(discovery.versions).map(version => ({
      version: asString(version.version),
      types: asObjects(version.resources).map(resource => ({
        group: name,
        version: asString(version.version),
        resource: asString(resource.resource),
        kind: asString(at(resource, 'responseKind', 'kind')),
        namespaced: resource.scope === 'Namespaced',
        verbs: asArray(resource.verbs).map(verb => asString(verb)),
        subresources: asObjects(resource.subresources).map(each =>
          asString(each.subresource),
        ),
      })),
    })),
  };
}

/**
 * Orders versions as an API server does: stable before beta before alpha,
 * and the higher number first.
 */
export function compareApiVersions(left: string, right: string): number {
  const rank = (version: string): [number, number, number] => {
    const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
    if (!match) {
      return [-1, 0, 0];
    }
    const stability = { alpha: 0, beta: 1 }[match[2]] ?? 2;
    return [stability, Number(match[1]), Number(match[3] ?? 0)];
  };
  const a = rank(left);
  const b = rank(right);
  const index = a.findIndex((value, each) => value !== b[each]);
  return index < 0 ? left.localeCompare(right) : b[index] - a[index];
}
