import { compareReleases } from '../compareReleases';
import { releasesBetween } from '../releasesBetween';
import type { ReleaseSummary, Sureness } from '../types';
import { Conflict, conflictsOf } from './conflicts';
import type { UpgradeStop, UpgradeStops } from './types';

/**
 * Which releases a jump must stop at, and why; those with known issues are no
 * stops. Upstream asks for none: what is found follows from what the releases
 * are. Undefined where one of the two is not known.
 * @public
 */
export function nextSafeStops(
  from: string,
  to: string,
  options: { releases: readonly ReleaseSummary[] },
): UpgradeStops | undefined {
  const { releases } = options;
  const find = (version: string) =>
    releases.find(each => compareReleases(each.version, version) === 0);
  const start = find(from);
  const target = find(to);
  if (!start || !target) {
    return undefined;
  }
  const candidates = releasesBetween(releases, start.version, target.version)
    .filter(({ version }) => version !== target.version)
    .filter(({ knownIssues }) => knownIssues.length === 0)
    .reverse();
  const stops: UpgradeStop[] = [];
  let current = start;
  let conflicts = conflictsOf(current, target);
  while (conflicts.length > 0) {
    const next = furthestAfter(current, candidates);
    if (!next) {
      return {
        stops,
        blocked: conflicts.map(({ because }) => because),
        target: targetOf(target, releases),
      };
    }
    const left = conflictsOf(next, target);
    stops.push(stopAt(next, solvedBy(conflicts, left)));
    current = next;
    conflicts = left;
  }
  return { stops, blocked: [], target: targetOf(target, releases) };
}

/** The furthest that may directly follow; candidates are furthest first. */
function furthestAfter(
  current: ReleaseSummary,
  candidates: readonly ReleaseSummary[],
): ReleaseSummary | undefined {
  const reached = candidates.indexOf(current);
  const ahead = reached < 0 ? candidates : candidates.slice(0, reached);
  return ahead.find(each => conflictsOf(current, each).length === 0);
}

/** A stop is for what stands in the way before it, and not after it. */
function solvedBy(
  before: readonly Conflict[],
  after: readonly Conflict[],
): readonly Conflict[] {
  const solved = before.filter(
    ({ because }) => !after.some(each => each.because.code === because.code),
  );
  return solved.length > 0 ? solved : before;
}

function stopAt(
  release: ReleaseSummary,
  conflicts: readonly Conflict[],
): UpgradeStop {
  const sureness: Sureness = conflicts.some(
    each => each.sureness === 'documented',
  )
    ? 'documented'
    : conflicts[0].sureness;
  return {
    version: release.version,
    because: conflicts.map(({ because }) => because),
    sureness,
  };
}

function targetOf(
  target: ReleaseSummary,
  releases: readonly ReleaseSummary[],
): UpgradeStops['target'] {
  const instead =
    target.knownIssues.length > 0
      ? releases.find(
          ({ version, knownIssues }) =>
            compareReleases(version, target.version) > 0 &&
            knownIssues.length === 0,
        )
      : undefined;
  return {
    version: target.version,
    knownIssues: target.knownIssues,
    ...(instead && { instead: instead.version }),
  };
}
