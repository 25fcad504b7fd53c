import { fieldHistory } from '../compatibility/features/fieldHistory';
import { minorOf } from '../compatibility/kubernetesVersion';
import { ObjectInUse, objectsInUse } from '../compatibility/objectsInUse';
import { findRunning } from '../compatibility/running';
import { podStartsOf } from '../compatibility/running/podStarts';
import type { ClusterSnapshot } from '../inventory/snapshot';
import type { Knowledge, Release } from '../knowledge/types';
import { featuresUnder } from './featuresUnder';
import type { Rehearsal } from './types';

/** What a rehearsal is looked for. @public */
export interface RehearsalQuestion {
  /** The release to go to. */
  version: string;
  /** Annotations, labels and fields that are used here. */
  features: readonly string[];
  /** Minor version of Kubernetes here. */
  minor?: string;
}

/** Names of what objects use and a release reads. */
export async function featureNames(options: {
  objects: readonly ObjectInUse[];
  knowledge: Knowledge;
  release?: Release;
}): Promise<string[]> {
  const { objects, knowledge, release } = options;
  const used = featuresUnder({
    objects,
    knowledge,
    history: await fieldHistory(knowledge),
    ...(release && { release }),
  });
  return [
    ...new Set(
      used.flatMap(({ name, status }) => (status === 'read' ? [name] : [])),
    ),
  ];
}

/**
 * Whether another cluster runs the target, and how like this one it is;
 * undefined where it does not, or where nothing says so.
 * @public
 */
export async function rehearsalIn(options: {
  cluster: ClusterSnapshot;
  question: RehearsalQuestion;
  knowledge: Knowledge;
  /** Verdict of a comparison there, where there is one. */
  verification?: string;
}): Promise<Rehearsal | undefined> {
  const { cluster, question, knowledge, verification } = options;
  const all = findRunning({ cluster, controllers: [] });
  const running = all.find(
    ({ version, replicas }) =>
      version === question.version && (replicas?.ready ?? 0) > 0,
  );
  if (!running) {
    return undefined;
  }
  const release = await knowledge.load(question.version);
  const there = new Set(
    await featureNames({
      objects: objectsInUse({
        cluster,
        running: all,
        asked: { owners: 'all', othersToo: true },
      }),
      knowledge,
      ...(release && { release }),
    }),
  );
  const minor = minorOf(cluster.version);
  return {
    cluster: cluster.cluster,
    version: question.version,
    // Pods of that release run at least since then.
    since: podStartsOf(running, cluster)[0] ?? running.observedAt,
    ...(verification !== undefined && { verification }),
    covers: question.features.filter(each => there.has(each)).length,
    of: question.features.length,
    ...(minor !== undefined &&
      question.minor !== undefined && {
        kubernetes: { here: question.minor, there: minor },
      }),
  };
}
