import { parseAllDocuments } from 'yaml';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function objectAt(value: unknown, key: string): Json {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

/** All documents of a YAML file that are objects. */
export function documentsOf(text: string): Json[] {
  return parseAllDocuments(text, { uniqueKeys: false })
    .map(document => {
      if (document.errors.length) {
        throw document.errors[0];
      }
      return document.toJS() as unknown;
    })
    .filter(isObject);
}

/**
 * A chart's template without its control lines, so that what stands under a
 * condition counts; `shown` says what becomes of an expression within a line.
 */
export function withoutTemplates(
  text: string,
  shown: (expression: string) => string,
): string {
  return text
    .split('\n')
    .filter(line => !/^\s*\{\{[^}]*\}\}\s*$/.test(line))
    .map(line =>
      line.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, expression: string) =>
        shown(expression),
      ),
    )
    .join('\n');
}
