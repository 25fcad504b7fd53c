import type { Release } from '../types';

/** `1.34` as 34; `undefined` where it is no such version. */
export function minorNumber(version: string | undefined): number | undefined {
  const found = version?.match(/^v?1\.(\d+)/);
  return found ? Number(found[1]) : undefined;
}

/** The minor versions that the picture spans, both ends inclusive. */
export function spanOf(
  releases: readonly Release[],
  cluster: string | undefined,
): { first: number; last: number } | undefined {
  const own = minorNumber(cluster);
  const known = releases.flatMap(({ kubernetes: { min, max } }) => [
    minorNumber(min),
    minorNumber(max),
  ]);
  const all = [...known, own].filter(each => each !== undefined);
  if (all.length === 0) {
    return undefined;
  }
  // One more, so that what has no upper end is seen to go on.
  return { first: Math.min(...all), last: Math.max(...all) + 1 };
}

/** Which minors are written below the picture, so that they do not touch. */
export function ticksOf(
  span: { first: number; last: number },
  options: { width: number; letter: number },
): number[] {
  const count = span.last - span.first + 1;
  const each = options.width / count;
  const step = Math.max(1, Math.ceil((options.letter * 5.5) / each));
  return Array.from({ length: count }, (_, index) => span.first + index).filter(
    minor => (minor - span.first) % step === 0,
  );
}
