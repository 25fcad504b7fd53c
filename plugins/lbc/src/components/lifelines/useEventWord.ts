import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../translation';
import type { Mark } from './events';

/** The word for what happened at a mark. */
export function useEventWord(): (mark: Mark) => string {
  const { t } = useTranslationRef(lbcTranslationRef);
  return mark => {
    switch (mark.kind) {
      case 'state':
        return t(`state.${mark.state ?? 'unknown'}`);
      case 'deletion-asked':
        return t('lifelines.deletionAsked');
      default:
        return t(`lifelines.${mark.kind}`);
    }
  };
}
