import type {
  ApiStackDetail,
  SubjectDetail,
} from '@lbc-backstage/plugin-lbc-common';

type TargetGroup = SubjectDetail['targetGroups'][number];
type ReadGroup = NonNullable<ApiStackDetail['chain']['targetGroups']>[number];

/** Health as a detail job read it; `undefined` where it can't be counted whole. */
function healthOf(
  group: ReadGroup,
  observedAt: string,
): Pick<TargetGroup, 'health' | 'notHealthy'> | undefined {
  const { targets, moreTargets } = group;
  // Those that are not healthy come first: after a healthy one, all are.
  const restIsHealthy =
    moreTargets === 0 || targets?.[targets.length - 1]?.state === 'healthy';
  if (!targets || !restIsHealthy) {
    return undefined;
  }
  const byState: Record<string, number> = {};
  for (const { state } of targets) {
    byState[state] = (byState[state] ?? 0) + 1;
  }
  if (moreTargets > 0) {
    byState.healthy += moreTargets;
  }
  return {
    health: { observedAt, byState },
    notHealthy: targets
      .filter(({ state }) => state !== 'healthy')
      .map(({ id, port, state, reason, description }) => ({
        id,
        port,
        state,
        reason,
        description,
      })),
  };
}

/** A subject with the health of its stack's reading, where that is the newer one. */
export function withReading(subject: SubjectDetail): SubjectDetail {
  const { detail, targetGroups } = subject;
  const read = new Map(
    (detail?.chain.targetGroups ?? []).map(group => [group.arn, group]),
  );
  if (!detail || read.size === 0) {
    return subject;
  }
  let changed = false;
  const groups = targetGroups.map(group => {
    const own = read.get(group.arn);
    const isNewer =
      !group.health ||
      Date.parse(detail.observedAt) > Date.parse(group.health.observedAt);
    const health =
      own && isNewer ? healthOf(own, detail.observedAt) : undefined;
    changed ||= health !== undefined;
    return health ? { ...group, ...health } : group;
  });
  if (!changed) {
    return subject;
  }
  const counts = groups.flatMap(({ health }) => (health ? [health] : []));
  return {
    ...subject,
    targetGroups: groups,
    targets: {
      ...subject.targets,
      healthy: counts.reduce(
        (sum, { byState }) => sum + (byState.healthy ?? 0),
        0,
      ),
      total: counts.reduce(
        (sum, { byState }) =>
          sum + Object.values(byState).reduce((all, each) => all + each, 0),
        0,
      ),
      unread: groups.length - counts.length,
    },
  };
}
