import { Config } from '@backstage/config';
import { HumanDuration } from '@backstage/types';
import {
  EntityTag,
  PriceList,
  RetiredCluster,
} from '@lbc-backstage/plugin-lbc-common';
import { LbcAwsConfig, readAwsConfig } from './aws';
import { BASELINE_KEYS, BaselinesConfig, readBaselines } from './baselines';
import { ConfiguredEksCluster, readEksClusters } from './eksClusters';
import {
  ConfiguredBinding,
  readBindings,
  readEntityTags,
  readRetiredClusters,
} from './declarations';
import {
  CONFIRMATION_KEYS,
  Confirmations,
  readConfirmations,
} from './confirmations';
import { readKnowledge } from './knowledge';
import { findUnknownPriceKeys, readPrices } from './prices';
import { READINESS_KEYS, ReadinessConfig, readReadiness } from './readiness';
import { findUnknownKeys, readDuration, readPositive } from './read';

const DEFAULT_DURATIONS = {
  schedule: {
    cluster: { minutes: 5 },
    scope: { minutes: 5 },
    discovery: { minutes: 5 },
    health: { minutes: 1 },
    catalog: { minutes: 10 },
  },
  lifecycle: {
    orphanGrace: { minutes: 15 },
    unattendedAfter: { minutes: 5 },
    stuckAfter: { minutes: 15 },
  },
  history: { retention: { days: 180 } },
  jobs: {
    pollInterval: { seconds: 1 },
    lease: { minutes: 1 },
    timeout: { minutes: 10 },
    backoff: { seconds: 30 },
  },
} as const;

type Durations = typeof DEFAULT_DURATIONS;
type Read<Group extends keyof Durations> = {
  [Key in keyof Durations[Group]]: HumanDuration;
};

/** The block `lbc`, read whole. */
export interface LbcConfig {
  aws: LbcAwsConfig;
  /** `include` is absent where every cluster is read. */
  clusters: { include?: string[]; exclude: string[] };
  readiness: ReadinessConfig;
  /** Files that add or correct releases of the controller. */
  knowledge: { files: string[] };
  schedule: Read<'schedule'>;
  lifecycle: Read<'lifecycle'>;
  history: Read<'history'> & { perSubject: number };
  jobs: Read<'jobs'> & { concurrency: number };
  baselines: BaselinesConfig;
  bindings: ConfiguredBinding[];
  eksClusters: ConfiguredEksCluster[];
  retiredClusters: RetiredCluster[];
  entityTags: EntityTag[];
  infrastructureTags: string[];
  /** Keys that are no option: misspelt, as a rule. */
  unknownKeys: string[];
  /** What operators confirm. */
  confirmed: Confirmations;
  prices: PriceList;
}

const OPTIONS = {
  baselines: BASELINE_KEYS,
  aws: ['regions', 'scopes', 'budget', 'optional'],
  clusters: ['include', 'exclude'],
  knowledge: ['files'],
  readiness: READINESS_KEYS,
  schedule: Object.keys(DEFAULT_DURATIONS.schedule),
  lifecycle: Object.keys(DEFAULT_DURATIONS.lifecycle),
  history: [...Object.keys(DEFAULT_DURATIONS.history), 'perSubject'],
  jobs: [...Object.keys(DEFAULT_DURATIONS.jobs), 'concurrency'],
};
const LISTS = [
  'bindings',
  'eksClusters',
  'retiredClusters',
  ...CONFIRMATION_KEYS,
  'prices',
  'entityTags',
  'infrastructureTags',
];

function readDurations<Group extends keyof Durations>(
  config: Config | undefined,
  group: Group,
): Read<Group> {
  const defaults: Record<string, HumanDuration> = DEFAULT_DURATIONS[group];
  return Object.fromEntries(
    Object.entries(defaults).map(([key, fallback]) => [
      key,
      readDuration({ config, prefix: `lbc.${group}`, key, fallback }),
    ]),
  ) as Read<Group>;
}

/**
 * Reads and checks the block `lbc` of the configuration, all of it, so that a
 * mistake stops the start and names its key instead of showing up in a sweep.
 */
export function readLbcConfig(root: Config): LbcConfig {
  const lbc = root.getOptionalConfig('lbc');
  const group = (name: keyof typeof OPTIONS) => lbc?.getOptionalConfig(name);
  const clusters = group('clusters');
  const include = clusters?.getOptionalStringArray('include');
  return {
    aws: readAwsConfig(group('aws')),
    readiness: readReadiness(group('readiness')),
    clusters: {
      ...(include && { include }),
      exclude: clusters?.getOptionalStringArray('exclude') ?? [],
    },
    knowledge: readKnowledge(lbc),
    schedule: readDurations(group('schedule'), 'schedule'),
    lifecycle: readDurations(group('lifecycle'), 'lifecycle'),
    history: {
      ...readDurations(group('history'), 'history'),
      perSubject: readPositive({
        config: group('history'),
        prefix: 'lbc.history',
        key: 'perSubject',
        fallback: 500,
        integer: true,
      }),
    },
    jobs: {
      ...readDurations(group('jobs'), 'jobs'),
      concurrency: readPositive({
        config: group('jobs'),
        prefix: 'lbc.jobs',
        key: 'concurrency',
        fallback: 4,
        integer: true,
      }),
    },
    baselines: readBaselines(lbc),
    bindings: readBindings(lbc),
    eksClusters: readEksClusters(lbc),
    retiredClusters: readRetiredClusters(lbc),
    confirmed: readConfirmations(lbc),
    prices: readPrices(lbc),
    entityTags: readEntityTags(lbc),
    infrastructureTags: lbc?.getOptionalStringArray('infrastructureTags') ?? [],
    unknownKeys: [
      ...findUnknownPriceKeys(lbc),
      ...findUnknownKeys(lbc, 'lbc', [...Object.keys(OPTIONS), ...LISTS]),
      ...Object.entries(OPTIONS).flatMap(([name, known]) =>
        findUnknownKeys(
          group(name as keyof typeof OPTIONS),
          `lbc.${name}`,
          known,
        ),
      ),
    ],
  };
}
