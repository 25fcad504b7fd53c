import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { FleetProcess } from '../fleet';
import { BenchProcess } from '../processes';

/** What the process is asked. */
export interface MeasureSweepOptions {
  fleet: Pick<FleetProcess, 'config' | 'env'>;
  /** Whose sweep is measured. */
  cluster: string;
  /** A cluster that is swept before, so that the code is warm. */
  warmUp: string;
  /** Collecting garbage to see what is kept would lower the peak: one a run. */
  what: 'growth' | 'kept';
}

/** What a sweep took, in bytes. */
export interface MeasuredSweep {
  /** Peak of the resident set over what it was before. */
  growth: number;
  /** The most that was alive at the end of a kind: items, packed kinds. */
  kept: number;
  /** Items by kind, to see that it read what it should. */
  kinds: Record<string, number>;
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
