/** One requirement of a label selector. @public */
export type LabelRequirement =
  | { key: string; operator: 'in' | 'not-in'; values: readonly string[] }
  | { key: string; operator: 'exists' | 'not-exists' }
  | { key: string; operator: 'greater' | 'less'; bound: number };

/**
 * A label selector as the Kubernetes API server reads it, equality-based and
 * set-based requirements alike. All must hold.
 * @public
 */
export interface LabelSelector {
  requirements: readonly LabelRequirement[];
}

const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const TOKEN = /\s*(==|!=|[=!<>(),]|[^\s=!<>(),]+)/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let match = TOKEN.exec(text);
  while (match) {
    tokens.push(match[1]);
    match = TOKEN.exec(text);
  }
  return tokens;
}

/** Reads tokens one after the other; undefined from a reader means: malformed. */
class Reader {
  #position = 0;

  constructor(readonly tokens: readonly string[]) {}

  get done(): boolean {
    return this.#position >= this.tokens.length;
  }

  peek(): string | undefined {
    return this.tokens[this.#position];
  }

  next(): string | undefined {
    return this.tokens[this.#position++];
  }

  key(): string | undefined {
    const token = this.next();
    return token !== undefined && KEY.test(token) ? token : undefined;
  }

  /** A value may be empty: `key=` or `key in (a,)`. */
  value(): string | undefined {
    const token = this.peek();
    if (token === undefined || token === ',' || token === ')') {
      return '';
    }
    this.next();
    return VALUE.test(token) ? token : undefined;
  }

  values(): string[] | undefined {
    if (this.next() !== '(') {
      return undefined;
    }
    const values: string[] = [];
    for (;;) {
      const value = this.value();
      if (value === undefined) {
        return undefined;
      }
      values.push(value);
      const token = this.next();
      if (token === ')') {
        return values;
      }
      if (token !== ',') {
        return undefined;
      }
    }
  }
}

function readOperator(
  key: string,
  reader: Reader,
): LabelRequirement | undefined {
  const operator = reader.next();
  switch (operator) {
    case '=':
    case '==':
    case '!=': {
      const value = reader.value();
      return value === undefined
        ? undefined
        : {
            key,
            operator: operator === '!=' ? 'not-in' : 'in',
            values: [value],
          };
    }
    case 'in':
    case 'notin': {
      const values = reader.values();
      return (
        values && { key, operator: operator === 'in' ? 'in' : 'not-in', values }
      );
    }
    case '>':
    case '<': {
      const text = reader.next() ?? '';
      return /^-?\d+$/.test(text)
        ? {
            key,
            operator: operator === '>' ? 'greater' : 'less',
            bound: Number(text),
          }
        : undefined;
    }
    default:
      return undefined;
  }
}

function readRequirement(reader: Reader): LabelRequirement | undefined {
  if (reader.peek() === '!') {
    reader.next();
    const key = reader.key();
    return key === undefined ? undefined : { key, operator: 'not-exists' };
  }
  const key = reader.key();
  if (key === undefined) {
    return undefined;
  }
  return reader.done || reader.peek() === ','
    ? { key, operator: 'exists' }
    : readOperator(key, reader);
}

/** Reads a label selector; undefined where the API server would refuse it. @public */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  const reader = new Reader(tokenize(text));
  const requirements: LabelRequirement[] = [];
  while (!reader.done) {
    const requirement = readRequirement(reader);
    if (!requirement) {
      return undefined;
    }
    requirements.push(requirement);
    if (!reader.done && (reader.next() !== ',' || reader.done)) {
      return undefined;
    }
  }
  return { requirements };
}

function holds(
  requirement: LabelRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const has = Object.prototype.hasOwnProperty.call(labels, requirement.key);
  const value = has ? labels[requirement.key] : '';
  switch (requirement.operator) {
    case 'in':
      return has && requirement.values.includes(value);
    case 'not-in':
      return !has || !requirement.values.includes(value);
    case 'exists':
      return has;
    case 'not-exists':
      return !has;
    case 'greater':
      return has && /^-?\d+$/.test(value) && Number(value) > requirement.bound;
    default:
      return has && /^-?\d+$/.test(value) && Number(value) < requirement.bound;
  }
}

/** Whether labels satisfy a selector. An empty selector takes everything. @public */
export function selectorMatches(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.requirements.every(each => holds(each, labels));
}

/** `key=value` pairs of which a match has at least one; undefined: no such bound. */
export function selectorPairs(
  selector: LabelSelector,
): Array<[string, string]> | undefined {
  for (const requirement of selector.requirements) {
    if (requirement.operator === 'in') {
      return requirement.values.map(value => [requirement.key, value]);
    }
  }
  return undefined;
}
