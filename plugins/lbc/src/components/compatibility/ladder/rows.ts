import type { Release } from '../types';

/** A line of the picture: a release, or how many are left out there. */
export type LadderRow =
  | { kind: 'release'; release: Release }
  | { kind: 'gap'; count: number; avoid: number; key: string };

/** As many ordinary releases as a picture can hold beside those that matter. */
const ORDINARY = 8;

/** As many releases to avoid; the others are counted. */
const AVOIDED = 4;

/** So many at least, where there are as many. */
const FEW = 5;

const byVersion = new Intl.Collator('en', { numeric: true });

/** Newest first. */
export function newestFirst(ladder: readonly Release[]): Release[] {
  return [...ladder].sort((left, right) =>
    byVersion.compare(
      right.version.replace(/^v/, ''),
      left.version.replace(/^v/, ''),
    ),
  );
}

function minorOf(version: string): string {
  return version.replace(/^v/, '').split('.').slice(0, 2).join('.');
}

/**
 * The lines of the ladder, newest first: what runs, the newest, the next stop
 * and what to avoid on the way, then the last release of each line, as far as
 * there is room. What is left out is counted where it would stand.
 */
export function ladderRows(ladder: readonly Release[]): LadderRow[] {
  const all = newestFirst(ladder);
  const current = all.findIndex(release => release.current);
  const isAhead = (index: number) => current === -1 || index <= current;
  const matters = ({ current: runs, newest, next }: Release) =>
    runs || newest || next;
  const avoided = all.filter(
    (release, index) =>
      release.avoid.length > 0 && current !== -1 && isAhead(index),
  );
  const shown = new Set([...all.filter(matters), ...avoided.slice(0, AVOIDED)]);
  // One to avoid does not speak for its line.
  const lines = new Set(
    [...shown].flatMap(release =>
      matters(release) || release.avoid.length === 0
        ? minorOf(release.version)
        : [],
    ),
  );
  let room = ORDINARY;
  all.forEach((release, index) => {
    const line = minorOf(release.version);
    const isBad = current !== -1 && release.avoid.length > 0;
    if (room > 0 && !lines.has(line) && isAhead(index) && !isBad) {
      lines.add(line);
      shown.add(release);
      room -= 1;
    }
  });

  // Little ahead: what lies behind tells where it comes from.
  for (const release of all.slice(current + 1)) {
    if (current !== -1 && shown.size < FEW) {
      shown.add(release);
    }
  }

  const rows: LadderRow[] = [];
  for (const release of all) {
    const last = rows[rows.length - 1];
    if (shown.has(release)) {
      rows.push({ kind: 'release', release });
    } else if (last?.kind === 'gap') {
      last.count += 1;
      last.avoid += avoided.includes(release) ? 1 : 0;
    } else {
      rows.push({
        kind: 'gap',
        count: 1,
        avoid: avoided.includes(release) ? 1 : 0,
        key: release.version,
      });
    }
  }
  return rows;
}
