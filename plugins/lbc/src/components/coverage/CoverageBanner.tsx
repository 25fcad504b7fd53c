import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { DoctorLink } from '../doctor/DoctorLink';
import { Disclosure, Notice, SeparatedList } from '../parts';
import { CoverageItemText } from './CoverageItemText';
import { incomplete, kindName, targetName } from './describe';

const NAMED = 3;

/** What the sources could not see, what that hides and how to allow it. */
export function CoverageBanner(props: { coverage: readonly CoverageItem[] }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  const items = incomplete(props.coverage);
  if (items.length === 0) {
    return null;
  }
  const named = items
    .slice(0, NAMED)
    .map(item =>
      t('coverage.item', {
        kind: kindName(item),
        target: targetName(item.target),
        word: t(`coverage.word.${item.coverage}`),
      }),
    )
    .join(', ');
  const others = items.length - NAMED;
  return (
    <Notice tone="amber" label={t('coverage.label')}>
      <div>
        <strong>{t('coverage.title')}:</strong> {named}
        {others > 0 && ` ${t('coverage.others', { count: others })}`}
      </div>
      <Disclosure label={t('coverage.more')}>
        <SeparatedList>
          {items.map(item => (
            <li key={`${item.target} ${item.kind}`}>
              <CoverageItemText item={item} />
            </li>
          ))}
        </SeparatedList>
      </Disclosure>
      <DoctorLink />
    </Notice>
  );
}
