import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../translation';
import type { Mark, StretchKind } from './events';

/** The word for what happened at a mark. */
export function useEventWord(): (mark: Mark) => string {
  const { t } = useTranslationRef(lbcTranslationRef);
  return mark => {
    switch (mark.kind) {
      case 'state':
        return t(`state.${mark.state ?? 'unknown'}`);
      case 'event':
        return [`${mark.event?.object} ${mark.event?.reason}`, mark.event?.text]
          .filter(Boolean)
          .join(': ');
      case 'deletion-asked':
        return t('lifelines.deletionAsked');
      default:
        return t(`lifelines.${mark.kind}`);
    }
  };
}

/** The word above a stretch that no state names: who looked, or that nobody did. */
export function useStretchWord(): (kind: StretchKind) => string | undefined {
  const { t } = useTranslationRef(lbcTranslationRef);
  return kind => {
    switch (kind) {
      case 'gone':
        return t('lifelines.goneWord');
      case 'not-known':
        return t('lifelines.unknown');
      case 'not-watched':
        return t('lifelines.notWatched');
      default:
        return undefined;
    }
  };
}
