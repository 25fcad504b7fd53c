import { compareReleases } from '../../../src/knowledge/compareReleases';
import type { FeatureKnowledge } from '../../../src/knowledge/types';
import type { Clone } from './Clone';
import { WEBHOOK_FOLDER } from './webhooks';

const NAMING_FILE = /\.(md|yaml)$|(?<!_test)\.go$/;
const SOURCES = ['apis', 'controllers', 'pkg', 'webhooks'];
const GUIDES = ['docs/guide', WEBHOOK_FOLDER];

/** Releases of a feature that the files at the tags show. */
export interface SeenFeature {
  feature: FeatureKnowledge;
  /** The first tag that names it, and whether the newest one does. */
  first?: string;
  inNewest: boolean;
}

/** Names in each file, read once though many tags share it. */
class NameCache {
  readonly #clone: Clone;
  readonly #names = new Map<string, readonly string[]>();

  constructor(clone: Clone) {
    this.#clone = clone;
  }

  of(tag: string): Set<string> {
    const all = new Set<string>();
    for (const path of this.#clone.paths(tag)) {
      if (NAMING_FILE.test(path)) {
        for (const name of this.#in(tag, path)) {
          all.add(name);
        }
      }
    }
    return all;
  }

  #in(tag: string, path: string): readonly string[] {
    const object = this.#clone.object(tag, path) ?? '';
    const known = this.#names.get(object);
    if (known) {
      return known;
    }
    const text = this.#clone.text(tag, path) ?? '';
    const found = path.endsWith('.go') ? quoted(text) : written(text);
    this.#names.set(object, found);
    return found;
  }
}

/**
 * Which tags name an annotation or label: its constant in the source, or its
 * full name in the guides.
 */
export function featuresSeen(
  clone: Clone,
  tags: readonly string[],
  features: readonly FeatureKnowledge[],
): SeenFeature[] {
  clone.prepare(tags, [...SOURCES, ...GUIDES], path => NAMING_FILE.test(path));
  const names = new NameCache(clone);
  const first = new Map<FeatureKnowledge, string>();
  const inNewest = new Set<FeatureKnowledge>();
  for (const tag of tags) {
    const named = names.of(tag);
    for (const feature of features) {
      if (spellings(feature, features).some(spelling => named.has(spelling))) {
        first.set(feature, first.get(feature) ?? tag);
        if (tag === tags[tags.length - 1]) {
          inNewest.add(feature);
        }
      }
    }
  }
  return features.map(feature => ({
    feature,
    ...(first.has(feature) && { first: first.get(feature) }),
    inNewest: inNewest.has(feature),
  }));
}

/**
 * As the source and the guides write it. Where people choose the rest, a
 * constant tells it only where no other feature has the same.
 */
function spellings(
  feature: FeatureKnowledge,
  features: readonly FeatureKnowledge[],
): string[] {
  const { name, prefix } = feature;
  const own = constantOf(feature);
  if (prefix === undefined) {
    return [name, `"${name}"`, own];
  }
  const shared = features.filter(each => constantOf(each) === own).length > 1;
  return [`${prefix}\${`, ...(shared ? [] : [own])];
}

function constantOf({ name, prefix = name }: FeatureKnowledge): string {
  return `"${prefix.slice(name.indexOf('/') + 1).replace(/\.$/, '')}"`;
}

/** Quoted in Go, and a constant that is another with something after it. */
function quoted(text: string): string[] {
  const found = [...text.matchAll(/"[A-Za-z0-9][\w./-]*"/g)].map(
    ([name]) => name,
  );
  const constants = new Map(
    [...text.matchAll(/^\s*(\w+)\s*=\s*"([^"]+)"/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  for (const [, first, rest] of text.matchAll(
    /^\s*\w+\s*=\s*(\w+) \+ "([^"]+)"/gm,
  )) {
    found.push(`"${constants.get(first)}${rest}"`);
  }
  return found;
}

/** Full names in a guide or a manifest, up to what people choose. */
function written(text: string): string[] {
  return [
    ...text.matchAll(
      /((?:alb\.ingress|service\.beta|elbv2|gateway)\.(?:kubernetes\.io|k8s\.aws)\/[a-z0-9-]+)(\.(?:\$\{|[A-Z0-9]))?/g,
    ),
  ].map(([, name, chosen]) => (chosen ? `${name}.\${` : name));
}

/** What our data says of the tags: the first that reads it, none for v1 only. */
export function expectedFirst(
  { introducedIn }: FeatureKnowledge,
  oldest: string,
): string {
  return compareReleases(introducedIn, oldest) < 0 ? oldest : introducedIn;
}
