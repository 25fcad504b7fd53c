import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import type { Baseline, StackComparison } from '../types';

/** The tone of what a comparison says. */
export const COMPARISON_TONES: Record<StackComparison['verdict'], Tone> = {
  verified: 'green',
  'changed-as-expected': 'green',
  'changed-unexpectedly': 'red',
  settling: 'blue',
  'cannot-tell': 'grey',
};

/** What needs a person first. */
export const COMPARISON_ORDER: Array<StackComparison['verdict']> = [
  'changed-unexpectedly',
  'cannot-tell',
  'settling',
  'changed-as-expected',
  'verified',
];

/** The tone of how far a baseline is. */
export const STATUS_TONES: Record<Baseline['status'], Tone> = {
  reading: 'blue',
  complete: 'green',
  partial: 'amber',
  failed: 'red',
};
