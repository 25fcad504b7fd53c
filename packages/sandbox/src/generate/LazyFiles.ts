import { JsonValue } from '../json';
import { Files } from '../worlds';

/** How many answers are kept after they were made: enough for the pages of a few lists. */
const KEPT = 8;

/** Answers that were made a moment ago; a fleet of any size holds no more of them. */
export class RecentAnswers {
  readonly #answers = new Map<string, JsonValue>();

  getOrMake(key: string, make: () => JsonValue): JsonValue {
    const known = this.#answers.get(key);
    const answer = known ?? make();
    // A map keeps the order of insertion: what was used last stands last.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT) {
      this.#answers.delete(oldest);
    }
    return answer;
  }
}

/** Answers that are made when they are asked for. */
export class LazyFiles implements Files {
  readonly #makers: Map<string, () => JsonValue>;
  readonly #recent: RecentAnswers;
  readonly #name: string;

  constructor(options: {
    /** Tells the files of one cluster and step from those of others. */
    name: string;
    makers: Map<string, () => JsonValue>;
    recent: RecentAnswers;
  }) {
    this.#name = options.name;
    this.#makers = options.makers;
    this.#recent = options.recent;
  }

  get(path: string): JsonValue | undefined {
    const make = this.#makers.get(path);
    return make && this.#recent.getOrMake(`${this.#name}:${path}`, make);
  }

  has(path: string): boolean {
    return this.#makers.has(path);
  }

  keys(): Iterable<string> {
    return this.#makers.keys();
  }
}

/** Answers that are made once and kept: those that are looked into again and again. */
export function keptFiles(makers: Map<string, () => JsonValue>): Files {
  const made = new Map<string, JsonValue>();
  return {
    get: path => {
      const make = makers.get(path);
      if (make && !made.has(path)) {
        made.set(path, make());
      }
      return made.get(path);
    },
    has: path => makers.has(path),
    keys: () => makers.keys(),
  };
}
