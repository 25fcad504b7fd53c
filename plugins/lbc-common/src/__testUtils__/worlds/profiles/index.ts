import { ProofRow } from '../../../lifecycle/orphan/rows';
import { BINDING_PROFILES } from './bindings';
import { READING_PROFILES } from './readings';
import { RETIRED_PROFILES } from './retired';
import { Profile } from './types';
import { USER_PROFILES } from './users';

export * from './types';

/** A profile for every row that can stand alone. */
export const PROFILES: readonly Profile[] = [
  ...BINDING_PROFILES,
  ...READING_PROFILES,
  ...USER_PROFILES,
  ...RETIRED_PROFILES,
];

/** Rows that never stand alone, and what stands behind them. */
export const INSEPARABLE: Partial<Record<ProofRow, string>> = {
  generation:
    'What another generation made is bound to no cluster and lacks the controller’s tracking tags: `bound` and `tracking-tags` stand behind it.',
  'no-class-missing':
    'An owner whose class is missing does not disown, so that the rule of `orphaned` does not come to its proof.',
  'two-scope-sweeps':
    'An owner that was absent twice is gone however often AWS was read; that the load balancer is still there is the row `described`.',
};
