import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatDurationSeconds } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { useNow } from '../../hooks/useNow';
import { parseTime, TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';

type Owner = SubjectDetail['owners'][number];

/** Whether an owner's last change was applied, how long it took, and what failed meanwhile. */
export function ConvergenceText(props: { owner: Owner }) {
  const { convergence } = props.owner;
  const { t } = useTranslationRef(lbcTranslationRef);
  const now = useNow();
  if (!convergence) {
    return null;
  }
  const { state, specChangedAt, appliedAt, atMost, failures, lastFailure } =
    convergence;
  if (!specChangedAt) {
    return <>{t('detail.convergence.unread')}</>;
  }
  const changed = <TimeAgo iso={specChangedAt} format="when" />;
  const since = (now - (parseTime(specChangedAt) ?? now)) / 1_000;
  const words = () => {
    if (state === 'applied' && appliedAt) {
      return t(
        atMost ? 'detail.convergence.appliedBy' : 'detail.convergence.applied',
        {
          changed,
          applied: <TimeAgo iso={appliedAt} format="when" />,
          duration: formatDurationSeconds(convergence.lagSeconds ?? 0),
        },
      );
    }
    return state === 'failing' || state === 'waiting'
      ? t(`detail.convergence.${state}`, {
          changed,
          duration: formatDurationSeconds(since),
        })
      : t('detail.convergence.unknown', { changed });
  };
  return (
    <>
      {words()}
      {failures > 0 &&
        lastFailure &&
        ` · ${t('detail.convergence.failures', {
          count: failures,
          reason: lastFailure.reason,
        })}`}
    </>
  );
}
