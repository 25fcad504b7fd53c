import { Message, message } from '../messages';
import { OwnerCase, SubjectCase } from './case';

/** Whether a controller of the cluster looks after one owner. */
export interface Attendance {
  liveness: 'alive' | 'gone' | 'unknown';
  /** No controller will come back by itself: what waits for one is stuck. */
  decisivelyGone: boolean;
  /** Why, where it is another reason than the cluster's as a whole. */
  because?: Message;
}

/**
 * The controller of a cluster as one owner sees it. `--watch-namespace` names
 * one namespace; owners elsewhere are invisible to that controller
 * (facts/lifecycle-and-failure-modes.md F18).
 */
export function attendanceOf(
  { cluster }: SubjectCase,
  { record }: OwnerCase,
): Attendance {
  if (!cluster) {
    return { liveness: 'unknown', decisivelyGone: false };
  }
  const { controllers, liveness, decisivelyGone } = cluster.controllers;
  const { namespace } = record.metadata;
  const watched = controllers.map(
    ({ flags }) => flags['watch-namespace'] ?? '',
  );
  if (
    liveness === 'alive' &&
    watched.length > 0 &&
    watched.every(each => each !== '' && each !== namespace)
  ) {
    return {
      liveness: 'gone',
      decisivelyGone: true,
      because: message('controller.namespace-not-watched', {
        namespace,
        watched,
      }),
    };
  }
  return { liveness, decisivelyGone };
}
