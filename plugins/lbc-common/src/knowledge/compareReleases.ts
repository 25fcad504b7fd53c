import { ParsedVersion, parseReleaseVersion } from './versions';

const ORDER = { 'pre-release': 0, release: 1, rebuild: 2 } as const;

function compareParsed(a: ParsedVersion, b: ParsedVersion): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    ORDER[a.kind] - ORDER[b.kind] ||
    compareSuffixes(a.suffix ?? '', b.suffix ?? '')
  );
}

/** Numbers within as numbers: `rc.2` comes before `rc.10`. */
function compareSuffixes(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    const order = numbers ? Number(x) - Number(y) : compareTexts(x, y);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * Orders releases, oldest first: a pre-release before its release, a rebuild
 * after it, and what is no version before everything.
 * @public
 */
export function compareReleases(a: string, b: string): number {
  const left = parseReleaseVersion(a);
  const right = parseReleaseVersion(b);
  if (left && right) {
    return compareParsed(left, right);
  }
  if (left || right) {
    return left ? 1 : -1;
  }
  return compareTexts(a, b);
}
