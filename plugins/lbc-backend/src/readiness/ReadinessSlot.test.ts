import { message, ReadinessInput } from '@lbc-backstage/plugin-lbc-common';
import type { LbcReadinessCheck } from '@lbc-backstage/plugin-lbc-node';
import { ReadinessSlot } from './ReadinessSlot';

const check = (
  code: string,
  run: LbcReadinessCheck['run'],
): LbcReadinessCheck => ({
  code,
  title: message('readiness.extension-says', { text: 'Change freeze' }),
  reads: [],
  blocking: true,
  when: 'before',
  run,
});

// Checks of modules read nothing here.
const input = {
  now: '2026-11-24T12:00:00.000Z',
  target: { kind: 'controller', version: 'v3.5.0' },
  cluster: { cluster: 'prod-1', kinds: {} },
} as ReadinessInput;

it('runs checks of modules; one that throws, hangs or lies is unknown, named', async () => {
  const slot = new ReadinessSlot({ limitSeconds: 0.01 });
  slot.addCheck(
    check('ACME-FREEZE-001', async () => [
      {
        status: 'fail',
        message: message('readiness.extension-says', { text: 'Black Friday' }),
      },
    ]),
  );
  slot.addCheck(
    check('ACME-FREEZE-002', () => {
      throw new Error('no network');
    }),
  );
  let aborted = false;
  slot.addCheck(
    check(
      'ACME-FREEZE-003',
      (_, { signal }) =>
        new Promise(() =>
          signal.addEventListener('abort', () => {
            aborted = true;
          }),
        ),
    ),
  );
  // A module may be written in anything.
  const lie: unknown = async () => 'fine';
  slot.addCheck(check('ACME-FREEZE-004', lie as LbcReadinessCheck['run']));
  const outcomes = await slot.run(input, []);
  expect(
    outcomes.flatMap(({ findings }) =>
      findings.map(each => [each.code, each.status, each.blocking]),
    ),
  ).toEqual([
    ['ACME-FREEZE-001', 'fail', true],
    ['ACME-FREEZE-002', 'unknown', true],
    ['ACME-FREEZE-003', 'unknown', true],
    ['ACME-FREEZE-004', 'unknown', true],
  ]);
  expect(aborted).toBe(true);
  expect(slot.codes()).toEqual(
    expect.arrayContaining(['LBC-IAM-001', 'ACME-FREEZE-004']),
  );
});

it('takes no code twice', () => {
  const slot = new ReadinessSlot();
  expect(() => slot.addCheck(check('LBC-IAM-001', () => []))).toThrow(/taken/);
  expect(() => slot.addCheck(check('freeze', () => []))).toThrow(/ACME/);
});
