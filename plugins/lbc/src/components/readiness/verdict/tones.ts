import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import type { Verdict } from '../types';

/** The tone of a verdict. */
export const VERDICT_TONES: Record<Verdict, Tone> = {
  ready: 'green',
  'ready-with-warnings': 'amber',
  'not-ready': 'red',
  'cannot-determine': 'grey',
};
