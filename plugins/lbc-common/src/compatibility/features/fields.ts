import { compareReleases } from '../../knowledge/compareReleases';
import type { Release } from '../../knowledge/types';
import type { ObjectInUse } from '../objectsInUse';
import type { FeatureInUse } from '../types';
import { isRecord } from '../values';
import type { FieldHistory } from './fieldHistory';
import { nearestName } from './nearest';

/** Deeper than any CRD of the controller. */
const MAX_DEPTH = 24;
/** A spec of thousands of items has the same few paths. */
const MAX_STEPS = 20_000;

/**
 * Paths of a spec as the schema names them: `[]` for items, `{}` for values of
 * a map. Below a field that the schema does not have, nothing is looked for.
 */
export function pathsOf(
  spec: unknown,
  fields: Pick<ReadonlySet<string>, 'has'>,
): Set<string> {
  const paths = new Set<string>();
  let steps = 0;
  const walk = (value: unknown, path: string, depth: number) => {
    steps++;
    if (depth > MAX_DEPTH || steps > MAX_STEPS) {
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        walk(item, `${path}[]`, depth + 1);
      }
    } else if (isRecord(value)) {
      for (const [name, child] of Object.entries(value)) {
        const isMap = fields.has(`${path}{}`);
        const at = isMap ? `${path}{}` : `${path}.${name}`;
        if (child !== undefined) {
          if (!isMap) {
            paths.add(at);
          }
          if (fields.has(at)) {
            walk(child, at, depth + 1);
          }
        }
      }
    }
  };
  walk(spec, 'spec', 0);
  return paths;
}

/** Which fields of a custom object are used, and whether the release has them. */
export function fieldsOf(
  object: ObjectInUse,
  options: { release?: Release; history: FieldHistory },
): FeatureInUse[] {
  const { release, history } = options;
  const { kind, metadata, crd = '' } = object;
  const { namespace, name } = metadata;
  const own = fieldsIn(release, crd);
  const used = leavesOf(
    pathsOf(object.spec, {
      has: path => own.has(path) || history.lifeOf(crd, path) !== undefined,
    }),
  );
  return used.map((path): FeatureInUse => {
    const life = history.lifeOf(crd, path);
    const use = {
      name: `${kind} ${path}`,
      kind: 'field' as const,
      object: { kind, ...(namespace !== '' && { namespace }), name },
      ...life,
    };
    if (own.has(path)) {
      return { ...use, status: 'read' };
    }
    if (!release) {
      return { ...use, status: 'unknown' };
    }
    if (life) {
      const isNewer = compareReleases(life.introducedIn, release.version) > 0;
      return { ...use, status: isNewer ? 'not-yet' : 'removed' };
    }
    const nearest = nearestName(path, history.fieldsOf(crd));
    return {
      ...use,
      status: 'unrecognised',
      ...(nearest !== undefined && { nearest: `${kind} ${nearest}` }),
    };
  });
}

/** `a.b` says that `a` is used, too. */
function leavesOf(paths: ReadonlySet<string>): string[] {
  const sorted = [...paths].sort();
  const parents = new Set<string>();
  for (const path of sorted) {
    for (const [at, sign] of [...path].entries()) {
      if (sign === '.' || sign === '[' || sign === '{') {
        parents.add(path.slice(0, at));
      }
    }
  }
  return sorted.filter(path => !parents.has(path));
}

/** A release's fields by CRD: it never changes, and has hundreds. */
const FIELDS_IN = new WeakMap<Release, Map<string, ReadonlySet<string>>>();

function fieldsIn(
  release: Release | undefined,
  crd: string,
): ReadonlySet<string> {
  if (!release) {
    return new Set();
  }
  let byCrd = FIELDS_IN.get(release);
  if (!byCrd) {
    byCrd = new Map(
      release.crds.map(({ name, versions }) => [
        name,
        new Set(
          versions.flatMap(({ fields, served }) => (served ? fields : [])),
        ),
      ]),
    );
    FIELDS_IN.set(release, byCrd);
  }
  return byCrd.get(crd) ?? new Set();
}
