/** An object whose name may not be told. */
export interface HiddenObject {
  namespace: string;
  name: string;
}

const NEVER = /(?!)/;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Any of some names, also as a part of a longer one, as in a Pod's. */
function anyOf(names: Iterable<string>): RegExp {
  const all = [...new Set(names)].filter(name => name !== '');
  // The longest first: it is the whole of what a shorter one begins.
  all.sort((a, b) => b.length - a.length);
  return all.length === 0
    ? NEVER
    : new RegExp(
        `(?<![a-z0-9])(?:${all.map(escape).join('|')})(?![a-z0-9])`,
        'gi',
      );
}

/**
 * Finds names of hidden objects in texts. A name that something visible has,
 * too, tells nothing by itself: only namespace and name together do.
 */
export class HiddenNames {
  readonly #hidden: RegExp;
  readonly #visible: RegExp;
  readonly #pairs: ReadonlyArray<{ namespace: RegExp; name: RegExp }>;
  readonly #visiblePairs: RegExp;
  readonly #mayTell: (namespace: string) => boolean;
  readonly #listsOnly: boolean;

  static create(options: {
    objects: readonly HiddenObject[];
    /** Hosts, routes and the like, each telling by itself. */
    texts: readonly string[];
    /** What the caller may know; not looked for, nor looked into. */
    visible: readonly string[];
    visibleObjects: readonly HiddenObject[];
    /** Namespaces that messages may be about, and that lists may name. */
    mayTell: (namespace: string) => boolean;
  }): HiddenNames {
    return new HiddenNames(options);
  }

  /** Where every member may be read: only lists of namespaces tell of others. */
  static listsOnly(mayTell: (namespace: string) => boolean): HiddenNames {
    const nothing = { objects: [], texts: [], visible: [], visibleObjects: [] };
    return new HiddenNames({ ...nothing, mayTell }, true);
  }

  private constructor(
    options: Parameters<typeof HiddenNames.create>[0],
    listsOnly = false,
  ) {
    const { objects, texts, visible, visibleObjects } = options;
    const path = ({ namespace, name }: HiddenObject) => `${namespace}/${name}`;
    const paths = new Set(visibleObjects.map(path));
    const known = new Set([
      ...visible,
      ...visibleObjects.flatMap(({ namespace, name }) => [namespace, name]),
    ]);
    const secret = objects.filter(each => !paths.has(path(each)));
    this.#hidden = anyOf(
      [
        ...texts,
        ...secret.flatMap(({ namespace, name }) => [namespace, name]),
      ].filter(text => !known.has(text)),
    );
    this.#mayTell = options.mayTell;
    this.#listsOnly = listsOnly;
    this.#visible = anyOf(known);
    this.#visiblePairs = anyOf(paths);
    this.#pairs = secret
      .filter(({ namespace, name }) => known.has(namespace) && known.has(name))
      .map(({ namespace, name }) => ({
        namespace: anyOf([namespace]),
        name: anyOf([name]),
      }));
  }

  /**
   * Whether a message's values are about a namespace that the caller knows
   * nothing of: who was a member once is none of today's hidden ones.
   */
  isOutside(params: unknown): boolean {
    if (this.#listsOnly || typeof params !== 'object' || !params) {
      return false;
    }
    const { namespace } = params as { namespace?: unknown };
    return typeof namespace === 'string' && !this.#mayTell(namespace);
  }

  /** Whether a message lists namespaces of others: a gap concerns the whole cluster. */
  listsOthers(params: unknown): boolean {
    if (typeof params !== 'object' || !params) {
      return false;
    }
    const { namespaces } = params as { namespaces?: unknown };
    return (
      Array.isArray(namespaces) &&
      namespaces.some(namespace => !this.#mayTell(String(namespace)))
    );
  }

  /** Whether texts that stand together tell of something hidden. */
  isIn(texts: readonly string[]): boolean {
    const whole = texts.join('\n');
    if (whole.replace(this.#visible, '\u0000').search(this.#hidden) >= 0) {
      return true;
    }
    const others = whole.replace(this.#visiblePairs, '\u0000');
    return this.#pairs.some(
      ({ namespace, name }) =>
        others.search(namespace) >= 0 && others.search(name) >= 0,
    );
  }
}
