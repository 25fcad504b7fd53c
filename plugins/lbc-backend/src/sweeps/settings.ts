import type { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import {
  DEFAULT_LIFECYCLE_SETTINGS,
  LifecycleSettings,
  RetiredCluster,
} from '@lbc-backstage/plugin-lbc-common';
import { InputError } from '@backstage/errors';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import type { JobSettings } from '../jobs/JobLoop';
import type { BudgetSettings } from '../store/DatabaseApiBudget';

/** All that configuration says to the engine. */
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
  retiredClusters: RetiredCluster[];
  infrastructureTags: string[];
}

/** Reads the settings; throws an error that names the key where one is wrong. */
export function readEngineSettings(root: RootConfigService): EngineSettings {
  const config = root.getOptionalConfig('lbc');
  const ms = (key: string, fallback: HumanDuration) =>
    readMilliseconds(config, key, fallback);
  const seconds = (key: string, fallback: number) =>
    ms(key, { seconds: fallback }) / 1_000;
  const {
    orphanGraceSeconds,
    unattendedAfterSeconds,
    stuckAfterSeconds,
  } = DEFAULT_LIFECYCLE_SETTINGS;
  return {
    schedule: {
      clusterMs: ms('schedule.cluster', { minutes: 5 }),
      scopeMs: ms('schedule.scope', { minutes: 5 }),
      discoveryMs: ms('schedule.discovery', { minutes: 5 }),
      healthMs: ms('schedule.health', { minutes: 5 }),
    },
    lifecycle: {
      orphanGraceSeconds: seconds('lifecycle.orphanGrace', orphanGraceSeconds),
      unattendedAfterSeconds: seconds(
        'lifecycle.unattendedAfter',
        unattendedAfterSeconds,
      ),
      stuckAfterSeconds: seconds('lifecycle.stuckAfter', stuckAfterSeconds),
    },
    jobs: {
      pollMs: ms('jobs.pollInterval', { seconds: 1 }),
      concurrency: readCount(config, 'jobs.concurrency', 4),
      leaseMs: ms('jobs.lease', { seconds: 60 }),
      timeoutMs: ms('jobs.timeout', { minutes: 15 }),
      backoffMs: ms('jobs.backoff', { seconds: 5 }),
    },
    budget: {
      requestsPerSecond: readPositive(
        config,
        'aws.budget.requestsPerSecond',
        2,
      ),
      burst: readCount(config, 'aws.budget.burst', 10),
    },
    history: {
      retentionMs: ms('history.retention', { days: 180 }),
      perSubject: readCount(config, 'history.perSubject', 500),
    },
    retiredClusters: (config?.getOptionalConfigArray('retiredClusters') ?? []).map(
      retired => ({
        clusterTag: retired.getString('clusterTag'),
        accountId: retired.getString('accountId'),
        region: retired.getString('region'),
        vpcId: retired.getString('vpcId'),
        by: retired.getString('by'),
        at: retired.getString('at'),
      }),
    ),
    infrastructureTags:
      config?.getOptionalStringArray('infrastructureTags') ?? [],
  };
}

function readMilliseconds(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config?.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

function readPositive(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!(value > 0)) {
    throw new InputError(
      `Configuration lbc.${key} must be greater than 0, but it is ${value}`,
    );
  }
  return value;
}

function readCount(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  const value = readPositive(config, key, fallback);
  if (!Number.isInteger(value)) {
    throw new InputError(
      `Configuration lbc.${key} must be a whole number, but it is ${value}`,
    );
  }
  return value;
}
