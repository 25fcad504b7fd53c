import { EntityClaims, plainDnsName } from './claims';
import { entityRefOf, MatchableEntity } from './entity';
import { selectorPairs } from './labelSelector';
import { matchEntity, MatchingSettings, SubjectMatch } from './match';
import { entityNamedByTags } from './tagNames';
import { MatchingFacts } from './types';

/** A subject's facts with its id. @public */
export interface IndexedFacts {
  subjectId: string;
  facts: MatchingFacts;
}

type Key = string;

function key(...parts: string[]): Key {
  return parts.join('\u0000');
}

/**
 * Finds the subjects that an entity can match at all, so that a catalog of many
 * entities is matched with a fleet of many subjects without trying each pair.
 * @public
 */
export class EntityMatchIndex {
  readonly #settings: MatchingSettings;
  readonly #byKey = new Map<Key, Set<IndexedFacts>>();
  readonly #withObjects = new Set<IndexedFacts>();

  static create(options: {
    facts: Iterable<IndexedFacts>;
    settings: MatchingSettings;
  }): EntityMatchIndex {
    const index = new EntityMatchIndex(options.settings);
    for (const each of options.facts) {
      index.#add(each);
    }
    return index;
  }

  private constructor(settings: MatchingSettings) {
    this.#settings = settings;
  }

  /** Everything an entity matches, `relation` apart. */
  match(
    entity: MatchableEntity,
    claims: EntityClaims,
  ): Array<SubjectMatch & { subjectId: string }> {
    const settings = this.#settings;
    return [...this.#candidates(entity, claims)].flatMap(
      ({ subjectId, facts }) => {
        const match = matchEntity({ entity, claims, facts, settings });
        return match ? [{ subjectId, ...match }] : [];
      },
    );
  }

  #candidates(
    entity: MatchableEntity,
    claims: EntityClaims,
  ): Set<IndexedFacts> {
    const found = new Set<IndexedFacts>();
    const take = (subjects: Iterable<IndexedFacts> | undefined) => {
      for (const subject of subjects ?? []) {
        found.add(subject);
      }
    };
    for (const { cluster, stack } of claims.stacks) {
      take(this.#byKey.get(key('stack', cluster, stack)));
    }
    for (const arn of claims.arns) {
      take(this.#byKey.get(key('arn', arn)));
    }
    for (const name of claims.dnsNames) {
      take(this.#byKey.get(key('dns', name)));
    }
    if (claims.tags.length > 0) {
      const [name, value] = claims.tags[0];
      take(this.#byKey.get(key('tag', name, value)));
    }
    take(this.#byKey.get(key('ref', entityRefOf(entity))));
    if (claims.selector) {
      const pairs = selectorPairs(claims.selector);
      if (pairs) {
        pairs.forEach(([name, value]) =>
          take(this.#byKey.get(key('label', name, value))),
        );
      } else {
        take(this.#withObjects);
      }
    }
    return found;
  }

  #add(subject: IndexedFacts): void {
    const { facts } = subject;
    for (const stack of facts.stacks) {
      this.#put(key('stack', facts.cluster ?? '', stack), subject);
    }
    if (facts.arn) {
      this.#put(key('arn', facts.arn), subject);
    }
    if (facts.dnsName) {
      this.#put(key('dns', plainDnsName(facts.dnsName)), subject);
    }
    for (const [name, value] of Object.entries(facts.tags)) {
      this.#put(key('tag', name, value), subject);
    }
    const ref = entityNamedByTags(facts.tags, this.#settings.entityTags);
    if (ref) {
      this.#put(key('ref', ref), subject);
    }
    for (const { labels } of [...facts.owners, ...facts.backends]) {
      this.#withObjects.add(subject);
      for (const [name, value] of Object.entries(labels)) {
        this.#put(key('label', name, value), subject);
      }
    }
  }

  #put(at: Key, subject: IndexedFacts): void {
    const subjects = this.#byKey.get(at);
    if (subjects) {
      subjects.add(subject);
    } else {
      this.#byKey.set(at, new Set([subject]));
    }
  }
}
