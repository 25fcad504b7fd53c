import { compareReleases } from './compareReleases';
import type { ReleaseSummary } from './types';
import { ParsedVersion, parseReleaseVersion } from './versions';

/**
 * How a version stands to what is known. Only `known` may be judged; a rebuild
 * may be judged as the release that it was made from, if that is said.
 * @public
 */
export type VersionStanding =
  | { standing: 'known'; release: ReleaseSummary; parsed: ParsedVersion }
  /** Of a known release, with a suffix: what was changed is not known. */
  | { standing: 'rebuild'; release: ReleaseSummary; parsed: ParsedVersion }
  | { standing: 'pre-release'; parsed: ParsedVersion }
  /** Newer than everything known: unknown, never compatible. */
  | { standing: 'newer'; newest: string; parsed: ParsedVersion }
  /** Before the first of the controller: ALB Ingress Controller v1. */
  | { standing: 'older'; oldest: string; parsed: ParsedVersion }
  /** In between, and none that upstream released. */
  | { standing: 'not-released'; parsed: ParsedVersion }
  | { standing: 'unreadable' };

/** Finds what is known of a version's text. @public */
export function standingOf(
  version: string,
  releases: readonly ReleaseSummary[],
): VersionStanding {
  const parsed = parseReleaseVersion(version);
  if (!parsed) {
    return { standing: 'unreadable' };
  }
  const named = releases.find(
    release => compareReleases(release.version, version) === 0,
  );
  if (named) {
    return { standing: 'known', release: named, parsed };
  }
  if (parsed.kind === 'pre-release') {
    return { standing: 'pre-release', parsed };
  }
  const base = releases.find(
    release => compareReleases(release.version, parsed.release) === 0,
  );
  if (base) {
    return { standing: 'rebuild', release: base, parsed };
  }
  const oldest = releases[0];
  const newest = releases[releases.length - 1];
  if (newest && compareReleases(parsed.release, newest.version) > 0) {
    return { standing: 'newer', newest: newest.version, parsed };
  }
  if (oldest && compareReleases(parsed.release, oldest.version) < 0) {
    return { standing: 'older', oldest: oldest.version, parsed };
  }
  return { standing: 'not-released', parsed };
}
