import { compareReleases } from '../../../knowledge/compareReleases';
import type { ReadinessInput } from '../../input';

/** Does the jump go past a release: from before it, to it or after it? */
export function passes(input: ReadinessInput, version: string): boolean {
  const { from, to, target } = input;
  return (
    target.kind === 'controller' &&
    from !== undefined &&
    to !== undefined &&
    compareReleases(from.version, version) < 0 &&
    compareReleases(to.version, version) >= 0
  );
}

/** From and to, as sentences name them. */
export function jumpOf({ from, to, running, target }: ReadinessInput): {
  from: string;
  to: string;
} {
  return {
    from: from?.version ?? running.version ?? '',
    to: to?.version ?? target.version,
  };
}

/** Is the target at a release or after it? */
export function isAtLeast(
  { to }: Pick<ReadinessInput, 'to'>,
  version: string,
): boolean {
  return to !== undefined && compareReleases(to.version, version) >= 0;
}
