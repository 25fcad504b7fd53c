import type { ReadinessSubject } from '../../input';

/** Has one of its target groups one target alone? Undefined where health was not read. */
export function singleTargets({
  targetGroups,
}: Pick<ReadinessSubject, 'targetGroups'>): boolean | undefined {
  const counts = targetGroups.map(({ health }) =>
    health
      ? Object.values(health.byState).reduce((sum, count) => sum + count, 0)
      : undefined,
  );
  if (counts.includes(1)) {
    return true;
  }
  return counts.includes(undefined) ? undefined : false;
}
