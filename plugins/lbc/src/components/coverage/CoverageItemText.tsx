import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode } from '../parts';
import {
  awsActions,
  clusterRoleRule,
  hiddenBy,
  kindName,
  targetName,
} from './describe';

function HowToAllow(props: { item: CoverageItem }) {
  const { item } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (item.coverage === 'denied' && item.source === 'kubernetes') {
    return (
      <>
        {t('coverage.allow.denied', { resource: kindName(item) })}
        <CopyableCode
          text={clusterRoleRule(item.kind)}
          copyLabel={t('coverage.allow.copy')}
        />
      </>
    );
  }
  if (item.coverage === 'denied') {
    return (
      <>{t('coverage.allow.deniedAws', { action: awsActions(item.kind) })}</>
    );
  }
  return (
    <>
      {t(
        item.coverage === 'partial' && item.source === 'kubernetes'
          ? 'coverage.allow.partial'
          : 'coverage.allow.failed',
      )}
    </>
  );
}

/** One kind that was seen incompletely: why, what it hides, how to allow it. */
export function CoverageItemText(props: { item: CoverageItem }) {
  const { item } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      <div>
        <strong>
          {t('coverage.item', {
            kind: kindName(item),
            target: targetName(item.target),
            word: t(`coverage.word.${item.coverage}`),
          })}
        </strong>
        {' · '}
        {t('coverage.tried', { age: <TimeAgo iso={item.attemptedAt} /> })}
      </div>
      {item.reason && (
        <div>
          <Sentence message={item.reason} />
        </div>
      )}
      <div>
        {t('coverage.hides.title')}: {t(`coverage.hides.${hiddenBy(item)}`)}
        {item.observedAt && (
          <>
            {' '}
            {t('coverage.hides.kept', {
              age: <TimeAgo iso={item.observedAt} />,
            })}
          </>
        )}
      </div>
      <div>
        {t('coverage.allow.title')}: <HowToAllow item={item} />
      </div>
    </>
  );
}
