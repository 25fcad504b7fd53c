import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { FleetProcess } from '../fleet';
import { BenchProcess } from '../processes';

/**
 * - `needed`: growth of the resident set at its peak while garbage is collected
 *   early
 * - `taken`: the same where V8 decides when to collect
 * - `kept`: what the sweep itself holds when its largest kind is read
 *
 * One a process, for each disturbs the others.
 */
export type SweepBytes = 'needed' | 'taken' | 'kept';

/** What the process is asked. */
export interface MeasureSweepOptions {
  fleet: Pick<FleetProcess, 'config' | 'env'>;
  /** Whose sweep is measured. */
  cluster: string;
  /** A cluster that is swept before, so that the code is warm. */
  warmUp: string;
  what: SweepBytes;
}

/** What a sweep took. */
export interface MeasuredSweep {
  bytes: number;
  /** Items of all kinds, to see that it read what it should. */
  items: number;
}

/** Sweeps one cluster in a fresh process. */
export async function measureSweep(
  options: MeasureSweepOptions,
): Promise<MeasuredSweep> {
  const { fleet, ...others } = options;
  const process = BenchProcess.start({
    main: resolvePackagePath('backend', 'src/bench/memory/child.ts'),
    flags: ['--expose-gc'],
  });
  try {
    return await process.ask('measure', {
      ...others,
      fleet: { config: fleet.config, env: fleet.env },
    });
  } finally {
    await process.stop();
  }
}
