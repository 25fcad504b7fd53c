import { crdsDelta } from '../knowledge/delta/crds';
import { iamDelta } from '../knowledge/delta/iam';
import { loadDelta } from '../knowledge/delta';
import { IamVariant, Release } from '../knowledge/types';
import { iamVariantSchema } from '../schema/knowledge';
import { DefaultKnowledge } from './DefaultKnowledge';
import { grantText } from './lines/order';

const knowledge = DefaultKnowledge.create();
let releases: Release[];

beforeAll(async () => {
  const loaded = await Promise.all(
    knowledge.releases.map(({ version }) => knowledge.load(version)),
  );
  releases = loaded.filter((each): each is Release => each !== undefined);
});

/**
 * Every pair, in both directions. Releases that share a part share it by
 * reference, and a pair of the same two parts is one.
 */
function pairsOf<T>(part: (release: Release) => T): Array<[Release, Release]> {
  const distinct = new Map<T, Release>();
  for (const release of releases) {
    distinct.set(part(release), distinct.get(part(release)) ?? release);
  }
  const each = [...distinct.values()];
  return each.flatMap(from => each.map((to): [Release, Release] => [from, to]));
}

/** Everything that a release's CRDs have, one text each. */
function crdTexts({ crds }: Pick<Release, 'crds'>): Set<string> {
  return new Set(
    crds.flatMap(({ name, versions }) => [
      name,
      ...versions.flatMap(version => [
        `${name} ${version.name}`,
        `${name} ${version.name} served ${version.served}`,
        ...(version.storage ? [`${name} ${version.name} stored`] : []),
        ...version.fields.map(field => `${name} ${version.name} ${field}`),
      ]),
    ]),
  );
}

/** Two sets as what only one has and what only the other has. */
function difference(from: Set<string>, to: Set<string>) {
  return {
    added: [...to].filter(text => !from.has(text)),
    removed: [...from].filter(text => !to.has(text)),
  };
}

/** Compared as one text: thousands of lists are too many for a matcher. */
function asText(sets: { added: string[]; removed: string[] }): string {
  return [...sets.added.sort(), 'removed', ...sets.removed.sort()].join('\n');
}

it('CRDs: of every pair, the delta is what the full sets differ in', () => {
  const texts = new Map(releases.map(each => [each, crdTexts(each)]));
  for (const [from, to] of pairsOf(({ crds }) => crds)) {
    const delta = crdsDelta(from.crds, to.crds);
    const added = crdTexts({ crds: delta.added });
    const removed = crdTexts({ crds: delta.removed });
    for (const { name, storage, versions, ...crd } of delta.changed) {
      for (const version of versions) {
        const place = `${name} ${version.name}`;
        const whole = {
          added: crd.versionsAdded.includes(version.name),
          removed: crd.versionsRemoved.includes(version.name),
        };
        if (whole.added) {
          added.add(place).add(`${place} served ${servedBy(to, place)}`);
        }
        if (whole.removed) {
          removed.add(place).add(`${place} served ${servedBy(from, place)}`);
        }
        if (version.served) {
          added.add(`${place} served ${version.served.to}`);
          removed.add(`${place} served ${version.served.from}`);
        }
        version.fieldsAdded.forEach(field => added.add(`${place} ${field}`));
        version.fieldsRemoved.forEach(field =>
          removed.add(`${place} ${field}`),
        );
      }
      if (storage?.to) {
        added.add(`${name} ${storage.to} stored`);
      }
      if (storage?.from) {
        removed.add(`${name} ${storage.from} stored`);
      }
    }
    expect(asText({ added: [...added], removed: [...removed] })).toBe(
      asText(difference(texts.get(from)!, texts.get(to)!)),
    );
  }
});

function servedBy({ crds }: Release, place: string): boolean | undefined {
  const [crd, version] = place.split(' ');
  return crds
    .find(({ name }) => name === crd)
    ?.versions.find(({ name }) => name === version)?.served;
}

it.each(iamVariantSchema.options)(
  'IAM of %s: of every pair, the delta is what the full sets differ in',
  (variant: IamVariant) => {
    const texts = new Map(
      releases.map(each => [
        each,
        new Set((each.iam[variant] ?? []).map(grantText)),
      ]),
    );
    for (const [from, to] of pairsOf(({ iam }) => iam[variant])) {
      const delta = iamDelta(from.iam, to.iam, variant);
      const changed = delta.changed;
      expect(
        asText({
          added: [...delta.added, ...changed.flatMap(each => each.to)].map(
            grantText,
          ),
          removed: [
            ...delta.removed,
            ...changed.flatMap(each => each.from),
          ].map(grantText),
        }),
      ).toBe(asText(difference(texts.get(from)!, texts.get(to)!)));
      const before = new Set(from.iam[variant]?.map(({ action }) => action));
      const after = new Set(to.iam[variant]?.map(({ action }) => action));
      expect(delta.added.some(({ action }) => before.has(action))).toBe(false);
      expect(delta.removed.some(({ action }) => after.has(action))).toBe(false);
      for (const { action } of changed) {
        expect(before.has(action) && after.has(action)).toBe(true);
      }
    }
  },
);

it('changes in the index are those of the data', () => {
  releases.slice(1).forEach((release, i) => {
    const before = releases[i];
    const changed = iamVariantSchema.options.filter(variant => {
      const {
        added,
        removed,
        changed: other,
      } = iamDelta(before.iam, release.iam, variant);
      return added.length + removed.length + other.length > 0;
    });
    expect([...release.iamChangedVariants].sort()).toEqual(changed.sort());
    expect(release.iamChanged).toBe(changed.includes('aws'));
    const crds = crdsDelta(before.crds, release.crds);
    const differs =
      crds.added.length > 0 || crds.changed.some(each => each.versions.length);
    // A schema may also change without a field that comes or goes.
    expect(differs && !release.crdsChanged).toBe(false);
  });
});

it('no action was ever taken out of the main policy', async () => {
  const delta = await loadDelta(knowledge, { from: 'v2.0.0', to: 'v3.5.0' });
  expect(delta?.iam.removed).toEqual([]);
  expect(delta?.iam.added).toHaveLength(14);
  expect(delta?.requiredActions.length).toBeGreaterThan(10);
  expect(delta?.crds.added.map(({ kind }) => kind)).toContain(
    'GlobalAccelerator',
  );
});
