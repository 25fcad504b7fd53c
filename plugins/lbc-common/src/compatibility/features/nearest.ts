/**
 * Damerau-Levenshtein distance (optimal string alignment): insertions,
 * deletions, changes and neighbours that changed places. What is farther than
 * `limit` is one more than that.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    if (Math.min(...row) > limit) {
      return limit + 1;
    }
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length], limit + 1);
}

/** More changes than this are another word, not a typo. */
const FARTHEST = 3;

/** The name that somebody most likely meant; undefined where none is near. */
export function nearestName(
  name: string,
  names: readonly string[],
): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(FARTHEST, Math.floor(name.length / 4)) + 1;
  for (const candidate of names) {
    const is = distance(name, candidate, bestDistance - 1);
    if (is < bestDistance) {
      best = candidate;
      bestDistance = is;
    }
  }
  return best;
}
