import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useText } from '../../text';
import { lbcTranslationRef } from '../../translation';
import type { Compatibility } from './types';

/** Parameters of a verdict that list axes. */
const LISTS = ['fails', 'warns', 'unknowns'];

/** The verdict on a controller as a sentence that names axes as the page does. */
export function useVerdict() {
  const { t } = useTranslationRef(lbcTranslationRef);
  const text = useText();
  return ({ because, axes }: Compatibility): string => {
    const nameOf = (axis: string) => {
      const known = axes.find(each => each.axis === axis);
      return known ? t(`compatibility.axis.${known.axis}`) : axis;
    };
    const params = Object.entries(because.params ?? {}).map(([name, value]) => [
      name,
      LISTS.includes(name) && Array.isArray(value) ? value.map(nameOf) : value,
    ]);
    return text.say({ ...because, params: Object.fromEntries(params) });
  };
}
