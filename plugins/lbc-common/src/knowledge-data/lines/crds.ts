import type { Release, ReleaseCrd } from '../../knowledge/types';
import { byText } from './order';
import type { CrdChange, ReleaseChange } from './schema';

type CrdVersion = ReleaseCrd['versions'][number];

/** The CRDs of a release from those of the one before. */
export function applyCrdChanges(
  before: Release['crds'],
  changes: NonNullable<ReleaseChange['crds']>,
): Release['crds'] {
  const after = new Map(before.map(crd => [crd.name, crd]));
  for (const [name, change] of Object.entries(changes)) {
    if (change) {
      after.set(name, applyCrd(name, after.get(name), change));
    } else {
      after.delete(name);
    }
  }
  return [...after.values()].sort((a, b) => byText(a.name, b.name));
}

function applyCrd(
  name: string,
  before: ReleaseCrd | undefined,
  change: CrdChange,
): ReleaseCrd {
  const versions = new Map(before?.versions.map(each => [each.name, each]));
  for (const [version, changed] of Object.entries(change.versions ?? {})) {
    if (changed) {
      const { add, remove, ...flags } = changed;
      const old = versions.get(version);
      versions.set(version, {
        name: version,
        served: flags.served ?? old?.served ?? true,
        storage: flags.storage ?? old?.storage ?? false,
        deprecated: flags.deprecated ?? old?.deprecated ?? false,
        fields: fieldsOf(old, add, remove),
      });
    } else {
      versions.delete(version);
    }
  }
  return {
    name,
    kind: change.kind ?? before?.kind ?? '',
    scope: change.scope ?? before?.scope ?? 'Namespaced',
    versions: [...versions.values()].sort((a, b) => byText(a.name, b.name)),
    inChart: change.inChart ?? before?.inChart ?? true,
  };
}

function fieldsOf(
  before: CrdVersion | undefined,
  add: readonly string[] | undefined,
  remove: readonly string[] | undefined,
): string[] {
  if (before && !add && !remove) {
    return before.fields;
  }
  const gone = new Set(remove);
  return [
    ...(before?.fields.filter(field => !gone.has(field)) ?? []),
    ...(add ?? []),
  ].sort(byText);
}
