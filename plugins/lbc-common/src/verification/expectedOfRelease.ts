import { parseReleaseVersion } from '../knowledge/versions';
import type { VerificationChange, VerificationContext } from './types';

/** A change that a release brings about, once it is passed. */
interface KnownChange {
  /** The release that brings it, as `[2, 3, 0]`. */
  since: readonly [number, number, number];
  matches: (change: VerificationChange) => boolean;
}

/** From facts of releases; see docs/baselines.md. */
const KNOWN: readonly KnownChange[] = [
  {
    // 2.3.0 adds the backend security group that load balancers share.
    since: [2, 3, 0],
    matches: ({ path, before, after }) =>
      path === 'loadBalancers.LoadBalancer.security groups' &&
      (before ?? '')
        .split(', ')
        .filter(Boolean)
        .every(group => (after ?? '').split(', ').includes(group)),
  },
];

function number(version: string | undefined): number | undefined {
  const parsed =
    version === undefined ? undefined : parseReleaseVersion(version);
  return (
    parsed && parsed.major * 1_000_000 + parsed.minor * 1_000 + parsed.patch
  );
}

/** The version of a cluster's only controller. */
export function versionOf(
  controllers: ReadonlyArray<{ version?: string }> | undefined,
): string | undefined {
  return controllers?.length === 1 ? controllers[0].version : undefined;
}

/** Whether an upgrade passes a release. */
export function passes(
  { before, after }: VerificationContext,
  [major, minor, patch]: readonly [number, number, number],
): boolean {
  const from = number(versionOf(before.controllers));
  const to = number(versionOf(after?.controllers));
  const at = major * 1_000_000 + minor * 1_000 + patch;
  return from !== undefined && to !== undefined && from < at && at <= to;
}

/** Marks what the releases between are known to change. */
export function expectedOfRelease(
  changes: VerificationChange[],
  context: VerificationContext,
): VerificationChange[] {
  const known = KNOWN.filter(({ since }) => passes(context, since));
  return changes.map(change =>
    change.cause === 'upgrade' && known.some(each => each.matches(change))
      ? { ...change, expected: true }
      : change,
  );
}
