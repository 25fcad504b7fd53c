/**
 * A process with a real engine on a file database. It does a first round, then
 * gets stuck in the middle of something, says so, and waits to be killed.
 *
 * Arguments: the database's file, what to get stuck in.
 */
import { writeSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import type { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { LbcEngine } from '../../engine';
import { TestDomain } from './domain';
import { StubAwsSource, StubKubernetesSource, TestClock } from './sources';

const [filename, stuckIn] = process.argv.slice(2);

const logger: LoggerService = {
  error: text => process.stderr.write(`${text}\n`),
  warn: text => process.stderr.write(`${text}\n`),
  info: () => {},
  debug: () => {},
  child: () => logger,
};

function getStuck(): void {
  writeSync(1, 'STUCK\n');
  // Blocks the whole process, as it is: in the middle of a transaction.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

async function main() {
  const db = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const clock = new TestClock();
  const kubernetes = new StubKubernetesSource(clock);
  const aws = new StubAwsSource(clock);
  const domain = new TestDomain();
  kubernetes.add('prod-1', { ingresses: ['shop/web'] });
  aws.loadBalancers = ['web'];
  const engine = await LbcEngine.create({
    database: { getClient: async () => db },
    logger,
    clock,
    config: new ConfigReader({
      lbc: {
        jobs: {
          pollInterval: { milliseconds: 10 },
          lease: { seconds: 2 },
        },
        aws: { budget: { requestsPerSecond: 10_000, burst: 1_000 } },
      },
    }),
    kubernetesSource: kubernetes,
    awsSource: aws,
    domain,
  });
  await engine.start();
  for (let quiet = 0; quiet < 2; ) {
    const { due, running } = await engine.readStore.queue();
    quiet = due + running === 0 ? quiet + 1 : 0;
    await new Promise(resolve => setTimeout(resolve, 5));
  }

  kubernetes.clusters.get('prod-1')?.ingresses.push('shop/new');
  domain.states.set('web', 'failing');
  if (stuckIn === 'sweep') {
    kubernetes.midSweep = async () => getStuck();
  } else {
    // The subject is written by then, its transition is not.
    db.on('query', ({ sql }: { sql: string }) => {
      if (sql.startsWith('insert into `transition`')) {
        getStuck();
      }
    });
  }
  clock.advance(600);
  engine.wake();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
