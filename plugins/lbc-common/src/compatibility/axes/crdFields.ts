import type { CustomResourceDefinitionObject } from '../../inventory/objects';
import type { ReleaseCrd } from '../../knowledge/types';

interface VersionFields {
  apiVersion: string;
  fields: string[];
}

/** What differs between a release's CRD and the one in the cluster. */
export interface ComparedCrd {
  /** The version that the controller works with, where the cluster doesn't serve it. */
  notServed?: string;
  /** Fields that the release has and the cluster drops. */
  missing: VersionFields[];
  /** Fields of a newer release: this one drops them when it writes. */
  newer: VersionFields[];
  /** Fields that an older release had. */
  older: VersionFields[];
  /** Fields that no known release has. */
  unrecognised: VersionFields[];
  /** Versions whose schema was not read. */
  unreadable: string[];
  /** Versions that objects may be stored in and the release's CRD lacks. */
  storedElsewhere: string[];
}

/** Compares by version and by path of field. */
export function compareCrd(options: {
  crd: ReleaseCrd;
  live: CustomResourceDefinitionObject;
  /** How a field that the release lacks stands to it. */
  standing: (field: string) => 'newer' | 'older' | 'unrecognised';
}): ComparedCrd {
  const { crd, live, standing } = options;
  const compared: ComparedCrd = {
    missing: [],
    newer: [],
    older: [],
    unrecognised: [],
    unreadable: [],
    storedElsewhere: [],
  };
  const liveVersions = live.spec?.versions ?? [];
  const working = crd.versions.find(({ storage }) => storage);
  const isServed = (name: string) =>
    liveVersions.some(each => each.name === name && each.served !== false);
  if (working && !isServed(working.name)) {
    compared.notServed = working.name;
  }
  for (const wanted of crd.versions) {
    const is = liveVersions.find(({ name }) => name === wanted.name);
    if (is && is.served !== false) {
      compareFields({
        apiVersion: wanted.name,
        wanted: wanted.fields,
        is: is.fields ?? [],
        standing,
        compared,
      });
    }
  }
  const known = new Set(crd.versions.map(({ name }) => name));
  compared.storedElsewhere = (live.status?.storedVersions ?? []).filter(
    name => !known.has(name),
  );
  return compared;
}

function compareFields(options: {
  apiVersion: string;
  wanted: readonly string[];
  is: readonly string[];
  standing: (field: string) => 'newer' | 'older' | 'unrecognised';
  compared: ComparedCrd;
}): void {
  const { apiVersion, wanted, is, standing, compared } = options;
  if (is.length === 0) {
    // A CRD without a schema keeps everything, or was not read whole.
    compared.unreadable.push(apiVersion);
    return;
  }
  const add = (to: VersionFields[], fields: readonly string[]) => {
    if (fields.length > 0) {
      to.push({ apiVersion, fields: outermost(fields) });
    }
  };
  const [have, want] = [is, wanted].map(each => new Set(each));
  add(
    compared.missing,
    wanted.filter(field => !have.has(field)),
  );
  const extra = is.filter(field => !want.has(field));
  for (const kind of ['newer', 'older', 'unrecognised'] as const) {
    add(
      compared[kind],
      extra.filter(field => standing(field) === kind),
    );
  }
}

/** Without the fields of what is there already: `a` says it for `a[].b`, too. */
function outermost(fields: readonly string[]): string[] {
  return fields.filter(
    field =>
      !fields.some(
        other =>
          other !== field &&
          (field.startsWith(`${other}.`) ||
            field.startsWith(`${other}[]`) ||
            field.startsWith(`${other}{}`)),
      ),
  );
}
