import { message } from '../../messages';
import {
  OrphanCondition,
  SHARED_CONDITIONS,
  met,
  noOwnerWaits,
  open,
} from './conditions';

const noClusterBound: OrphanCondition = {
  id: 'no-cluster-bound',
  read: subject => {
    const { boundElsewhere, namedElsewhere = [] } = subject;
    const clusterTag = subject.identity?.clusterTag ?? '?';
    if (boundElsewhere.length > 0) {
      return open(
        message('need.no-cluster-bound', {
          clusterTag,
          clusters: boundElsewhere,
        }),
      );
    }
    return namedElsewhere.length > 0
      ? open(
          message('need.no-cluster-named', {
            clusterTag,
            clusters: namedElsewhere,
          }),
        )
      : noOwnerWaits(subject);
  },
};

const retired: OrphanCondition = {
  id: 'retired',
  read: ({ retired: word, identity }) => {
    const clusterTag = identity?.clusterTag ?? '?';
    if (word?.eks) {
      const { arn, firstAt, lastAt } = word.eks;
      return met(
        message('proof.cluster-gone', { clusterTag, arn, firstAt, lastAt }),
      );
    }
    return word
      ? met(
          message('proof.retired', {
            clusterTag,
            by: word.by,
            retiredAt: word.at,
          }),
        )
      : open(message('need.binding', { clusterTag }));
  },
};

/** A word that is a date says the whole day. */
const DAY_MS = 86_400_000;

function endOfWord(at: string): number {
  const time = Date.parse(at);
  return time % DAY_MS === 0 ? time + DAY_MS : time;
}

const madeBefore: OrphanCondition = {
  id: 'made-before',
  // What was made after a cluster was gone is of another one of its name.
  read: ({ retired: word, loadBalancer, identity }) => {
    const goneAt = word?.eks?.firstAt ?? word?.at;
    const { createdAt } = loadBalancer ?? {};
    if (goneAt === undefined || createdAt === undefined) {
      return open(message('need.creation-time'));
    }
    return Date.parse(createdAt) <= endOfWord(goneAt)
      ? met()
      : open(
          message('need.made-before', {
            clusterTag: identity?.clusterTag ?? '?',
            createdAt,
            goneAt,
          }),
        );
  },
};

const nothingLives: OrphanCondition = {
  id: 'nothing-lives',
  // Without a cluster nobody can say whose a healthy target is.
  read: ({ targetGroups, targetGroupsComplete }) => {
    const unread = targetGroups.find(({ health }) => !health);
    if (!targetGroupsComplete || unread) {
      return open(
        unread
          ? message('need.health', { targetGroup: unread.targetGroup.name })
          : message('need.target-groups'),
      );
    }
    const healthy = targetGroups.find(({ health }) =>
      health?.targets.some(({ state }) => state === 'healthy'),
    );
    return healthy
      ? open(
          message('need.nothing-healthy', {
            targetGroup: healthy.targetGroup.name,
          }),
        )
      : met(message('proof.nothing-lives'));
  },
};

/** The proof where the cluster is gone: an operator or EKS says so. */
export const RETIRED_CONDITIONS: readonly OrphanCondition[] = [
  retired,
  madeBefore,
  noClusterBound,
  SHARED_CONDITIONS.vpc,
  SHARED_CONDITIONS.described,
  SHARED_CONDITIONS.ownListComplete,
  SHARED_CONDITIONS.trackingTags,
  SHARED_CONDITIONS.targetBindingsRead,
  SHARED_CONDITIONS.notBoundByTargetBindings,
  SHARED_CONDITIONS.notAdopted,
  nothingLives,
  SHARED_CONDITIONS.twice,
];
