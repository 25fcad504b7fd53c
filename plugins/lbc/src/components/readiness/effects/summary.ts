import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import type { Effect } from '../types';

/** The tone of an effect. */
export const EFFECT_TONES: Record<Effect['effect'], Tone> = {
  none: 'green',
  'brief-gap': 'amber',
  replaced: 'red',
  unknown: 'grey',
};

/** What hurts most first: what is not known may hurt, too. */
export const EFFECTS: Array<Effect['effect']> = [
  'replaced',
  'unknown',
  'brief-gap',
  'none',
];

/** The worst first; else in the order that they came. */
export function worstFirst(effects: readonly Effect[]): Effect[] {
  return [...effects].sort(
    (left, right) =>
      EFFECTS.indexOf(left.effect) - EFFECTS.indexOf(right.effect),
  );
}

/** How many owners have each effect, worst first; none left out that is there. */
export function countEffects(
  effects: readonly Effect[],
): Array<{ effect: Effect['effect']; count: number }> {
  return EFFECTS.map(effect => ({
    effect,
    count: effects.filter(each => each.effect === effect).length,
  })).filter(({ count }) => count > 0);
}
