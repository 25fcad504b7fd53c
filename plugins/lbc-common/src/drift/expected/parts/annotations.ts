import { refuse } from './refused';

type Annotations = Readonly<Record<string, string>>;

/** As `strconv.ParseBool`. */
const BOOLEANS: Readonly<Record<string, boolean>> = {
  '1': true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  '0': false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

export function parseBool(text: string): boolean | undefined {
  return Object.prototype.hasOwnProperty.call(BOOLEANS, text)
    ? BOOLEANS[text]
    : undefined;
}

/** As `strconv.ParseInt(text, 10, 32)`. */
export function parseInt32(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) {
    return undefined;
  }
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** As `splitCommaSeparatedString`. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** As `splitKeyValuePairs`: a comma ends a pair only where another `=` follows. */
function splitPairs(text: string): string[] {
  const result: string[] = [];
  let current = '';
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '\\' && index + 1 < text.length) {
      current += text[++index];
    } else if (char === ',') {
      const remaining = text.slice(index + 1).trim();
      if (remaining.includes('=')) {
        result.push(current.trim());
        current = '';
      } else if (remaining.length > 0) {
        return [...result, current.trim(), remaining];
      } else {
        current += char;
      }
    } else {
      current += char;
    }
  }
  return current.length > 0 ? [...result, current.trim()] : result;
}

/** `key=value,…` as a map; undefined where a pair is none. */
export function parseMap(text: string): Record<string, string> | undefined {
  const entries: Array<[string, string]> = [];
  for (const pair of splitPairs(text)) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    if (at < 0 || key === '') {
      return undefined;
    }
    entries.push([key, pair.slice(at + 1).trim()]);
  }
  return Object.fromEntries(entries);
}

/**
 * Annotations as the controller's parser reads them
 * (`pkg/annotations/parser.go` at v3.5.0): one prefix, values by type. Of
 * several sources the first that has a key wins.
 */
export class AnnotationReader {
  readonly #prefix: string;
  /** By what follows the prefix. */
  readonly #values: ReadonlyMap<string, string>;

  private constructor(prefix: string, values: ReadonlyMap<string, string>) {
    this.#prefix = prefix;
    this.#values = values;
  }

  static create(options: {
    prefix: string;
    sources: ReadonlyArray<Annotations | undefined>;
  }): AnnotationReader {
    const { prefix, sources } = options;
    const start = `${prefix}/`;
    const values = new Map<string, string>();
    for (const source of sources) {
      for (const key in source) {
        if (key.startsWith(start)) {
          const suffix = key.slice(start.length);
          if (!values.has(suffix)) {
            values.set(suffix, source[key]);
          }
        }
      }
    }
    return new AnnotationReader(prefix, values);
  }

  /** The name of an annotation, for messages. */
  nameOf(suffix: string): string {
    return `${this.#prefix}/${suffix}`;
  }

  text(suffix: string): string | undefined {
    return this.#values.get(suffix);
  }

  list(suffix: string): string[] | undefined {
    const text = this.text(suffix);
    return text === undefined ? undefined : splitList(text);
  }

  bool(suffix: string): boolean | undefined {
    const text = this.text(suffix);
    return text === undefined
      ? undefined
      : parseBool(text) ?? this.#wrong('drift.refused.not-boolean', suffix);
  }

  /** As {@link bool}, where the controller takes a wrong value for none. */
  lenientBool(suffix: string): boolean | undefined {
    return parseBool(this.text(suffix) ?? '');
  }

  int(suffix: string): number | undefined {
    const text = this.text(suffix);
    return text === undefined
      ? undefined
      : parseInt32(text) ?? this.#wrong('drift.refused.not-number', suffix);
  }

  map(suffix: string): Record<string, string> | undefined {
    const text = this.text(suffix);
    return text === undefined
      ? undefined
      : parseMap(text) ?? this.#wrong('drift.refused.not-map', suffix);
  }

  json(suffix: string): unknown {
    const text = this.text(suffix);
    if (text === undefined) {
      return undefined;
    }
    try {
      const value: unknown = JSON.parse(text);
      return value ?? {};
    } catch {
      return this.#wrong('drift.refused.not-json', suffix);
    }
  }

  #wrong(
    code:
      | 'drift.refused.not-boolean'
      | 'drift.refused.not-number'
      | 'drift.refused.not-map'
      | 'drift.refused.not-json',
    suffix: string,
  ): never {
    return refuse(code, {
      annotation: this.nameOf(suffix),
      value: this.text(suffix) ?? '',
    });
  }
}
