import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type {
  AwsSource,
  KubernetesSource,
  LbcClock,
} from '@lbc-backstage/plugin-lbc-node';
import type { DoctorFacts } from './doctor/types';
import type { BaselineStore } from './store/baselines/types';
import type {
  DiscoveryFacts,
  JobControl,
  ReadStore,
  ScopeReader,
  SnapshotReader,
} from './store/types';
import type { MetricsRecorder } from './metrics/MetricsRecorder';
import type { AttestationStore } from './readiness/types';
import { createEngine } from './sweeps/createEngine';
import type { Domain } from './sweeps/domain';

/** Hears of subjects that a commit of correlate changed, brought or ended. */
export type SubjectsChangedListener = (
  subjectIds: readonly string[],
) => void | Promise<void>;

/** What the engine is made of. */
export interface LbcEngineOptions {
  /** Migrated by `create`, unless its `migrations.skip` is set. */
  database: DatabaseService;
  logger: LoggerService;
  clock: LbcClock;
  config: RootConfigService;
  kubernetesSource: KubernetesSource;
  awsSource: AwsSource;
  /** Stops the engine when the backend shuts down. */
  lifecycle?: LifecycleService;
  /** Absent: nothing is measured. */
  metrics?: MetricsService;
  /** Absent: the product's own judgement. */
  domain?: Domain;
}

/**
 * Store, jobs, sweeps and correlate behind one door. `plugin.ts` makes one and
 * starts it; routes and entities read through `readStore` and never write but
 * by `jobControl` and the entity matches of `readStore`.
 *
 * ```ts
 * const engine = await LbcEngine.create({
 *   database, logger, clock, config, lifecycle, metrics,
 *   kubernetesSource, awsSource,
 * });
 * engine.onSubjectsChanged(ids => matcher.rematch(ids)); // after each commit
 * await engine.start();
 * // engine.readStore: ReadStore, engine.jobControl: JobControl,
 * // engine.discoveryFacts: DiscoveryFacts (problems, suggestions, unknown tags),
 * // engine.metrics: MetricsRecorder (for calls by API), engine.stop()
 * ```
 *
 * Configuration it reads (all optional, durations as everywhere in Backstage):
 * `lbc.schedule.{cluster,scope,discovery,health}`,
 * `lbc.lifecycle.{orphanGrace,unattendedAfter,stuckAfter}`,
 * `lbc.jobs.{pollInterval,lease,timeout,backoff}` and `lbc.jobs.concurrency`,
 * `lbc.aws.budget.{requestsPerSecond,burst}`,
 * `lbc.history.{retention,perSubject}`,
 * `lbc.baselines.{retentionDays,perCluster,schedule}`,
 * `lbc.retiredClusters[{clusterTag,accountId,region,vpcId,by,at}]`,
 * `lbc.infrastructureTags[]`. A wrong type throws and names the key.
 * (`lbc.schedule.catalog` is the entities module's.)
 */
export abstract class LbcEngine {
  /** Opens the database and puts everything together; nothing runs yet. */
  static create(options: LbcEngineOptions): Promise<LbcEngine> {
    return createEngine(options);
  }

  abstract readonly readStore: ReadStore;
  abstract readonly jobControl: JobControl;
  abstract readonly discoveryFacts: DiscoveryFacts;
  abstract readonly snapshots: SnapshotReader & ScopeReader;
  abstract readonly attestations: AttestationStore;
  abstract readonly baselines: BaselineStore;
  abstract readonly doctorFacts: DoctorFacts;
  abstract readonly metrics: MetricsRecorder;
  /**
   * Calls the listener after every commit of correlate in this replica that
   * changed subjects. Other replicas see it by `readStore.factsVersion()`.
   * Returns a function that ends the subscription.
   */
  abstract onSubjectsChanged(listener: SubjectsChangedListener): () => void;
  /** Begins to work on jobs. Returns at once; nothing waits for a first sweep. */
  abstract start(): Promise<void>;
  /** Ends the loop; jobs that run are aborted and done again elsewhere. */
  abstract stop(): Promise<void>;
  /** Looks for due jobs now instead of at the next poll; a moved clock needs it. */
  abstract wake(): void;
}
