import { durationToMilliseconds } from '@backstage/types';
import {
  assessReadiness,
  iamAssessor,
  isReadinessProblem,
  Knowledge,
  message,
  ReadinessCadence,
  ReadinessProblem,
  ReadinessReport,
  ReadinessSubject,
  ReadinessSubjects,
  ReadinessTarget,
  ReadinessValues,
  resourcesInUse,
} from '@lbc-backstage/plugin-lbc-common';
import { LRUCache } from 'lru-cache';
import type { LbcConfig } from '../config';
import { sortTargets } from '../entities';
import { hashOf } from '../store/pack';
import type { ReadStore, SnapshotReader } from '../store/types';
import { RehearsalFinder } from './RehearsalFinder';
import type { ReadinessSlot } from './ReadinessSlot';
import type { AttestationStore } from './types';

type Answer = ReadinessReport | ReadinessProblem;

/** XL is 1,000 load balancers; of more, the verdict is that not all were seen. */
const MOST_SUBJECTS = 2_000;
const MOST_CONTROLLERS = 100;
const ANSWERS_KEPT = 20;
const ANSWER_TTL_MS = 15_000;
/** A sweep that is due every few seconds may take longer than that. */
const LOWEST_CADENCE_SECONDS = 60;
const DETAIL_SECONDS = 12 * 3600;
const IAM_SECONDS = 3600;
const TELLING = /^(loadBalancers|targetGroups|tags)$/;

/** How often inputs are read, by configuration. */
export function cadenceOf({
  schedule,
}: Pick<LbcConfig, 'schedule'>): ReadinessCadence {
  const seconds = (duration: Parameters<typeof durationToMilliseconds>[0]) =>
    Math.max(LOWEST_CADENCE_SECONDS, durationToMilliseconds(duration) / 1000);
  return {
    kubernetesSeconds: seconds(schedule.cluster),
    awsSeconds: seconds(schedule.scope),
    detailSeconds: DETAIL_SECONDS,
    iamSeconds: IAM_SECONDS,
  };
}

/** What an assessor is made of. */
export interface ReadinessAssessorOptions {
  snapshots: SnapshotReader;
  store: Pick<
    ReadStore,
    'listControllers' | 'listJudgedSubjects' | 'listCoverage' | 'listTargets'
  >;
  attestations: AttestationStore;
  knowledge: Knowledge;
  checks: ReadinessSlot;
  cadence: ReadinessCadence;
  /** Values of the chart by cluster, as configuration gives them. */
  values: Readonly<Record<string, ReadinessValues>>;
  now: () => number;
}

/**
 * Judges changes to a cluster by what is stored: nothing here calls a cluster
 * or AWS. It always judges the whole cluster; who may see how much of the
 * answer is the routes' to say.
 */
export class ReadinessAssessor {
  readonly #options: ReadinessAssessorOptions;
  readonly #rehearsals: RehearsalFinder;
  readonly #answers = new LRUCache<string, Answer>({
    max: ANSWERS_KEPT,
    ttl: ANSWER_TTL_MS,
  });

  static create(options: ReadinessAssessorOptions): ReadinessAssessor {
    return new ReadinessAssessor(options);
  }

  private constructor(options: ReadinessAssessorOptions) {
    this.#options = options;
    this.#rehearsals = RehearsalFinder.create(options);
  }

  /** Undefined where the cluster is not swept. */
  async assess(request: {
    cluster: string;
    target?: ReadinessTarget;
  }): Promise<Answer | undefined> {
    const { snapshots, attestations, store, knowledge, checks } = this.#options;
    const { cluster, target } = request;
    const identity = await snapshots.clusterIdentity(cluster);
    if (identity === undefined) {
      return undefined;
    }
    const words = await attestations.list(cluster);
    const key = hashOf(JSON.stringify([identity, target, words]));
    const known = this.#answers.get(key);
    if (known) {
      return known;
    }
    const reading = await snapshots.readCluster(cluster);
    if (!reading) {
      return undefined;
    }
    const { snapshot, iam } = reading;
    const now = new Date(this.#options.now()).toISOString();
    const [{ items: controllers }, subjects] = await Promise.all([
      store.listControllers({ clusters: [cluster], limit: MOST_CONTROLLERS }),
      this.#subjects(cluster),
    ]);
    const values = this.#options.values[cluster];
    const iamObservedAt = Object.values(iam.roles)
      .flatMap(({ observedAt }) => observedAt ?? [])
      .sort()[0];
    const answer = await assessReadiness({
      now,
      cluster: snapshot,
      controllers,
      knowledge,
      asked: { owners: 'all', othersToo: true },
      resources: resourcesInUse(subjects.items),
      iam: iamAssessor({ readings: iam, cluster: snapshot, now }),
      ...(iamObservedAt !== undefined && { iamObservedAt }),
      ...(iam.eks && { eks: iam.eks }),
      subjects,
      ...(values && { values }),
      rehearse: question => this.#rehearsals.find(cluster, question),
      attestations: words,
      cadence: this.#options.cadence,
      ...(target && { target }),
      more: input => checks.run(input, words),
    });
    if (!isReadinessProblem(answer)) {
      this.#answers.set(key, answer);
    }
    return answer;
  }

  async #subjects(cluster: string): Promise<ReadinessSubjects> {
    const { store } = this.#options;
    const [{ items, total }, targets] = await Promise.all([
      store.listJudgedSubjects({ cluster, limit: MOST_SUBJECTS }),
      store.listTargets(),
    ]);
    const { scopes } = sortTargets(targets);
    const touched = new Set(
      items.flatMap(({ summary: { accountId, region } }) =>
        accountId && region ? [`scope:${accountId}/${region}`] : [],
      ),
    );
    // Where nothing is known of it, it may be in any scope.
    const asked = touched.size > 0 ? [...touched] : scopes.map(({ id }) => id);
    const coverage =
      asked.length > 0
        ? await store.listCoverage({ targets: asked, incompleteOnly: true })
        : [];
    const gaps = coverage.filter(({ kind }) => TELLING.test(kind));
    const notSeen = [
      ...(scopes.length === 0 ? [message('config.scopes-missing')] : []),
      ...gaps.flatMap(({ reason }) => (reason ? [reason] : [])),
    ];
    return {
      items: items.map(({ summary, detail }) => subjectOf({ summary, detail })),
      whole: scopes.length > 0 && gaps.length === 0 && total <= items.length,
      notSeen: notSeen as ReadinessSubjects['notSeen'],
    };
  }
}

type Listed = Awaited<
  ReturnType<ReadStore['listJudgedSubjects']>
>['items'][number];

function subjectOf({ summary, detail }: Listed): ReadinessSubject {
  const stored = {
    ...summary,
    owners: detail.allOwners ?? summary.owners,
    // Rows of before there were any have none.
    findings: detail.findings ?? [],
    targetGroups: detail.targetGroups,
    ...(detail.drift && { drift: detail.drift }),
  };
  // What correlate wrote is read back as it was typed.
  return stored as ReadinessSubject;
}
