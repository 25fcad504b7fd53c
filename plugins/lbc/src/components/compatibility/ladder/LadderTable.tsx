import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../../translation';
import { DataTable, Disclosure } from '../../parts';
import { versionName } from '../names';
import type { Release } from '../types';
import { newestFirst } from './rows';
import { useReleaseWords } from './useReleaseWords';

/** All of the ladder, for those who read rather than look. */
export function LadderTable(props: { ladder: readonly Release[] }) {
  const { ladder } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const words = useReleaseWords();
  return (
    <Disclosure
      label={t('compatibility.ladder.asTable', { count: ladder.length })}
    >
      <DataTable
        label={t('compatibility.ladder')}
        head={[
          t('compatibility.ladder.release'),
          t('compatibility.ladder.date'),
          t('compatibility.ladder.kubernetes'),
          t('compatibility.ladder.fits'),
          t('compatibility.ladder.changes'),
          t('compatibility.ladder.note'),
        ]}
        rows={newestFirst(ladder).map(release => ({
          key: release.version,
          cells: [
            versionName(release.version),
            release.date,
            `${words.range(release)} (${t(
              `compatibility.sureness.${release.kubernetes.sureness}`,
            )})`,
            t(`compatibility.fits.${release.fits}`),
            words.changes(release),
            words.long(release).join(' · '),
          ],
        }))}
      />
    </Disclosure>
  );
}
