import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { LbcEngine } from '../../engine';
import { TestDomain } from './domain';
import { StubAwsSource, StubKubernetesSource, TestClock } from './sources';

/** An engine over stub sources, and the means to move its world. */
export interface Harness {
  engine: LbcEngine;
  clock: TestClock;
  kubernetes: StubKubernetesSource;
  aws: StubAwsSource;
  domain: TestDomain;
  db: Knex;
  /** Waits until nothing is due and nothing runs. */
  settle(): Promise<void>;
  /** Moves the clock and does what is due then. */
  advance(seconds: number): Promise<void>;
}

/** Makes an engine; several may share a database, as replicas do. */
export async function createHarness(options: {
  db: Knex;
  clock?: TestClock;
  lbc?: JsonObject;
  kubernetes?: StubKubernetesSource;
  aws?: StubAwsSource;
  domain?: TestDomain;
}): Promise<Harness> {
  const { db } = options;
  const clock = options.clock ?? new TestClock();
  const kubernetes = options.kubernetes ?? new StubKubernetesSource(clock);
  const aws = options.aws ?? new StubAwsSource(clock);
  const domain = options.domain ?? new TestDomain();
  const engine = await LbcEngine.create({
    database: mockServices.database({ knex: db }),
    logger: mockServices.logger.mock(),
    clock,
    config: mockServices.rootConfig({
      data: {
        lbc: {
          jobs: { pollInterval: { milliseconds: 10 } },
          aws: { budget: { requestsPerSecond: 10_000, burst: 1_000 } },
          ...options.lbc,
        },
      },
    }),
    kubernetesSource: kubernetes,
    awsSource: aws,
    domain,
  });
  const settle = async () => {
    for (let quiet = 0; quiet < 2; ) {
      const { due, running } = await engine.readStore.queue();
      quiet = due + running === 0 ? quiet + 1 : 0;
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  };
  return {
    engine,
    clock,
    kubernetes,
    aws,
    domain,
    db,
    settle,
    async advance(seconds) {
      clock.advance(seconds);
      engine.wake();
      await settle();
    },
  };
}
