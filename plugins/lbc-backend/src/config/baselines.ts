import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { readDuration, readPositive } from './read';

/** The block `lbc.baselines`. */
export interface BaselinesConfig {
  retentionDays: number;
  /** Of one cluster; older ones go. */
  perCluster: number;
  schedule: Array<{ cluster: string; every: HumanDuration }>;
}

export const BASELINE_KEYS = ['retentionDays', 'perCluster', 'schedule'];

/** Reads how long baselines are kept, and which are taken by themselves. */
export function readBaselines(lbc: Config | undefined): BaselinesConfig {
  const config = lbc?.getOptionalConfig('baselines');
  const prefix = 'lbc.baselines';
  return {
    retentionDays: readPositive({
      config,
      prefix,
      key: 'retentionDays',
      fallback: 90,
    }),
    perCluster: readPositive({
      config,
      prefix,
      key: 'perCluster',
      fallback: 50,
      integer: true,
    }),
    schedule: (config?.getOptionalConfigArray('schedule') ?? []).map(
      (each, index) => ({
        cluster: each.getString('cluster'),
        every: readDuration({
          config: each,
          prefix: `${prefix}.schedule[${index}]`,
          key: 'every',
          fallback: { days: 1 },
        }),
      }),
    ),
  };
}
