/** Deeper than any CRD of the controller or of the Gateway API. */
const MAX_DEPTH = 24;

/**
 * Every path that a CRD's schema has, as `spec.rules[].host`; `[]` is an item
 * of a list and `{}` a value of a map. Metadata is the same everywhere.
 */
export function fieldPaths(schema: unknown): string[] {
  const paths: string[] = [];
  walk(schema, '', 0, paths);
  return paths.sort();
}

function walk(schema: unknown, path: string, depth: number, paths: string[]) {
  if (!isObject(schema) || depth > MAX_DEPTH) {
    return;
  }
  const step = (child: unknown, childPath: string) => {
    if (isObject(child)) {
      paths.push(childPath);
      walk(child, childPath, depth + 1, paths);
    }
  };
  if (isObject(schema.properties)) {
    for (const [name, child] of Object.entries(schema.properties)) {
      if (path !== '' || !['metadata', 'apiVersion', 'kind'].includes(name)) {
        step(child, path === '' ? name : `${path}.${name}`);
      }
    }
  }
  step(schema.items, `${path}[]`);
  step(schema.additionalProperties, `${path}{}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
