import type { RootConfigService } from '@backstage/backend-plugin-api';
import type {
  LifecycleSettings,
  RetiredCluster,
} from '@lbc-backstage/plugin-lbc-common';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { LbcConfig, readLbcConfig } from '../config';
import { readApiServers } from '../config/eksClusters';
import type { JobSettings } from '../jobs/JobLoop';
import type { BudgetSettings } from '../store/DatabaseApiBudget';

/** All that configuration says to the engine, in milliseconds. */
export interface EngineSettings {
  schedule: {
    clusterMs: number;
    scopeMs: number;
    discoveryMs: number;
    healthMs: number;
  };
  lifecycle: LifecycleSettings;
  jobs: JobSettings;
  budget: BudgetSettings;
  history: { retentionMs: number; perSubject: number };
  baselines: {
    retentionMs: number;
    perCluster: number;
    schedule: Array<{ cluster: string; everyMs: number }>;
  };
  bindings: LbcConfig['bindings'];
  retiredClusters: RetiredCluster[];
  confirmed: Pick<LbcConfig['confirmed'], 'goneNamespaces' | 'losses'>;
  eksClusters: LbcConfig['eksClusters'];
  /** Services of AWS that are read only where they are switched on. */
  optional: LbcConfig['aws']['optional'];
  /** Addresses of API servers by cluster, as far as configuration has them. */
  apiServers: ReadonlyMap<string, string>;
  infrastructureTags: string[];
}

/** Reads the settings; throws an error that names the key where one is wrong. */
export function readEngineSettings(root: RootConfigService): EngineSettings {
  const config = readLbcConfig(root);
  const { schedule, lifecycle, jobs, history } = config;
  const ms = durationToMilliseconds;
  const seconds = (duration: HumanDuration) => ms(duration) / 1_000;
  return {
    schedule: {
      clusterMs: ms(schedule.cluster),
      scopeMs: ms(schedule.scope),
      discoveryMs: ms(schedule.discovery),
      healthMs: ms(schedule.health),
    },
    lifecycle: {
      orphanGraceSeconds: seconds(lifecycle.orphanGrace),
      unattendedAfterSeconds: seconds(lifecycle.unattendedAfter),
      stuckAfterSeconds: seconds(lifecycle.stuckAfter),
    },
    jobs: {
      pollMs: ms(jobs.pollInterval),
      concurrency: jobs.concurrency,
      leaseMs: ms(jobs.lease),
      timeoutMs: ms(jobs.timeout),
      backoffMs: ms(jobs.backoff),
    },
    budget: config.aws.budget,
    history: {
      retentionMs: ms(history.retention),
      perSubject: history.perSubject,
    },
    baselines: {
      retentionMs: ms({ days: config.baselines.retentionDays }),
      perCluster: config.baselines.perCluster,
      schedule: config.baselines.schedule.map(({ cluster, every }) => ({
        cluster,
        everyMs: ms(every),
      })),
    },
    bindings: config.bindings,
    retiredClusters: config.retiredClusters,
    confirmed: config.confirmed,
    eksClusters: config.eksClusters,
    optional: config.aws.optional,
    apiServers: readApiServers(root),
    infrastructureTags: config.infrastructureTags,
  };
}
