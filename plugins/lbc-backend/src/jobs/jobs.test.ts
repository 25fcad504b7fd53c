import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../store/applyMigrations';
import { commitSweep } from '../store/operations/commitSweep';
import { packItems } from '../store/pack';
import { TestClock } from '../sweeps/__testUtils__/sources';
import { JobLoop, JobSettings } from './JobLoop';
import { claimJobs } from './operations/claimJobs';
import { finishJob } from './operations/finishJob';
import { holdLease } from './operations/holdLease';
import { makeDue } from './operations/makeDue';
import { queueLength } from './operations/queueLength';
import { renewLease } from './operations/renewLease';
import { JobHandler, StaleLeaseError } from './types';
import { describeEachDatabase } from '../store/__testUtils__/databases';

jest.setTimeout(60_000);

const SETTINGS: JobSettings = {
  pollMs: 10,
  concurrency: 4,
  leaseMs: 60_000,
  timeoutMs: 60_000,
  backoffMs: 1_000,
};

describeEachDatabase('jobs', initDatabase => {
  let db: Knex;
  let clock: TestClock;
  const loops: JobLoop[] = [];

  beforeEach(async () => {
    db = await initDatabase();
    await applyMigrations(db);
    clock = new TestClock();
  });

  afterEach(async () => {
    await Promise.all(loops.splice(0).map(each => each.stop()));
  });

  const due = (...ids: string[]) =>
    makeDue(db, {
      jobs: ids.map(id => ({ id, kind: 'prune' })),
      dueAt: clock.now(),
    });

  const claim = (token: string, leaseMs = 60_000, limit = 10) =>
    claimJobs({
      db,
      nowMs: clock.now(),
      startedAt: clock.iso(),
      token,
      leaseMs,
      limit,
    });

  const finish = (jobId: string, token: string, nextDueAt?: number) =>
    finishJob({
      db,
      jobId,
      token,
      finishedAt: clock.iso(),
      outcome: { result: { nextDueAt } },
    });

  function loop(run: JobHandler['run'], settings: Partial<JobSettings> = {}) {
    const made = JobLoop.create({
      db,
      clock,
      logger: mockServices.logger.mock(),
      settings: { ...SETTINGS, ...settings },
      handlers: [{ kind: 'prune', run }],
    });
    loops.push(made);
    made.start();
    return made;
  }

  const row = (id: string) => db('sweep_target').where({ id }).first();

  it('gives each due job to one claimer, urgent ones first', async () => {
    await due('a', 'b', 'c');
    await makeDue(db, {
      jobs: [{ id: 'now', kind: 'prune' }],
      dueAt: clock.now(),
      priority: 100,
    });
    await makeDue(db, {
      jobs: [{ id: 'later', kind: 'prune' }],
      dueAt: clock.now() + 1,
    });
    expect((await claim('first', 60_000, 1)).map(({ id }) => id)).toEqual([
      'now',
    ]);
    const claimed = await Promise.all(
      ['x', 'y', 'z'].map(token => claim(token, 60_000, 2)),
    );
    const ids = claimed.flat().map(({ id }) => id);
    expect(ids.sort()).toEqual(['a', 'b', 'c']);
    expect(await queueLength({ db, nowMs: clock.now() })).toEqual({
      due: 0,
      running: 4,
    });
    clock.advance(1);
    expect((await claim('w')).map(({ id }) => id)).toEqual(['later']);
  });

  it('lets no job starve: a long wait outweighs a priority', async () => {
    const push = (id: string, priority: number) =>
      makeDue(db, {
        jobs: [{ id, kind: 'prune' }],
        dueAt: clock.now(),
        priority,
      });
    await push('slow', 10);
    clock.advance(4 * 60);
    await push('sweep', 20);
    expect((await claim('first', 60_000, 1))[0].id).toBe('sweep');
    clock.advance(2 * 60);
    await push('next-sweep', 20);
    await push('asked', 100);
    expect((await claim('second', 60_000, 1))[0].id).toBe('asked');
    expect((await claim('third', 60_000, 1))[0].id).toBe('slow');
    expect((await claim('fourth', 60_000, 1))[0].id).toBe('next-sweep');
  });

  it('gives a job to another once its lease ran out by the database', async () => {
    await due('a');
    await claim('first', -1);
    expect(await queueLength({ db, nowMs: clock.now() })).toEqual({
      due: 1,
      running: 0,
    });
    expect((await claim('second')).map(({ id }) => id)).toEqual(['a']);
    expect(
      await renewLease({ db, jobId: 'a', token: 'first', leaseMs: 1_000 }),
    ).toBe(false);
    await expect(finish('a', 'first')).rejects.toThrow(StaleLeaseError);
    await finish('a', 'second', clock.now() + 5_000);
    expect(await row('a')).toMatchObject({
      lease_token: null,
      due_at: clock.now() + 5_000,
    });
  });

  it('lets a lease that ran out write nothing, even if nobody else has it', async () => {
    await due('a');
    await claim('first', -1);
    await expect(
      db.transaction(trx => holdLease(trx, { jobId: 'a', token: 'first' })),
    ).rejects.toThrow(StaleLeaseError);
  });

  it('does a job again that was asked for while it ran', async () => {
    await due('a');
    await claim('first');
    clock.advance(1);
    await due('a');
    expect(await claim('second')).toEqual([]);
    await finish('a', 'first', clock.now() + 5_000);
    expect((await row('a')).due_at).toBe(clock.now());
  });

  it('backs off after failures and starts again after a success', async () => {
    await due('a');
    let fails = true;
    const runs: number[] = [];
    const made = loop(async ({ job }) => {
      runs.push(job.attempts);
      if (fails) {
        throw new Error('no');
      }
      return { nextDueAt: clock.now() + 60_000 };
    });
    await until(async () => (await row('a')).attempts === 1);
    expect(await row('a')).toMatchObject({
      due_at: clock.now() + 1_000,
      last_error: 'Error: no',
    });
    clock.advance(1);
    made.wake();
    await until(async () => (await row('a')).attempts === 2);
    expect((await row('a')).due_at).toBe(clock.now() + 2_000);
    fails = false;
    clock.advance(2);
    made.wake();
    await until(async () => (await row('a')).attempts === 0);
    expect(await row('a')).toMatchObject({ last_error: null });
    expect(runs).toEqual([0, 1, 2]);
  });

  it('runs a job once among replicas, and keeps its lease while it runs', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    let runs = 0;
    const run: JobHandler['run'] = async ({ commit }) => {
      runs++;
      await held;
      await commit(async trx => {
        await trx('meta').insert({ key: 'done', value: String(runs) });
      });
      return { remove: true };
    };
    await due('a');
    loop(run, { leaseMs: 600 });
    loop(run, { leaseMs: 600 });
    // Longer than one lease.
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect(runs).toBe(1);
    release();
    await until(async () => (await row('a')) === undefined);
    expect(await db('meta').pluck('value')).toEqual(['1']);
  });

  it('aborts a run whose job was taken away, and it writes nothing', async () => {
    await due('a');
    const errors: unknown[] = [];
    loop(
      async ({ commit, signal }) => {
        await new Promise(resolve => signal.addEventListener('abort', resolve));
        await commit(async trx => {
          await trx('meta').insert({ key: 'bad', value: '1' });
        }).catch(error => errors.push(error));
        return {};
      },
      { leaseMs: 300 },
    );
    await until(async () => (await row('a')).lease_token !== null);
    await db('sweep_target').where({ id: 'a' }).delete();
    await until(async () => errors.length > 0);
    expect(errors).toEqual([expect.any(StaleLeaseError)]);
    expect(await db('meta')).toEqual([]);
  });

  it('gives up a run that takes too long', async () => {
    await due('a');
    loop(
      ({ signal }) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        ),
      { timeoutMs: 50 },
    );
    await until(async () => (await row('a')).attempts === 1);
    expect((await row('a')).last_error).toMatch(/took longer/);
  });

  it('gives jobs back when it stops', async () => {
    await due('a');
    const made = loop(() => new Promise(() => {}));
    await until(async () => (await row('a')).lease_token !== null);
    await made.stop();
    expect(await row('a')).toMatchObject({
      lease_token: null,
      due_at: clock.now(),
      attempts: 0,
    });
  });

  it('never lets an older sweep overwrite a later one', async () => {
    await db('target').insert({
      id: 'cluster:a',
      kind: 'cluster',
      name: 'a',
      discovered_at: clock.iso(),
    });
    const sweep = async (sweptAt: string, names: string[]) => {
      const packed = await packItems(names);
      return db.transaction(trx =>
        commitSweep(trx, {
          targetId: 'cluster:a',
          sweptAt,
          endedAt: '2026-11-01T13:00:00.000Z',
          readings: [
            {
              kind: 'ingresses',
              coverage: 'complete',
              attemptedAt: sweptAt,
              packed,
            },
          ],
        }),
      );
    };
    const early = '2026-11-01T12:00:00.000Z';
    const late = '2026-11-01T12:05:00.000Z';
    expect((await sweep(late, ['new'])).outdated).toBe(false);
    const before = await db('snapshot');
    expect((await sweep(early, ['old'])).outdated).toBe(true);
    expect(await db('snapshot')).toEqual(before);
    expect((await db('snapshot_blob')).length).toBe(1);
  });
});

async function until(check: () => Promise<boolean>) {
  for (let attempt = 0; !(await check()); attempt++) {
    if (attempt > 1_000) {
      throw new Error('It did not happen');
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
