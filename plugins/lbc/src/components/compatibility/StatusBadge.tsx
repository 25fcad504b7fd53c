import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneBadge, ToneIcon, useTones } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import type { Status } from './types';

/** The tone of a status. */
export const STATUS_TONES: Record<Status, Tone> = {
  pass: 'green',
  warn: 'amber',
  fail: 'red',
  unknown: 'grey',
  'not-applicable': 'grey',
};

/** A status as a shape; what does not apply has one of its own. */
export function StatusIcon(props: { status: Status; size?: number }) {
  const { status, size = 18 } = props;
  const tones = useTones();
  if (status !== 'not-applicable') {
    return <ToneIcon tone={STATUS_TONES[status]} size={size} />;
  }
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      style={{ color: tones.grey.icon, flex: 'none', display: 'block' }}
    >
      <path d="M6 12h12" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  );
}

/** A status as icon and word. */
export function StatusBadge(props: { status: Status; size?: number }) {
  const { status, size } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <ToneBadge
      tone={STATUS_TONES[status]}
      word={t(`compatibility.status.${status}`)}
      icon={<StatusIcon status={status} size={size} />}
    />
  );
}
