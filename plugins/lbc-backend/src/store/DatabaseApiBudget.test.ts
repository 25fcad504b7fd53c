import { applyMigrations } from './applyMigrations';
import { DatabaseApiBudget } from './DatabaseApiBudget';
import { bookTokens } from './operations/bookTokens';
import { describeEachDatabase } from './__testUtils__/databases';

jest.setTimeout(60_000);

describeEachDatabase('budget', initDatabase => {
  async function init() {
    const db = await initDatabase();
    await applyMigrations(db);
    return db;
  }

  it('lets a burst through and spreads the rest, whoever asks', async () => {
    const db = await init();
    const book = (count: number) =>
      bookTokens({
        db,
        id: '123456789012/eu-west-1/elbv2',
        count,
        requestsPerSecond: 0.01,
        burst: 10,
      });
    // Two replicas at once, in batches and alone.
    const waits = (await Promise.all([book(4), book(1), book(4), book(3)]))
      .flat()
      .sort((a, b) => a - b);
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
    const [eleventh, twelfth] = waits.slice(10).map(ms => ms / 1_000);
    expect(eleventh).toBeGreaterThan(80);
    expect(eleventh).toBeLessThanOrEqual(100);
    expect(twelfth - eleventh).toBeCloseTo(100, 0);
  });

  it('fills up to the burst and no further', async () => {
    const db = await init();
    const id = 'scope/elbv2';
    await db('budget').insert({ id, booked_until: 1 });
    const waits = await bookTokens({
      db,
      id,
      count: 3,
      requestsPerSecond: 0.01,
      burst: 2,
    });
    expect(waits.map(ms => Math.round(ms / 1_000))).toEqual([0, 0, 100]);
  });

  it('has a bucket a service and ends a wait by its signal', async () => {
    const db = await init();
    const budget = DatabaseApiBudget.create({
      db,
      settings: { requestsPerSecond: 0.001, burst: 1 },
    });
    const abort = new AbortController();
    const take = (service: string) =>
      budget.take({ scopeId: 'a/b', service, signal: abort.signal });
    await Promise.all([take('elbv2'), take('tagging')]);
    const waiting = take('elbv2');
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow();
    await expect(take('sts')).rejects.toThrow('enough');
    expect((await db('budget').pluck('id')).sort()).toEqual([
      'a/b/elbv2',
      'a/b/tagging',
    ]);
  });
});
