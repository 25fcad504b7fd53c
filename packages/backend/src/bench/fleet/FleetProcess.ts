import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { BackstageConfig } from 'lbc-sandbox';
import { BenchProcess } from '../processes';
import type { FleetSpec } from './worlds';

/** What a portal needs to use a fleet. */
export interface StartedFleet {
  config: BackstageConfig;
  env: Record<string, string>;
}

/** Calls by API: `elbv2 DescribeTags`, `kubernetes GET ingresses`. */
export type Calls = Record<string, number>;

/** A fleet in a process of its own, so that its work is not measured. */
export class FleetProcess {
  readonly #process: BenchProcess;
  readonly #started: StartedFleet;

  static async start(spec: FleetSpec): Promise<FleetProcess> {
    const process = BenchProcess.start({
      main: resolvePackagePath('backend', 'src/bench/fleet/child.ts'),
    });
    try {
      return new FleetProcess(process, await process.ask('start', spec));
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  private constructor(process: BenchProcess, started: StartedFleet) {
    this.#process = process;
    this.#started = started;
  }

  get config(): BackstageConfig {
    return this.#started.config;
  }

  get env(): Record<string, string> {
    return this.#started.env;
  }

  /** The names of its clusters. */
  get clusters(): string[] {
    const [locator] = this.config.kubernetes.clusterLocatorMethods;
    return locator.clusters.map(({ name }) => name);
  }

  /** Lets time pass in it. */
  async advance(ms: number): Promise<void> {
    await this.#process.ask('advance', ms);
  }

  /** Every call since it began. */
  async calls(): Promise<Calls> {
    return this.#process.ask('calls');
  }

  /** The calls that something made. */
  async callsDuring(work: () => Promise<unknown>): Promise<Calls> {
    const before = await this.calls();
    await work();
    const after = await this.calls();
    return Object.fromEntries(
      Object.entries(after)
        .map(([call, count]) => [call, count - (before[call] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    );
  }

  async stop(): Promise<void> {
    await this.#process.stop();
  }
}

/** How many of some calls there were: those whose name begins so, but for some. */
export function countCalls(
  calls: Calls,
  prefix: string,
  except: readonly string[] = [],
): number {
  return Object.entries(calls)
    .filter(([call]) => call.startsWith(prefix) && !except.includes(call))
    .reduce((sum, [, count]) => sum + count, 0);
}
