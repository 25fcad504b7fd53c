import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { jumpOf } from './parts/jump';
import { known, pass, unknown } from './parts/results';

/** What upstream's notes say of every release on the way; other checks judge it. */
export const check: ReadinessCheck = {
  code: 'LBC-HOP-003',
  title: message('check.notes'),
  reads: ['knowledge'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const { delta } = input;
    const jump = jumpOf(input);
    if (!delta) {
      return [unknown(message('readiness.notes-unknown', jump))];
    }
    const { releases, breakingChanges } = delta;
    return [
      pass(
        message('readiness.notes', {
          ...jump,
          releases: releases.length,
          changes: breakingChanges.length,
        }),
        {
          evidence: breakingChanges.map(({ version, text }) =>
            known(message('evidence.release-note', { version, text })),
          ),
        },
      ),
    ];
  },
};
