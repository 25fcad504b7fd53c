import type { SubjectDetail, Tone } from '@lbc-backstage/plugin-lbc-common';

type TargetGroup = SubjectDetail['targetGroups'][number];

/** The tone of a count of healthy targets; a picture, not a verdict. */
export function healthTone(healthy: number, total: number): Tone {
  if (total === 0) {
    return 'grey';
  }
  if (healthy === total) {
    return 'green';
  }
  return healthy === 0 ? 'red' : 'amber';
}

/** Healthy and all targets of a group, and the other states by name. */
export function groupHealth(group: TargetGroup):
  | {
      healthy: number;
      total: number;
      others: Array<{ state: string; count: number }>;
    }
  | undefined {
  if (!group.health) {
    return undefined;
  }
  const states = Object.entries(group.health.byState).filter(
    ([, count]) => count > 0,
  );
  return {
    healthy: group.health.byState.healthy ?? 0,
    total: states.reduce((sum, [, count]) => sum + count, 0),
    others: states
      .filter(([state]) => state !== 'healthy')
      .map(([state, count]) => ({ state, count })),
  };
}

/** Whether the health of any group was read. */
export function countsOf(groups: readonly TargetGroup[]): { read: boolean } {
  return { read: groups.some(({ health }) => health !== undefined) };
}
