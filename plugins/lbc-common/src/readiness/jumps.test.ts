import { JUMPS } from './__testUtils__/jumps';
import { reportOf, told, worldOf } from './__testUtils__/worlds';

/** Quotas are read nowhere. */
const ALWAYS = ['LBC-QUOTA-001 unknown quotas-not-read'];

describe.each(JUMPS)('$from to $to: $about', jump => {
  it.each(['wrong', 'right'] as const)('%s side', async which => {
    const { world, told: expected } = jump[which];
    const report = await reportOf(await worldOf({ ...jump, ...world }));
    expect(told(report)).toEqual([...expected, ...ALWAYS].sort());
    const statuses = expected.map(each => each.split(' ')[1]);
    const verdict = statuses.includes('fail') ? 'not-ready' : undefined;
    expect(report.verdict).toBe(
      verdict ?? (statuses.includes('warn') ? 'ready-with-warnings' : 'ready'),
    );
  });
});

it('covers 20 jumps', () => {
  expect(JUMPS.length).toBeGreaterThanOrEqual(20);
});
