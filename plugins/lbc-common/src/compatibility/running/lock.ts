import { compareReleases } from '../../knowledge/compareReleases';
import { parseReleaseVersion } from '../../knowledge/versions';
import type { RunningController } from '../types';

type Lock = NonNullable<RunningController['lock']>;

/**
 * What leader election of a release writes to (`pkg/config/runtime_config.go`
 * at each tag): of one that was never released, nothing can be said.
 */
export function lockOf(version: string | undefined): Lock {
  if (
    version === undefined ||
    parseReleaseVersion(version)?.kind !== 'release'
  ) {
    return 'unknown';
  }
  if (compareReleases(version, 'v2.5.0') < 0) {
    return 'configmaps';
  }
  return compareReleases(version, 'v2.8.1') < 0 ? 'configmapsleases' : 'leases';
}
