import type { ReleaseCrd } from '../types';
import type { CrdDelta, CrdsDelta, CrdVersionDelta } from './types';

type CrdVersion = ReleaseCrd['versions'][number];

/** The CRDs of one release against those of another. */
export function crdsDelta(
  from: readonly ReleaseCrd[],
  to: readonly ReleaseCrd[],
): CrdsDelta {
  const before = new Map(from.map(crd => [crd.name, crd]));
  const after = new Map(to.map(crd => [crd.name, crd]));
  return {
    added: to.filter(({ name }) => !before.has(name)),
    removed: from.filter(({ name }) => !after.has(name)),
    changed: from.flatMap(crd => {
      const other = after.get(crd.name);
      const delta = other && crdDelta(crd, other);
      return delta ? [delta] : [];
    }),
  };
}

function crdDelta(from: ReleaseCrd, to: ReleaseCrd): CrdDelta | undefined {
  const before = new Map(from.versions.map(each => [each.name, each]));
  const after = new Map(to.versions.map(each => [each.name, each]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const versions = names.flatMap(name => {
    const delta = versionDelta(name, before.get(name), after.get(name));
    return delta ? [delta] : [];
  });
  const stored = [storedIn(from), storedIn(to)];
  const storageChanged = stored[0] !== stored[1];
  const inChartChanged = from.inChart !== to.inChart;
  if (!versions.length && !storageChanged && !inChartChanged) {
    return undefined;
  }
  return {
    name: to.name,
    kind: to.kind,
    versionsAdded: names.filter(name => !before.has(name)),
    versionsRemoved: names.filter(name => !after.has(name)),
    ...(storageChanged && {
      storage: {
        ...(stored[0] !== undefined && { from: stored[0] }),
        ...(stored[1] !== undefined && { to: stored[1] }),
      },
    }),
    versions,
    ...(inChartChanged && {
      inChart: { from: from.inChart, to: to.inChart },
    }),
  };
}

function storedIn(crd: ReleaseCrd): string | undefined {
  return crd.versions.find(({ storage }) => storage)?.name;
}

function versionDelta(
  name: string,
  from: CrdVersion | undefined,
  to: CrdVersion | undefined,
): CrdVersionDelta | undefined {
  const before = new Set(from?.fields);
  const after = new Set(to?.fields);
  const flag = (key: 'served' | 'deprecated') =>
    from && to && from[key] !== to[key]
      ? { [key]: { from: from[key], to: to[key] } }
      : {};
  const flags = { ...flag('served'), ...flag('deprecated') };
  const fieldsAdded = [...after].filter(field => !before.has(field));
  const fieldsRemoved = [...before].filter(field => !after.has(field));
  const differs =
    !from ||
    !to ||
    fieldsAdded.length > 0 ||
    fieldsRemoved.length > 0 ||
    Object.keys(flags).length > 0;
  return differs ? { name, fieldsAdded, fieldsRemoved, ...flags } : undefined;
}
