import { Tags } from '../tags';

function literal(text: string): string {
  return text.trim().replace(/%2c/gi, ',').replace(/%3d/gi, '=');
}

/**
 * Reads `lbc/tags`: pairs apart by commas, each split at its first `=`, with
 * `%2C` and `%3D` for literal commas and equals signs. Undefined: malformed.
 */
export function parseTagClaims(
  text: string,
): Array<[string, string]> | undefined {
  const pairs: Array<[string, string]> = [];
  for (const part of text.split(',')) {
    const split = part.indexOf('=');
    const key = literal(part.slice(0, Math.max(split, 0)));
    if (split < 0 || !key) {
      return undefined;
    }
    pairs.push([key, literal(part.slice(split + 1))]);
  }
  return pairs;
}

/** Whether a resource carries every one of the tags; none claimed is no claim. */
export function tagsClaimed(
  claims: ReadonlyArray<readonly [string, string]>,
  tags: Tags,
): boolean {
  return (
    claims.length > 0 &&
    claims.every(
      ([key, value]) =>
        Object.prototype.hasOwnProperty.call(tags, key) && tags[key] === value,
    )
  );
}
