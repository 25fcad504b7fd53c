import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { createHarness, Harness } from './__testUtils__/harness';
import { TestClock } from './__testUtils__/sources';

jest.setTimeout(60_000);

/** Runs the process until it is stuck, then kills it. */
async function killIn(filename: string, stuckIn: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, '__testUtils__/killable.ts'),
      filename,
      stuckIn,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', data => {
    errors += data;
  });
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', data => {
      if (String(data).includes('STUCK')) {
        child.kill('SIGKILL');
      }
    });
    child.on('exit', (_code, signal) =>
      signal === 'SIGKILL' ? done() : fail(new Error(errors)),
    );
  });
}

describe('a backend that was killed', () => {
  const directory = createMockDirectory();
  let db: Knex;
  let harness: Harness | undefined;

  function open(name: string): string {
    const filename = directory.resolve(name);
    db = knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    return filename;
  }

  async function startAgain() {
    const clock = new TestClock('2026-11-01T12:20:00.000Z');
    harness = await createHarness({ db, clock });
    harness.kubernetes.add('prod-1', { ingresses: ['shop/web', 'shop/new'] });
    harness.aws.loadBalancers = ['web'];
    harness.domain.states.set('web', 'failing');
    await harness.engine.start();
    // The lease of the job that was killed runs out by the database's clock.
    for (let attempt = 0; attempt < 1_000; attempt++) {
      await harness.settle();
      if (await harness.engine.readStore.getSubject('owner-shop-new')) {
        return harness.engine;
      }
      await new Promise(done => setTimeout(done, 10));
    }
    throw new Error('The job did not run again');
  }

  beforeEach(async () => {
    await directory.setContent({ 'keep.txt': '' });
  });

  afterEach(async () => {
    await harness?.engine.stop();
    harness = undefined;
    await db.destroy();
  });

  it.each(['sweep', 'correlate'])(
    'in the middle of a %s has its history and does the job again',
    async stuckIn => {
      const filename = open(`${stuckIn}.sqlite`);
      await db.destroy();
      await killIn(filename, stuckIn);
      open(`${stuckIn}.sqlite`);

      // No half of it was written.
      expect(await db('transition').select('to_state', 'at')).toEqual([
        { to_state: 'in-service', at: '2026-11-01T12:00:00.000Z' },
      ]);
      expect(await db('subject').pluck('state')).toEqual(['in-service']);
      const kinds = await db('snapshot')
        .where({ target_id: 'cluster:prod-1' })
        .distinct('attempted_at')
        .pluck('attempted_at');
      expect(kinds.length).toBe(1);
      const leased = await db('sweep_target')
        .whereNotNull('lease_token')
        .pluck('kind');
      expect(leased).toContain(
        stuckIn === 'sweep' ? 'sweep-cluster' : 'correlate',
      );

      const engine = await startAgain();
      const { items } = await engine.readStore.listTransitions({
        subjectId: 'lb-web',
        limit: 10,
      });
      expect(items.map(({ from, to }) => [from, to])).toEqual([
        ['in-service', 'failing'],
        [undefined, 'in-service'],
      ]);
      expect(await engine.readStore.historySince()).toBe(
        '2026-11-01T12:00:00.000Z',
      );
    },
  );
});
