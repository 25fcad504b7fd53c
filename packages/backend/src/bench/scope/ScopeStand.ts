import type { TargetGroupHealth } from '@lbc-backstage/plugin-lbc-common';
import type { AwsScope, AwsSource } from '@lbc-backstage/plugin-lbc-node';
import type { RecordedStack, RecordedSweeps } from '../correlation';
import { Calls, FleetProcess } from '../fleet';
import type { BenchPortal } from '../portal';
import type { BenchSize } from '../sizes';
import type { BenchEntities } from './benchEntities';
import { ScopePortal, startScopePortal } from './startScopePortal';

const SEED = 1;

/** Health is read for the bench alone, so several at a time. */
const READERS = 4;

/**
 * One full scope with all its clusters, swept and judged twice by a real
 * portal whose catalog has components for it. Health is there for the load
 * balancers that are looked at; the rest is read past the portal, for it takes long.
 */
export class ScopeStand {
  readonly #source: AwsSource;
  readonly fleet: FleetProcess;
  readonly portal: BenchPortal;
  readonly entities: BenchEntities;
  /** What the sweeps of each target read last. */
  readonly sweeps: RecordedSweeps;
  /** What the first round of sweeps called, and the second one. */
  readonly calls: readonly Calls[];

  static async start(
    size: BenchSize,
    log: (line: string) => void,
  ): Promise<ScopeStand> {
    log(`Starting the fleet (${size.fleet})`);
    const fleet = await FleetProcess.start({
      kind: 'generated',
      size: size.fleet,
      seed: SEED,
    });
    try {
      const started = await startScopePortal({ fleet, size, log, seed: SEED });
      return new ScopeStand(fleet, started);
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  private constructor(fleet: FleetProcess, started: ScopePortal) {
    this.#source = started.source;
    this.fleet = fleet;
    this.portal = started.portal;
    this.entities = started.entities;
    this.sweeps = started.sweeps;
    this.calls = started.calls;
  }

  /** Reads the health of every target group, past the portal. */
  async readHealth(): Promise<TargetGroupHealth[]> {
    const arns = this.sweeps.targetGroups().map(({ arn }) => arn);
    const health = await Promise.all(
      Array.from({ length: READERS }, (_, reader) =>
        readSome(this.#source, {
          scope: this.#scope(),
          arns: arns.filter((__, index) => index % READERS === reader),
        }),
      ),
    );
    return health.flat();
  }

  /** Reads every load balancer with all that belongs to it, past the portal. */
  async readStacks(): Promise<RecordedStack[]> {
    const arns = this.sweeps.loadBalancerArns();
    const stacks: RecordedStack[] = [];
    await Promise.all(
      Array.from({ length: READERS }, async () => {
        for (let arn = arns.pop(); arn; arn = arns.pop()) {
          const detail = await this.#source.readStack({
            scope: this.#scope(),
            loadBalancerArn: arn,
            budget: { take: async () => {} },
            signal: new AbortController().signal,
          });
          const { observedAt } = detail;
          const json = JSON.stringify({ detail, services: [] });
          stacks.push({ loadBalancerArn: arn, observedAt, json });
        }
      }),
    );
    return stacks;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.fleet.stop();
  }

  #scope(): AwsScope {
    const [{ accountId, region }] = this.fleet.config.lbc.aws.scopes;
    return { id: `${accountId}/${region}`, accountId, region };
  }
}

async function readSome(
  source: AwsSource,
  options: { scope: AwsScope; arns: readonly string[] },
): Promise<TargetGroupHealth[]> {
  const { scope, arns } = options;
  const health: TargetGroupHealth[] = [];
  const readings = source.readHealth({
    scope,
    targetGroupArns: arns,
    budget: { take: async () => {} },
    signal: new AbortController().signal,
  });
  for await (const reading of readings) {
    if ('health' in reading) {
      health.push(reading.health);
    }
  }
  return health;
}
