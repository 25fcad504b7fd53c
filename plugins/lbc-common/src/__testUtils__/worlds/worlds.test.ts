import fc from 'fast-check';
import { ProofRow, PROOF_ROWS } from '../../lifecycle/orphan/rows';
import { judgeWorld } from './judgeWorld';
import { dice, plans, widePlans } from './plans';
import { INSEPARABLE, PROFILES } from './profiles';
import { complaint, judgePlan, runWorlds } from './runWorlds';

const ALL_HOLD: ReadonlySet<ProofRow> = new Set();

// 100,000 of them: npm run worlds -- --count 100000 (docs/verification.md).
it('calls nothing orphaned that somebody needs, in 1,000 worlds', () => {
  fc.assert(
    fc.property(plans, plan => {
      expect(complaint(judgePlan(plan, ALL_HOLD))).toBeUndefined();
    }),
    { numRuns: 1_000, seed: 4 },
  );
}, 300_000);

it('nor in 150 worlds over two Regions, with clusters that EKS has no more', () => {
  fc.assert(
    fc.property(widePlans, plan => {
      expect(complaint(judgePlan(plan, ALL_HOLD))).toBeUndefined();
    }),
    { numRuns: 150, seed: 4 },
  );
}, 300_000);

it('has a profile for every row that can stand alone, and a reason for the others', () => {
  const rows = [
    ...PROFILES.map(({ row }) => row),
    ...(Object.keys(INSEPARABLE) as ProofRow[]),
  ];
  expect(rows.sort()).toEqual([...PROOF_ROWS].sort());
});

// The check of the checks: every row is all that stands between its worlds and
// a false orphan.
describe.each(PROFILES.map(profile => [profile.row, profile] as const))(
  'the row %s',
  (row, profile) => {
    const worlds = fc.sample(dice, { seed: 5, numRuns: 12 });

    it('holds where it stands alone', () => {
      for (const each of worlds) {
        const outcome = judgeWorld(profile.build(each), ALL_HOLD);
        expect(complaint(outcome)).toBeUndefined();
        expect(outcome.unknowable).toEqual([]);
      }
    });

    it('is missed where it is left out', () => {
      for (const each of worlds) {
        const outcome = judgeWorld(profile.build(each), new Set([row]));
        expect(outcome.falseOrphans).not.toEqual([]);
      }
    });
  },
);

it('makes the same worlds of the same seed, and others of another', () => {
  const run = (seed: number) =>
    runWorlds({ seed, from: 500, to: 560, without: ['vpc'], keep: 60 });
  expect(run(11).counterexamples).not.toEqual([]);
  expect(run(11)).toEqual(run(11));
  expect(run(11).counterexamples).not.toEqual(run(10).counterexamples);
});
