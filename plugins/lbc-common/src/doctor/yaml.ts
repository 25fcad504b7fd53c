/** Words that YAML reads as something else than text. */
const NO_TEXT = /^(true|false|yes|no|on|off|null|~|\d.*)$/i;

/** A text as YAML, whatever is in it. */
export function yamlText(value: string): string {
  if (/^[A-Za-z][A-Za-z0-9_./-]*$/.test(value) && !NO_TEXT.test(value)) {
    return value;
  }
  // A text of JSON is one of YAML.
  return /^[\x20-\x26\x28-\x7e]*$/.test(value)
    ? `'${value}'`
    : JSON.stringify(value);
}

/** A list of objects below keys: `lbc:`, `  retiredClusters:`, `    - …`. */
export function yamlList(
  path: readonly string[],
  items: ReadonlyArray<Readonly<Record<string, string>>>,
): string {
  const indent = '  '.repeat(path.length);
  return [
    ...path.map((key, depth) => `${'  '.repeat(depth)}${key}:`),
    ...items.flatMap(item =>
      Object.entries(item).map(
        ([key, value], index) =>
          `${indent}${index === 0 ? '- ' : '  '}${key}: ${yamlText(value)}`,
      ),
    ),
  ].join('\n');
}
