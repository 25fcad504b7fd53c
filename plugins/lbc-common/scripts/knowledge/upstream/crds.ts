import { stableText } from '../../../src/knowledge/delta/stableText';
import type { ReleaseCrd } from '../../../src/knowledge/types';
import { byText } from '../../../src/knowledge-data/lines/order';
import type { Clone } from './Clone';
import { documentsOf, isObject, Json, objectAt, objectsIn } from './yaml';

export const CRD_FOLDER = 'config/crd';
export const CHART = 'helm/aws-load-balancer-controller';

export type DerivedCrd = Omit<ReleaseCrd, 'inChart'> & {
  /** The schema of every version, as text. */
  schema: string;
};

/** The CRDs under `config/crd`, by name. */
export function crdsOf(clone: Clone, tag: string): DerivedCrd[] {
  const found = new Map<string, DerivedCrd>();
  for (const path of clone.paths(tag)) {
    // Patches of kustomize name a CRD too, and are none.
    if (/^config\/crd\/(?!patches\/).*\.yaml$/.test(path)) {
      for (const crd of crdsIn(clone.text(tag, path) ?? '')) {
        found.set(crd.name, crd);
      }
    }
  }
  return [...found.values()].sort((a, b) => byText(a.name, b.name));
}

/** Names of the CRDs in the folder `crds` of the chart at a tag. */
export function chartCrdsOf(clone: Clone, tag: string): string[] | undefined {
  const paths = clone
    .paths(tag)
    .filter(
      path => path.startsWith(`${CHART}/crds/`) && path.endsWith('.yaml'),
    );
  return paths.length === 0
    ? undefined
    : paths
        .flatMap(path => crdsIn(clone.text(tag, path) ?? ''))
        .map(({ name }) => name)
        .sort(byText);
}

const cache = new Map<string, DerivedCrd[]>();

function crdsIn(text: string): DerivedCrd[] {
  const known = cache.get(text);
  if (known) {
    return known;
  }
  const crds = documentsOf(text)
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map(crdOf);
  cache.set(text, crds);
  return crds;
}

function crdOf(document: Json): DerivedCrd {
  const spec = objectAt(document, 'spec');
  // In apiextensions.k8s.io/v1beta1 one schema may be that of all versions.
  const shared = objectAt(objectAt(spec, 'validation'), 'openAPIV3Schema');
  const versions = objectsIn(spec.versions).map(version => {
    const schema = isObject(version.schema)
      ? objectAt(version.schema, 'openAPIV3Schema')
      : shared;
    return {
      name: String(version.name),
      served: version.served === true,
      storage: version.storage === true,
      deprecated: version.deprecated === true,
      fields: fieldsOf(schema),
      schema,
    };
  });
  return {
    name: String(objectAt(document, 'metadata').name),
    kind: String(objectAt(spec, 'names').kind),
    scope: spec.scope === 'Cluster' ? 'Cluster' : 'Namespaced',
    versions: versions
      .map(({ schema: _, ...version }) => version)
      .sort((a, b) => byText(a.name, b.name)),
    schema: stableText(
      Object.fromEntries(
        versions.map(({ name, schema }) => [name, withoutWords(schema)]),
      ),
    ),
  };
}

/** Descriptions say nothing to an API server; a field of that name is no text. */
function withoutWords(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(withoutWords);
  }
  return isObject(node)
    ? Object.fromEntries(
        Object.entries(node)
          .filter(
            ([key, value]) =>
              key !== 'description' || typeof value !== 'string',
          )
          .map(([key, value]) => [key, withoutWords(value)]),
      )
    : node;
}

/** Every path of a schema below `metadata` and the like. */
function fieldsOf(schema: Json): string[] {
  const paths: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (!isObject(node)) {
      return;
    }
    for (const [name, child] of Object.entries(objectAt(node, 'properties'))) {
      if (path || !['apiVersion', 'kind', 'metadata'].includes(name)) {
        const below = path ? `${path}.${name}` : name;
        paths.push(below);
        walk(child, below);
      }
    }
    if (isObject(node.items)) {
      paths.push(`${path}[]`);
      walk(node.items, `${path}[]`);
    }
    if (isObject(node.additionalProperties)) {
      paths.push(`${path}{}`);
      walk(node.additionalProperties, `${path}{}`);
    }
  };
  walk(schema, '');
  return paths.sort(byText);
}
