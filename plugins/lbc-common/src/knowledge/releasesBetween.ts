import { compareReleases } from './compareReleases';

/**
 * The releases after one and up to another, in the order of the jump: newest
 * first where it goes back, so that the last is always where it ends.
 * @public
 */
export function releasesBetween<T extends { version: string }>(
  releases: readonly T[],
  from: string,
  to: string,
): T[] {
  const back = compareReleases(from, to) > 0;
  const [low, high] = back ? [to, from] : [from, to];
  const between = releases.filter(({ version }) =>
    back
      ? compareReleases(version, low) >= 0 && compareReleases(version, high) < 0
      : compareReleases(version, low) > 0 &&
        compareReleases(version, high) <= 0,
  );
  between.sort((a, b) => compareReleases(a.version, b.version));
  return back ? between.reverse() : between;
}
