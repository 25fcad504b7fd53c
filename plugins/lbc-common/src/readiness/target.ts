import { compareMinors } from '../compatibility/kubernetesVersion';
import type { RunningController } from '../compatibility/types';
import { compareReleases } from '../knowledge/compareReleases';
import { loadDelta, ReleaseDelta } from '../knowledge/delta';
import type { Knowledge } from '../knowledge/types';
import { parseReleaseVersion, releaseName } from '../knowledge/versions';
import { Message, message } from '../messages';
import type { ReadinessTarget } from './types';

/** Why a question can't be answered: what is wrong with it, and what else there is to say. @public */
export interface ReadinessProblem {
  problem: Message;
  details: Message[];
}

const MINOR = /^v?(\d{1,2}\.\d{1,3})$/;

/** A target as it is written, with its release's full name. */
export function normalTarget(target: ReadinessTarget): ReadinessTarget {
  return target.kind === 'controller'
    ? { kind: 'controller', version: releaseName(target.version) }
    : {
        kind: 'kubernetes',
        version: MINOR.exec(target.version)?.[1] ?? target.version,
      };
}

/** What is wrong with a target; undefined where nothing is. */
export async function problemOf(options: {
  target: ReadinessTarget;
  running: RunningController;
  /** The cluster's minor version. */
  minor?: string;
  /** The release that runs, where it is known. */
  current?: string;
  knowledge: Knowledge;
}): Promise<ReadinessProblem | undefined> {
  const { target, running, minor, current, knowledge } = options;
  const { cluster } = running;
  const { version } = target;
  const only = (problem: Message): ReadinessProblem => ({
    problem,
    details: [],
  });
  if (target.kind === 'kubernetes') {
    if (!MINOR.test(version)) {
      return only(message('readiness.kubernetes-unreadable', { version }));
    }
    if (minor === undefined) {
      return undefined;
    }
    const order = compareMinors(version, minor);
    if (order === 0) {
      return only(
        message('readiness.kubernetes-is-current', { cluster, version }),
      );
    }
    return order < 0
      ? only(
          message('readiness.kubernetes-older', {
            cluster,
            version,
            current: minor,
          }),
        )
      : undefined;
  }
  if (parseReleaseVersion(version) === undefined) {
    return only(message('readiness.target-unreadable', { version }));
  }
  const { releases } = knowledge;
  const isKnown = releases.some(
    each => compareReleases(each.version, version) === 0,
  );
  if (!isKnown) {
    return only(
      message('readiness.target-not-known', {
        version,
        newest: releases[releases.length - 1]?.version ?? '',
      }),
    );
  }
  const runs = current ?? running.version;
  if (runs === undefined) {
    return undefined;
  }
  const order = compareReleases(version, runs);
  if (order === 0) {
    return only(message('readiness.target-is-current', { cluster, version }));
  }
  if (order > 0) {
    return undefined;
  }
  const delta =
    current === undefined
      ? undefined
      : await loadDelta(knowledge, { from: current, to: version });
  return {
    problem: message('readiness.target-older', {
      cluster,
      version,
      current: runs,
    }),
    details: delta ? cannotGoBack(delta) : [],
  };
}

/** What of a jump back can't be undone. */
export function cannotGoBack(delta: ReleaseDelta): Message[] {
  const { crds, lock, to } = delta;
  const stored = crds.changed.flatMap(({ name, versionsRemoved }) =>
    versionsRemoved.length > 0
      ? [
          message('readiness.back-stored', {
            crd: name,
            stored: versionsRemoved,
            version: to,
          }),
        ]
      : [],
  );
  const fields = crds.changed.flatMap(({ name, versions }) => {
    const removed = versions.flatMap(({ fieldsRemoved }) => fieldsRemoved);
    return removed.length > 0
      ? [
          message('readiness.back-fields', {
            crd: name,
            fields: [...new Set(removed)].slice(0, 5),
            version: to,
          }),
        ]
      : [];
  });
  const kept = [
    ...stored,
    ...fields,
    ...(lock ? [message('readiness.back-lock')] : []),
  ];
  return [
    ...(kept.length > 0 ? kept : [message('readiness.back-nothing')]),
    message('readiness.back-cluster-stays'),
  ];
}
