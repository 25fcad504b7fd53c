/**
 * What a version's text means: a release of upstream, a test version before
 * one, or a build of somebody else's with a suffix of its own.
 * @public
 */
export interface ParsedVersion {
  kind: 'release' | 'pre-release' | 'rebuild';
  /** The release that it is, precedes or was rebuilt from, as `v2.8.1`. */
  release: string;
  major: number;
  minor: number;
  patch: number;
  /** What follows, as `rc.1` or `eksbuild.1`. */
  suffix?: string;
}

const VERSION =
  /^v?(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(?:[-+_](.+))?$/i;
const SUFFIX = /^[0-9A-Za-z][0-9A-Za-z.+_-]{0,127}$/;
const PRE_RELEASE =
  /^(alpha|beta|rc|pre|preview|dev|snapshot|nightly)(?![a-z])/i;

/**
 * Reads a version, with or without `v`. Undefined for what is none, such as
 * `latest`, `v2.8` or a digest: those say nothing for sure.
 * @public
 */
export function parseReleaseVersion(text: string): ParsedVersion | undefined {
  const match = VERSION.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [major, minor, patch] = match.slice(1, 4).map(Number);
  const suffix: string | undefined = match[4];
  if (suffix !== undefined && !SUFFIX.test(suffix)) {
    return undefined;
  }
  const release = `v${major}.${minor}.${patch}`;
  if (suffix === undefined) {
    return { kind: 'release', release, major, minor, patch };
  }
  return {
    kind: PRE_RELEASE.test(suffix) ? 'pre-release' : 'rebuild',
    release,
    major,
    minor,
    patch,
    suffix,
  };
}

/** A release's name as it is tagged, as `v2.8.1`. @public */
export function releaseName(text: string): string {
  const { release, suffix } = parseReleaseVersion(text) ?? {};
  if (release === undefined) {
    return text;
  }
  return suffix === undefined ? release : `${release}-${suffix}`;
}
