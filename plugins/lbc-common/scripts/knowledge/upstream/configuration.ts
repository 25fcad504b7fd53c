import { parse } from 'yaml';
import type { Release } from '../../../src/knowledge/types';
import type { Clone } from './Clone';
import { CHART } from './crds';
import { isObject } from './yaml';

export const FLAGS_FILE = 'docs/deploy/configurations.md';
export const GATES_FILE = 'pkg/config/feature_gates.go';

/** The table of flags in the docs; undefined where there is no such page. */
export function flagsOf(clone: Clone, tag: string): Release['flags'] {
  const text = clone.text(tag, FLAGS_FILE);
  if (text === undefined) {
    return undefined;
  }
  const flags: NonNullable<Release['flags']> = {};
  let inTable = false;
  for (const line of text.split('\n')) {
    const cells = line.split('|').map(cell => cell.trim());
    if (cells[0] !== '' || cells.length < 5) {
      inTable = false;
    } else if (cells[1] === 'Flag') {
      inTable = true;
    } else if (inTable && !/^-+$/.test(cells[1])) {
      const [, link] = /^\[(.*?)\]/.exec(cells[1]) ?? [];
      flags[link ?? cells[1]] = { type: cells[2], default: cells[3] };
    }
  }
  return flags;
}

/** Feature gates and their defaults, from the source. */
export function gatesOf(clone: Clone, tag: string): Release['gates'] {
  const text = clone.text(tag, GATES_FILE);
  if (text === undefined) {
    return undefined;
  }
  const names = new Map(
    [...text.matchAll(/^\s*(\w+)\s+Feature\s*=\s*"([^"]+)"/gm)].map(
      ([, constant, name]) => [constant, name],
    ),
  );
  const defaults = text.matchAll(
    /^\s*(\w+):\s*(?:generateDefaultFeatureStatus\((true|false)\)|(true|false)),/gm,
  );
  return Object.fromEntries(
    [...defaults].flatMap(([, constant, wrapped, plain]) => {
      const name = names.get(constant);
      return name ? [[name, (wrapped ?? plain) === 'true']] : [];
    }),
  );
}

/** The chart's values by path; what is empty, and lists, are values. */
export function chartValuesOf(
  clone: Clone,
  tag: string,
): Release['chartValues'] {
  const text = clone.text(tag, `${CHART}/values.yaml`);
  if (text === undefined) {
    return undefined;
  }
  const values: Record<string, unknown> = {};
  const walk = (value: unknown, path: string): void => {
    const entries = isObject(value) ? Object.entries(value) : [];
    if (entries.length === 0) {
      values[path] = value ?? null;
    }
    for (const [key, inner] of entries) {
      walk(inner, path ? `${path}.${key}` : key);
    }
  };
  walk(parse(text) as unknown, '');
  return values;
}
