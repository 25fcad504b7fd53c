import type { Release } from '../types';

/** A line of the picture: a release, or how many are left out there. */
export type LadderRow =
  | { kind: 'release'; release: Release }
  | { kind: 'gap'; count: number; key: string };

/** As many ordinary releases as a picture can hold beside those that matter. */
const ORDINARY = 8;

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
  const shown = new Set(
    all.filter(
      (release, index) =>
        release.current ||
        release.newest ||
        release.next ||
        (release.avoid.length > 0 && current !== -1 && isAhead(index)),
    ),
  );
  // One to avoid does not speak for its line.
  const lines = new Set(
    [...shown].flatMap(({ version, avoid }) =>
      avoid.length > 0 ? [] : minorOf(version),
    ),
  );
  let room = ORDINARY;
  all.forEach((release, index) => {
    const line = minorOf(release.version);
    if (room > 0 && !lines.has(line) && isAhead(index)) {
      lines.add(line);
      shown.add(release);
      room -= 1;
    }
  });

  const rows: LadderRow[] = [];
  for (const release of all) {
    const last = rows[rows.length - 1];
    if (shown.has(release)) {
      rows.push({ kind: 'release', release });
    } else if (last?.kind === 'gap') {
      last.count += 1;
    } else {
      rows.push({ kind: 'gap', count: 1, key: release.version });
    }
  }
  return rows;
}
