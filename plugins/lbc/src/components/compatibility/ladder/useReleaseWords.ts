import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../../translation';
import type { Release } from '../types';

/** How the page speaks of a release. */
export function useReleaseWords() {
  const { t } = useTranslationRef(lbcTranslationRef);
  const marks = (release: Release): string[] =>
    [
      release.current && t('compatibility.ladder.current'),
      release.newest && t('compatibility.ladder.newest'),
      release.next && t('compatibility.ladder.next'),
    ].filter(mark => mark !== false);
  return {
    /** What it is in the picture. */
    short: (release: Release): string[] => [
      ...marks(release),
      ...(release.avoid.length > 0 ? [t('compatibility.ladder.avoid')] : []),
    ],
    /** What it is in the table. */
    long: (release: Release): string[] => [
      ...marks(release),
      ...(release.avoid.length > 0
        ? [
            t('compatibility.ladder.avoidBecause', {
              issues: release.avoid.join(', '),
            }),
          ]
        : []),
    ],
    range: ({ kubernetes: { min, max } }: Release): string =>
      max
        ? t('compatibility.range.to', { min, max })
        : t('compatibility.range.from', { min }),
    changes: ({ crdsChanged, iamChanged }: Release): string =>
      [
        crdsChanged && t('compatibility.ladder.changesCrds'),
        iamChanged && t('compatibility.ladder.changesIam'),
      ]
        .filter(Boolean)
        .join(', '),
  };
}
