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
  /** Fields of neither this nor the newest release. */
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
  /** The newest known, to tell a newer field from one of nobody. */
  newest?: ReleaseCrd;
}): ComparedCrd {
  const { crd, live, newest } = options;
  const compared: ComparedCrd = {
    missing: [],
    newer: [],
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
      const newestFields =
        newest?.versions.find(({ name }) => name === wanted.name)?.fields ?? [];
      compareFields({
        apiVersion: wanted.name,
        wanted: wanted.fields,
        is: is.fields ?? [],
        newest: newestFields,
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
  newest: readonly string[];
  compared: ComparedCrd;
}): void {
  const { apiVersion, wanted, is, newest, compared } = options;
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
  const [have, want, later] = [is, wanted, newest].map(each => new Set(each));
  add(
    compared.missing,
    wanted.filter(field => !have.has(field)),
  );
  const extra = is.filter(field => !want.has(field));
  add(
    compared.newer,
    extra.filter(field => later.has(field)),
  );
  add(
    compared.unrecognised,
    extra.filter(field => !later.has(field)),
  );
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
