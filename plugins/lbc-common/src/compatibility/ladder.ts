import { compareReleases } from '../knowledge/compareReleases';
import { nextSafeStops } from '../knowledge/stops';
import type { Knowledge, ReleaseSummary } from '../knowledge/types';
import { fitOf } from './kubernetesFit';
import type { ControllerCompatibility, LadderRelease } from './types';

/** Releases before the current one that a ladder still shows. */
const BEFORE = 3;
/** Where the current one is not known. */
const NEWEST_ONLY = 12;

/** The releases around and above the one that runs, against the cluster's version. */
export function ladderOf(options: {
  releases: Knowledge['releases'];
  /** The release that runs, where it is known. */
  current?: string;
  /** `1.34` */
  minor?: string;
}): LadderRelease[] {
  const { releases, current, minor } = options;
  const next = nextOf(options);
  const at = releases.findIndex(({ version }) => version === current);
  const shown =
    at < 0
      ? releases.slice(-NEWEST_ONLY)
      : releases.slice(Math.max(0, at - BEFORE));
  const newest = releases[releases.length - 1]?.version;
  return shown.map(release => ({
    version: release.version,
    date: release.date,
    kubernetes: release.kubernetes,
    fits: fitOf(release.kubernetes, minor),
    current: release.version === current,
    newest: release.version === newest,
    next: release.version === next,
    avoid: release.knownIssues.map(({ issue }) => issue),
    crdsChanged: release.crdsChanged,
    iamChanged: release.iamChanged,
  }));
}

/**
 * The best one to go to next: the newest that fits the cluster and has no
 * known issue, or the first stop that must be made on the way there.
 */
function nextOf(options: {
  releases: Knowledge['releases'];
  current?: string;
  minor?: string;
}): string | undefined {
  const { releases, current, minor } = options;
  if (current === undefined || minor === undefined) {
    return undefined;
  }
  const target = [...releases]
    .reverse()
    .find(
      release =>
        compareReleases(release.version, current) > 0 && isGood(release, minor),
    );
  if (!target) {
    return undefined;
  }
  const stops = nextSafeStops(current, target.version, { releases });
  const [first] = stops?.stops ?? [];
  return first?.version ?? (stops?.blocked.length ? undefined : target.version);
}

function isGood({ kubernetes, knownIssues }: ReleaseSummary, minor: string) {
  const fit = fitOf(kubernetes, minor);
  return (
    knownIssues.length === 0 &&
    (fit === 'documented' || fit === 'upper-end-untested')
  );
}

/** How many releases it is behind the newest known. */
export function behindOf(
  releases: Knowledge['releases'],
  current: string | undefined,
): ControllerCompatibility['behind'] {
  const newest = releases[releases.length - 1];
  if (current === undefined || !newest) {
    return undefined;
  }
  const later = releases.filter(
    ({ version }) => compareReleases(version, current) > 0,
  );
  // Patches of older lines may be younger: what counts is when it fell behind.
  const [since] = later.map(({ date }) => date).sort();
  return {
    releases: later.length,
    newest: newest.version,
    since: since ?? newest.date,
  };
}
