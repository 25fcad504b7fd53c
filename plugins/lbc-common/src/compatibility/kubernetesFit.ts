import type { KubernetesRange } from '../knowledge/types';
import { compareMinors } from './kubernetesVersion';
import type { LadderRelease } from './types';

/** How a cluster's version stands to the range that upstream documents. */
export function fitOf(
  range: KubernetesRange,
  minor: string | undefined,
): LadderRelease['fits'] {
  if (minor === undefined) {
    return 'unknown';
  }
  if (compareMinors(minor, range.min) < 0) {
    return 'too-old';
  }
  if (range.max === undefined) {
    return 'upper-end-untested';
  }
  return compareMinors(minor, range.max) > 0 ? 'too-new' : 'documented';
}
