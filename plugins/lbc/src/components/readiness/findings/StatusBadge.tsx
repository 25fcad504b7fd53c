import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { STATUS_TONES, StatusIcon } from '../../compatibility/StatusBadge';
import type { Finding } from '../types';

/** How a check came out, as icon and word. */
export function StatusBadge(props: { status: Finding['status'] }) {
  const { status } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <ToneBadge
      tone={STATUS_TONES[status]}
      word={t(`readiness.status.${status}`)}
      icon={<StatusIcon status={status} size={16} />}
      oneLine
    />
  );
}
